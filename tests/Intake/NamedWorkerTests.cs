using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>Who is named as a worker is an account in use of that organisation with a fitting role, and what it is called the directory says.</summary>
public class NamedWorkerTests(IntakeServer intake)
{
    const string Sem = "01935a00-0000-7000-8000-000000000024";

    static readonly DateTimeOffset Now = TestDay.Now;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every way to name a worker, on a family that has a key worker or not yet.</summary>
    public static TheoryData<string, bool> Ways => new()
    {
        { "key-worker", false },
        { "key-worker/handovers", true },
        { "key-worker/covers", true },
        { "key-worker/duos", true },
        { "consulted", true },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_is_no_colleague_now_is_not_named_and_all_of_them_look_the_same(string way, bool hasKeyWorker)
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, hasKeyWorker);
        await intake.Enable(Sem, enabled: false);
        try
        {
            var answers = new List<string>();
            foreach (var account in new[] { $"{Guid.CreateVersion7()}", "daan@example.org", "somebody", await intake.Account("fatima"), await intake.Account("bram"), Sem, "../users" })
                answers.Add(await Refusal(lotte, family, way, account));

            Assert.Contains("no-such-worker", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        }
        finally
        {
            await intake.Enable(Sem, enabled: true);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_colleague_who_does_other_work_is_not_named(string way, bool hasKeyWorker)
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, hasKeyWorker);

        foreach (var account in new[] { await intake.Account("otto"), await intake.Account("pieter") })
            Assert.Contains("role-does-not-fit", await Refusal(lotte, family, way, account), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task While_the_directory_is_away_nobody_is_named_and_nothing_changes(string way, bool hasKeyWorker)
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, hasKeyWorker);
        intake.Directory.IsCut = true;
        try
        {
            var before = await intake.Rows();
            using var answer = await lotte.Post($"{family}/{way}", await lotte.Etag(family), Body(way, await intake.Account("daan")));

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
            Assert.Equal("urn:geborgen:problem:source-not-reachable", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
            Assert.Equal(before, await intake.Rows());
        }
        finally
        {
            intake.Directory.IsCut = false;
        }
    }

    [Fact]
    public async Task While_the_directory_is_away_who_has_no_right_learns_nothing_of_it()
    {
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        var family = await NewFamily(lotte, hasKeyWorker: true);
        intake.Directory.IsCut = true;
        try
        {
            using var answer = await daan.Post($"{family}/key-worker/handovers", "\"1\"", Body("key-worker/handovers", await intake.Account("daan")));

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        finally
        {
            intake.Directory.IsCut = false;
        }
    }

    [Fact]
    public async Task An_emergency_is_taken_while_the_directory_is_away()
    {
        var (_, _, emergency) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        intake.Directory.IsCut = true;
        try
        {
            using var taken = await lotte.Post($"{emergency}/takings", etag: null, new { name = "Lotte" });

            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }
        finally
        {
            intake.Directory.IsCut = false;
        }
    }

    [Fact]
    public async Task Name_function_and_number_come_from_the_directory_and_not_from_who_names()
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, hasKeyWorker: true);
        using var sent = await lotte.Post($"{family}/key-worker/duos", await lotte.Etag(family), new { worker = new { account = await intake.Account("daan"), name = "Daan" }, reason = "x" });
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);

        var read = (await lotte.Read(family))["keyWorker"]!;

        Assert.Equal(("Lotte de Vries", "Gezinswerker", "+31 30 000 0101"), ((string?)read["name"], (string?)read["function"], (string?)read["phone"]));
    }

    [Theory]
    [InlineData("01935c00-0000-7000-8000-00000000dead")]
    [InlineData("mira@example.org")]
    [InlineData("01935a00-0000-7000-8000-000000000014")]
    public async Task A_member_is_tied_to_the_account_of_a_person_that_is_in_use_and_to_no_other(string account)
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, hasKeyWorker: true);
        var mother = (await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" } }))["personId"];

        await lotte.Refused("no-such-account", family, $"members/{mother}/account", new { account }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public void The_rule_stands_in_the_family_itself()
    {
        var family = Family.Open(new("gm0344"), [], new("gm0344-intake", "gm0344"), KnownContact.Limits.For(Family.KeyWorkerAssignmentTerm, Now), Now, "lotte".At(Now));

        Assert.Equal("no-such-worker", family.AssignKeyWorker(Worker.Nobody("x"), "lotte".At(Now))!.Code);
        Assert.Equal("no-such-worker", family.AssignKeyWorker(Acting.Worker("bram", "Bram", "gm0355"), "lotte".At(Now))!.Code);
        Assert.Equal("no-such-worker", family.AssignKeyWorker(Acting.Worker("sem", "Sem", "gm0344") with { Active = false }, "lotte".At(Now))!.Code);
        Assert.Equal("role-does-not-fit", family.AssignKeyWorker(Acting.Worker("otto", "Otto", "gm0344", "operator"), "lotte".At(Now))!.Code);
        Assert.Null(family.AssignKeyWorker(Acting.Worker("sem", "Sem", "gm0344"), "lotte".At(Now)));
    }

    async Task<string> NewFamily(HttpClient lotte, bool hasKeyWorker)
    {
        var family = $"/gm0344/intake/v1/families/{(await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!))["familyId"]}";
        if (hasKeyWorker)
            await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        return family;
    }

    static object Body(string way, string account) => way switch
    {
        "consulted" => new { worker = new { account }, reason = "x", days = 3 },
        "key-worker/covers" => new { worker = new { account }, from = Now, until = Now.AddDays(3), reason = "x" },
        _ => new { worker = new { account }, reason = "x" },
    };

    static async Task<string> Refusal(HttpClient client, string family, string way, string account)
    {
        var before = await client.Etag(family);
        using var answer = await client.Post($"{family}/{way}", before, Body(way, account));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await client.Etag(family));
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
