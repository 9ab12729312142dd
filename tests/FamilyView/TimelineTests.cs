using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.FamilyView.Tests;

public sealed class TimelineTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_show_everything_once_and_the_last_first()
    {
        var story = await Story.Told(server);
        using var rosa = await server.As("rosa", "emergency-response");
        using (var opened = await rosa.PostAsJsonAsync(story.Path + "/emergency-access", new { reason = "Police asks for the address now." }, Cancel))
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        using var lotte = await server.As("lotte");
        var seen = new List<JsonNode>();
        var pages = 0;
        for (string? next = null; next is not null || pages == 0; pages++)
        {
            var page = (await lotte.GetFromJsonAsync<JsonObject>($"{story.Path}/timeline?limit=2" + (next is null ? "" : $"&cursor={next}"), Cancel))!;
            seen.AddRange(page["items"]!.AsArray()!);
            next = (string?)page["next"];
        }

        Assert.Equal(3, pages);
        Assert.Equal(5, seen.DistinctBy(entry => (Guid)entry["id"]!).Count());
        Assert.Equal(seen.OrderByDescending(entry => (DateTimeOffset)entry["at"]!), seen);
        Assert.Equal(("family-view", "involvement-started"), ((string?)seen[0]["service"], (string?)seen[0]["name"]));
        Assert.Equal(
            ["clock-started", "contact-registered", "family-opened", "involvement-started"],
            seen.Skip(1).Select(entry => (string)entry["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal(story.Contact, (Guid)seen.Single(entry => (string?)entry["name"] == "contact-registered")["about"]!);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("cursor=nonsense")]
    [InlineData("cursor=e30")]
    public async Task A_page_that_is_none_is_refused(string query)
    {
        using var lotte = await server.As("lotte");
        using var answer = await lotte.GetAsync($"/family-view/v1/families/{Guid.CreateVersion7()}/timeline?{query}", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
