using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>What the family view shows of the words at their sources, for all sources at once, each by its own rules.</summary>
public sealed class ExpandTests(Region region)
{
    static readonly string[] Names = ["members", "contacts", "notKnown", "informalSupports", "emergencies", "emergencyResponses", "investigations"];

    static readonly string[] WithStatements = ["contacts", "investigations"];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("daan")]
    [InlineData("rosa")]
    public async Task Who_works_with_a_family_or_investigates_it_reads_all_words_and_what_is_contested_as_contested(string reader)
    {
        var about = await region.Register("lotte", isEmergency: true);
        await region.Investigate(about, "lotte");
        var contested = await region.Contest(about);
        await region.SupportAndNotKnow(about);
        await region.Assign(about.Family, Account.Of("daan"));

        JsonObject? family = null;
        await Region.Eventually(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/family-view/v1/families/{about.Family}?expand={string.Join(',', Names)}");
            using var answer = await region.Ask(region.View.Http, request, reader);
            family = answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel) : null;
            return family is not null
                && Names.All(name => (string?)family["expanded"]![name]!["status"] == "read")
                && family["matters"]!.AsArray().Count(one => (string?)one!["state"] == "contested") == 2;
        });

        Assert.Equal(contested.Order(), family!["matters"]!.AsArray()
            .Where(one => (string?)one!["kind"] == "statement").Select(one => (Guid)one!["id"]!).Order());
        Assert.Equal(contested.Order(), WithStatements
            .SelectMany(name => family["expanded"]![name]!["items"]![0]!["statements"]!.AsArray())
            .Where(one => (string?)one!["contested"] == "contested").Select(one => (Guid)one!["id"]!).Order());
        Assert.All(Names, name => Assert.Single(family["expanded"]![name]!["items"]!.AsArray()));
    }
}
