using System.Net;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Support;

namespace Geborgen.FamilyView.Tests;

/// <summary>A family as Intake would have told of it: a child and a parent, one concern, the team on duty, a running term.</summary>
public sealed class Story(FamilyViewServer server, string municipality = "gm0344")
{
    public const string Lotte = "01935a00-0000-7000-8000-000000000001";
    public const string Rosa = "01935a00-0000-7000-8000-000000000004";

    int version;

    public Guid Family { get; } = Guid.CreateVersion7();
    public Guid Child { get; } = Guid.CreateVersion7();
    public Guid Parent { get; } = Guid.CreateVersion7();
    public Guid Contact { get; } = Guid.CreateVersion7();
    public Guid Duty { get; } = Guid.CreateVersion7();
    public Guid Clock { get; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; } = TestDay.Now.AddMinutes(-10);

    public string Path => $"/family-view/v1/families/{Family}";

    /// <summary>Tells it and waits until somebody of the team on duty sees all of it.</summary>
    public static async Task<Story> Told(FamilyViewServer server, string municipality = "gm0344")
    {
        var story = new Story(server, municipality);
        var at = story.At;
        await server.Say(
            new FamilyOpened([new(story.Child, "child", new(2026, 11, 20)), new(story.Parent, "parent", new(2026, 11, 20))])
                .Of(story.Family, story.Next(), municipality, at),
            story.Involved(Relations.DutyTeam, story.Duty, team: "gm0344-intake", organisation: "gm0344"),
            new ClockStarted(story.Clock, "keyWorkerAssignment", at, at.AddDays(4), at.AddDays(7)).Of(story.Family, story.Next(), municipality, at),
            new ContactRegistered("concern", at).Of(story.Family, story.Contact, 1, municipality, at.AddSeconds(1)));
        using var lotte = await server.As("lotte");
        await FamilyViewServer.Eventually(async () =>
        {
            using var answer = await lotte.GetAsync(story.Path + "/timeline", TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.OK
                && (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("contact-registered", StringComparison.Ordinal);
        });
        return story;
    }

    public int Next() => ++version;

    public InvolvementStarted Involved(
        string relation, Guid id, string? worker = null, string? team = null, string organisation = "gm0344", DateTimeOffset? from = null) =>
        new InvolvementStarted(id, relation, worker, team, organisation, from ?? At, null).Of(Family, Next(), municipality, At);

    /// <summary>Lotte becomes the key worker and the team on duty steps back.</summary>
    public async Task AssignLotte()
    {
        await server.Say(
            new InvolvementEnded(Duty, TestDay.Now).Of(Family, Next(), municipality, At),
            Involved(Relations.KeyWorker, Guid.CreateVersion7(), worker: Lotte));
        await FamilyViewServer.Eventually(() => server.Holds(Family, Relations.KeyWorker));
    }
}
