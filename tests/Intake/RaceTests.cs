using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>Of two commands that exclude each other one happens first, and the other knows of it, whoever sends them and however.</summary>
public class RaceTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";
    const int Races = 100, AtOnce = 4;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_file_stays_closed_with_danger_in_it(bool withKey)
    {
        using var lotte = await intake.As("lotte");
        var families = await Race(async () =>
        {
            var (family, contact, child) = await NewFamily(lotte);
            await lotte.Change(contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
            await lotte.Tell(contact);
            var version = await lotte.Etag(family);

            var answers = await Task.WhenAll(
                Send(lotte, $"{family}/closing", version, new { decision = ContactHttp.Decision }, withKey),
                Send(lotte, $"{contact}/acute-dangers", version: null, Danger(child), withKey));

            // Danger waits for nobody: a worker who may not read a file that is closed just now is told so and calls it in as new.
            Assert.Contains(answers[0], new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed });
            Assert.Contains(answers[1], new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
            return family;
        });

        await using var db = intake.OpenOwner();
        Assert.Empty(await db.Families.Where(one => families.Contains(one.Id) && one.ClosedAt != null)
            .Where(one => db.Contacts.Any(contact => contact.FamilyId == one.Id && contact.AcuteDangers.Any(danger => danger.OverAt == null)))
            .Select(one => one.Id).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_danger_stands_without_an_emergency(bool withKey)
    {
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var families = await Race(async () =>
        {
            var (family, contact, child) = await NewFamily(lotte);
            var danger = await lotte.Change(contact, "acute-dangers", Danger(child));
            await lotte.Change(contact, $"acute-dangers/{danger["acuteDangers"]![0]!["id"]}/end", new { ground = "With her aunt.", judgedBy = "Lotte" });
            var emergency = $"{Root}/emergencies/{(await onCall.Read($"{family}/emergencies"))["items"]![0]!["id"]}";
            await onCall.Change(emergency, "immediate-actions", new { kind = "police", what = "Called.", decidedBy = "Lotte" });
            var version = await onCall.Etag(emergency);

            var answers = await Task.WhenAll(
                Send(onCall, $"{emergency}/end", version, body: null, withKey), Send(lotte, $"{contact}/acute-dangers", version: null, Danger(child), withKey));

            Assert.Contains(answers[0], new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed });
            Assert.Equal(HttpStatusCode.OK, answers[1]);
            return family;
        });

        await using var db = intake.OpenOwner();
        Assert.Empty(await db.Contacts.Where(one => families.Contains(one.FamilyId) && one.AcuteDangers.Any(danger => danger.OverAt == null))
            .Where(one => !db.Emergencies.Any(emergency => emergency.FamilyId == one.FamilyId && emergency.EndedAt == null))
            .Select(one => one.FamilyId).ToListAsync(Cancel));
    }

    [Fact]
    public async Task No_judgement_of_danger_is_lost_while_files_are_merged()
    {
        using var lotte = await intake.As("lotte");
        await Race(async () =>
        {
            var (first, second, third) = (await NewFamily(lotte), await NewFamily(lotte), await NewFamily(lotte));
            var versions = (First: await lotte.Etag(first.Family), Second: await lotte.Etag(second.Family), Third: await lotte.Etag(third.Family));

            var answers = await Task.WhenAll(
                Send(lotte, $"{first.Family}/merges", versions.First, Into(second), withKey: false), Send(lotte, $"{second.Family}/merges", versions.Second, Into(first), withKey: true),
                Send(lotte, $"{third.Family}/merges", versions.Third, Into(first), withKey: false),
                Send(lotte, $"{second.Contact}/acute-dangers", version: null, Danger(second.Child), withKey: false));

            Assert.Equal(HttpStatusCode.OK, answers[3]);
            Assert.All(answers, answer => Assert.True((int)answer < 500));
            return second.Family;
        });

        static object Into((string Family, string Contact, Guid Child) other) => new { otherFamilyId = Guid.Parse(other.Family[^36..]), reason = "One household." };
    }

    static object Danger(Guid child) => new { personId = child, ground = "Fresh bruises.", judgedBy = "Lotte, local team" };

    static async Task<Guid[]> Race(Func<Task<string>> race)
    {
        var families = new ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Races), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel },
            async (_, _) => families.Add(Guid.Parse((await race())[^36..])));
        return [.. families];
    }

    static async Task<HttpStatusCode> Send(HttpClient client, string path, string? version, object? body, bool withKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        if (withKey)
            request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    async Task<(string Family, string Contact, Guid Child)> NewFamily(HttpClient lotte)
    {
        var concern = JsonNode.Parse(RegisterContactTests.Concern())!.AsObject();
        concern["receivedAt"] = TestDay.Now.AddMinutes(-1);
        var sent = await intake.Register(concern);
        var family = $"{Root}/families/{sent["familyId"]}";
        return (family, $"{Root}/contacts/{sent["id"]}", (await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!.GetValue<Guid>());
    }
}
