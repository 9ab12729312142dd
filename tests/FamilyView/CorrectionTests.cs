using System.Text.Json.Nodes;
using System.Net.Http.Json;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Support;

namespace Geborgen.FamilyView.Tests;

/// <summary>What was recorded wrongly at its source is right in the view, and what was registered in error is gone.</summary>
public sealed class CorrectionTests(FamilyViewServer server)
{
    const string Utrecht = "gm0344";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_role_is_the_role()
    {
        var story = await Story.Told(server);
        await server.Say(new MemberRoleCorrected(new(story.Parent, "partner", new(2026, 11, 20))).Of(story.Family, story.Next(), Utrecht, TestDay.Now));
        using var lotte = await server.As("lotte");

        await FamilyViewServer.Eventually(async () => (await Read(lotte, story.Path))["members"]!.AsArray()
            .Any(one => (Guid)one!["personId"]! == story.Parent && (string?)one["role"] == "partner"));
    }

    [Fact]
    public async Task A_contact_that_was_registered_in_error_leaves_nothing_but_that_it_was_there_whatever_comes_late()
    {
        var story = await Story.Told(server);
        var (danger, emergency, late) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.Say(
            new AcuteDangerJudged(danger, story.Child).Of(story.Family, story.Contact, 2, Utrecht, TestDay.Now),
            new EmergencyRaised(story.Contact).Of(story.Family, emergency, 1, Utrecht, TestDay.Now),
            new ContactTakenOut([], [danger], [late]).Of(story.Family, story.Contact, 4, Utrecht, TestDay.Now),
            new EmergencyTakenOut().Of(story.Family, emergency, 3, Utrecht, TestDay.Now),
            new EmergencyNotReceived().Of(story.Family, emergency, 2, Utrecht, TestDay.Now),
            new NotKnowingRecorded(late, new(2027, 1, 1), null).Of(story.Family, story.Contact, 3, Utrecht, TestDay.Now));
        using var lotte = await server.As("lotte");

        await FamilyViewServer.Eventually(async () => Names(await Read(lotte, $"{story.Path}/timeline?limit=100")) is var told
            && told.Contains("contact-taken-out") && told.Contains("emergency-taken-out"));
        var view = await Read(lotte, story.Path);

        Assert.Empty(view["contacts"]!.AsArray());
        Assert.Empty(view["matters"]!.AsArray());
        Assert.Equal(
            ["clock-started", "contact-taken-out", "emergency-taken-out", "family-opened", "involvement-started"],
            Names(await Read(lotte, $"{story.Path}/timeline?limit=100")).Order(StringComparer.Ordinal));
    }

    static async Task<JsonObject> Read(HttpClient client, string path) => (await client.GetFromJsonAsync<JsonObject>(path, Cancel))!;

    static List<string> Names(JsonObject timeline) => [.. timeline["items"]!.AsArray().Select(entry => (string)entry!["name"]!)];
}
