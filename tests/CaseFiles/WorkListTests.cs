using System.Net;
using System.Text.Json.Nodes;

namespace Geborgen.CaseFiles.Tests;

/// <summary>A work list of a service: in the order of a date, page by page, of the families in reach.</summary>
public class WorkListTests(ErrandServer errands)
{
    const string List = $"{ErrandServer.Root}/errands";

    [Fact]
    public async Task It_goes_on_by_its_cursor_and_shows_each_file_once_the_newest_first()
    {
        string[] planned = [.. new[] { await errands.NewErrand(), await errands.NewErrand(), await errands.NewErrand() }.Select(one => one.Path.Split('/')[^1])];
        using var lotte = errands.As(ErrandServer.KeyWorker);

        var seen = new List<JsonNode>();
        for (string? path = $"{List}?limit=1"; path is not null && !planned.All(id => seen.Exists(item => (string?)item["id"] == id));)
        {
            var page = await lotte.Got(path);
            seen.Add(Assert.Single(page["items"]!.AsArray())!);
            path = page["next"] is { } next ? $"{List}?limit=1&cursor={next}" : null;
        }

        Assert.Equal(seen.Count, seen.DistinctBy(item => (Guid)item["id"]!).Count());
        Assert.Equal(planned.Reverse(), seen.Select(item => (string)item["id"]!).Where(planned.Contains));
        using var stranger = errands.As(ErrandServer.Stranger);
        Assert.Empty((await stranger.Got(List))["items"]!.AsArray());
    }

    [Fact]
    public async Task It_takes_no_cursor_of_another_list_and_no_parameter_that_it_does_not_know()
    {
        await errands.NewErrand();
        await errands.NewErrand();
        using var lotte = errands.As(ErrandServer.KeyWorker);
        var next = (await lotte.Got($"{List}?limit=1"))["next"]!;

        Assert.Equal("cursor", await Named($"{ErrandServer.Root}/data-breaches?cursor={next}"));
        Assert.Equal("cursor", await Named($"{List}?cursor={$"{next}"[..^4]}"));
        Assert.Equal("nonsense", await Named($"{List}?nonsense=1"));

        async Task<string> Named(string path)
        {
            using var answer = await lotte.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            return Assert.Single(problem["errors"]!.AsObject()).Key;
        }
    }
}
