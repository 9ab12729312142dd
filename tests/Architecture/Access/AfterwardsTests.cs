using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>
/// After a split, a merge and a move the matrix holds for each file as it is now, on every route about a family: who works with the old file, or
/// did with one that went into another, sees nothing of what is newer.
/// </summary>
public sealed class AfterwardsTests(Region region)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly Route[] AboutFamilies = [.. Route.All.Where(route => route.IsAboutFamily && route.Path.StartsWith("/families/{", StringComparison.Ordinal))];

    [Fact]
    public async Task After_a_split() => await AsTheMatrixSays(await region.Split());

    [Fact]
    public async Task After_a_merge() => await AsTheMatrixSays(await region.Merge());

    [Fact]
    public async Task After_a_move() => await AsTheMatrixSays(await region.Move());

    [Fact]
    public async Task The_view_of_the_old_family_names_the_new_one_to_those_alone_who_may_open_it()
    {
        var families = await region.Split();
        var (old, split) = (families[0], families[1]);
        await AsTheMatrixSays(families);

        using var answer = await region.Ask(region.View.Http, new(HttpMethod.Get, $"/family-view/v1/families/{old.Id}"), "daan");
        Assert.DoesNotContain($"{split.Id}", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var both = await region.Ask(region.View.Http, new(HttpMethod.Get, $"/family-view/v1/families/{split.Id}"), "lotte");
        Assert.Empty((await both.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["links"]!.AsArray());
    }

    /// <summary>The services that hear of it do so within a moment.</summary>
    async Task AsTheMatrixSays(IReadOnlyCollection<KnownFamily> families)
    {
        IReadOnlyCollection<string> wrong = [];
        try
        {
            await Region.Eventually(async () => (wrong = await Wrong(families)).Count == 0);
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            Assert.Fail(string.Join('\n', wrong));
        }
    }

    async Task<List<string>> Wrong(IEnumerable<KnownFamily> families)
    {
        var wrong = new List<string>();
        foreach (var family in families)
            foreach (var route in AboutFamilies)
                foreach (var account in Account.All)
                {
                    var activity = Matrix.SentFor(route.Resources[0], account);
                    using var answer = await region.Ask(region.Of(route), route.Request(family), account.Name, activity);
                    var status = $"{(int)answer.StatusCode}";
                    if (!answer.IsSuccessStatusCode)
                        status += $" {JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("type").GetString()!.Split(':')[^1]}";
                    if (Matrix.Answer(route, account, family, activity) is var expected && expected != status)
                        wrong.Add($"{route} | {account} | family {family} | {activity ?? "no activity"}: {status} instead of {expected}");
                }
        return wrong;
    }
}
