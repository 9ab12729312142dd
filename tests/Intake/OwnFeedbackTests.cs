using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>A member of the family sees which contacts were told of, says how one went and reads the answer, and nothing else.</summary>
public class OwnFeedbackTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_reads_the_own_feedback_with_its_answer_and_nothing_of_others()
    {
        var (contact, family, mother) = await New();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await lotte.Post($"{contact}/feedback", etag: null, new { text = "Somebody else's words." });
        await Link(lotte, family, mother);

        using var given = await fatima.Post($"{contact}/own-feedback", etag: null, new { text = "Nobody called us back." });
        Assert.Equal(HttpStatusCode.Created, given.StatusCode);
        var own = (await given.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Equal(("Nobody called us back.", mother), ((string?)own["text"], own["personId"]!.GetValue<Guid>()));
        await lotte.Change(contact, $"feedback/{own["id"]}/answer", new { text = "You are right." });

        var read = Assert.Single((await fatima.Read($"{contact}/own-feedback"))["items"]!.AsArray())!;
        Assert.Equal(("Nobody called us back.", "You are right."), ((string?)read["text"], (string?)read["answer"]));
        Assert.Equal(2, (await lotte.Read(contact))["feedback"]!.AsArray().Count);
        foreach (var path in new[] { contact, family, $"{family}/contacts", $"{family}/members" })
            Assert.Equal(HttpStatusCode.NotFound, await Status(fatima, path));
    }

    [Fact]
    public async Task It_is_for_a_member_who_was_tied_to_the_family_and_still_belongs_to_it()
    {
        var (contact, family, mother) = await New();
        var (other, _, _) = await New();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        Assert.Equal(HttpStatusCode.NotFound, await Status(fatima, $"{contact}/own-feedback"));

        await Link(lotte, family, mother);
        Assert.Equal(HttpStatusCode.OK, await Status(fatima, $"{contact}/own-feedback"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(fatima, $"{other}/own-feedback"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(fatima, $"/gm0344/intake/v1/contacts/{Guid.CreateVersion7()}/own-feedback"));
        using var empty = await fatima.Post($"{contact}/own-feedback", etag: null, new { text = " " });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);

        using var ended = await lotte.Post($"{family}/members/{mother}/end", await lotte.Etag(family), new { until = "2026-01-31" });
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await Status(fatima, $"{contact}/own-feedback"));
        using var refused = await fatima.Post($"{contact}/own-feedback", etag: null, new { text = "x" });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_report_that_was_not_told_yet_is_not_there_for_the_family()
    {
        var (contact, family, mother) = await New(told: false);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Link(lotte, family, mother);
        Assert.Equal(HttpStatusCode.NotFound, await Status(fatima, $"{contact}/own-feedback"));
        using var refused = await fatima.Post($"{contact}/own-feedback", etag: null, new { text = "x" });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Null(await Listed());

        // That her child or the father was told is not that she was.
        var father = (await Do(lotte, family, "members", new { role = "parent", person = new { givenName = "Sem" }, from = "2020-01-01" }))["personId"]!;
        await lotte.Refused("not-a-member", contact, "telling", new { how = "x", toldBy = "x", persons = new[] { Guid.CreateVersion7() } }, HttpStatusCode.BadRequest);
        var some = await lotte.Tell(contact, father.GetValue<Guid>());
        Assert.Null(some["telling"]!["everybodyAt"]);
        Assert.Equal(HttpStatusCode.NotFound, await Status(fatima, $"{contact}/own-feedback"));
        Assert.Null(await Listed());

        await lotte.Tell(contact);
        Assert.Equal(HttpStatusCode.OK, await Status(fatima, $"{contact}/own-feedback"));
        var listed = await Listed();
        Assert.Equal(("concern", false), ((string?)listed!["kind"], (bool?)listed["sentByYou"]));

        async Task<JsonNode?> Listed() => (await fatima.Read("/gm0344/intake/v1/own-contacts"))["items"]!.AsArray()
            .SingleOrDefault(one => contact.EndsWith($"{one!["id"]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_has_the_own_route_and_not_this_one()
    {
        var (contact, _, _) = await New();
        using var lotte = await intake.As("lotte");
        Assert.Equal(HttpStatusCode.Forbidden, await Status(lotte, $"{contact}/own-feedback"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_contact_that_is_kept_from_a_member_costs_as_much_as_one_that_is_not_there_and_leaves_as_much(string method)
    {
        var (contact, family, mother) = await New(told: false);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Link(lotte, family, mother);

        var (nowhere, kept) = ($"/gm0344/intake/v1/contacts/{Guid.CreateVersion7()}", contact);
        await Asked(nowhere);

        Assert.Equal(await Asked(nowhere), await Asked(kept));
        foreach (var tried in new[] { nowhere, kept })
            Assert.NotEqual(0, await Tried(Guid.Parse(tried.Split('/')[^1])));

        async Task<string> Asked(string of)
        {
            using var spans = new Spans();
            Activity request;
            using (request = spans.Start())
            using (var sent = new HttpRequestMessage(new(method), $"{of}/own-feedback") { Content = method == "GET" ? null : JsonContent.Create(new { text = "x" }) })
            using (var answer = await fatima.SendAsync(sent, Cancel))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            return string.Join(", ", spans.Of(request.TraceId).Where(span => span.Source.Name == "Npgsql").Select(span => span.DisplayName));
        }
    }

    async Task<int> Tried(Guid contact)
    {
        await using var db = intake.OpenOwner();
        return await db.Set<AccessRecord>().CountAsync(row => row.FamilyId == contact && row.Action == AccessAction.Denied && row.Reason == "no-relation", Cancel);
    }

    /// <summary>A family with a key worker and a mother, and a report about it.</summary>
    async Task<(string Contact, string Family, Guid Mother)> New(bool told = true)
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        using var lotte = await intake.As("lotte");
        await Do(lotte, family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        var added = await Do(lotte, family, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" });
        if (told)
            await lotte.Tell(contact);
        return (contact, family, added["personId"]!.GetValue<Guid>());
    }

    async Task Link(HttpClient lotte, string family, Guid mother)
    {
        using var linked = await lotte.Post($"{family}/members/{mother}/account", await lotte.Etag(family), new { account = await intake.Account("fatima") });
        Assert.True(linked.IsSuccessStatusCode, await linked.Content.ReadAsStringAsync(Cancel));
    }

    static async Task<JsonObject> Do(HttpClient client, string family, string what, object body)
    {
        using var answer = await client.Post($"{family}/{what}", await client.Etag(family), body);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        return answer.StatusCode;
    }
}
