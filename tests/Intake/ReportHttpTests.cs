using System.Net;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class ReportHttpTests(IntakeServer intake)
{
    static string InNinetyDays => $"{TestDay.Today.AddDays(90):yyyy-MM-dd}";

    static readonly object Shield = new
    {
        decision = ContactHttp.Decision,
        reviewOn = InNinetyDays,
        recognisability = new { roleForFamily = "a professional" },
    };

    [Fact]
    public async Task Telling_is_postponed_for_safety_and_then_done()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");

        await lotte.Refused("shield-undecided", contact, "telling", new { how = "x", toldBy = "x" });
        await lotte.Refused("postponement-without-reason", contact, "telling/postponement", new { until = "2099-01-01" }, HttpStatusCode.BadRequest);
        await lotte.Refused("postponement-without-end", contact, "telling/postponement", new { safetyReason = "x" }, HttpStatusCode.BadRequest);
        await lotte.Refused("postponement-too-long", contact, "telling/postponement", new { safetyReason = "x", until = "2099-01-01" }, HttpStatusCode.BadRequest);
        var until = TestDay.Today.AddDays(10);
        var postponed = await lotte.Change(contact, "telling/postponement", new { safetyReason = "The mother must move first.", until });
        Assert.Equal($"{until:O}", (string?)postponed["telling"]!["postponements"]![0]!["until"]);
        Assert.Equal(
            [WorkingDays.StartOf(until.AddDays(1))],
            postponed["clocks"]!.AsArray().Where(clock => (string?)clock!["term"] == "tellingThoseConcerned" && clock["stoppedAt"] is null)
                .Select(clock => clock!["dueAt"]!.GetValue<DateTimeOffset>()));
        await lotte.Refused("postponement-reason-repeated", contact, "telling/postponement", new { safetyReason = "The mother must move first.", until }, HttpStatusCode.BadRequest);

        var told = await lotte.Change(contact, "telling", new { how = "At the kitchen table.", toldBy = "Lotte" });
        var first = Assert.Single(told["telling"]!["told"]!.AsArray())!;
        Assert.Equal(("At the kitchen table.", "Lotte"), ((string?)first["how"], (string?)first["toldBy"]));
        Assert.NotNull(told["telling"]!["everybodyAt"]);
        // Its term is near its end by now: what the reporter asked is decided on afterwards, in time.
        Assert.Contains("reporterShieldDecision", Running(told));
        Assert.DoesNotContain("reporterShieldDecision", Running(await lotte.Change(contact, "reporter-shield", Shield)));
        await lotte.Refused("already-told", contact, "telling", new { how = "x", toldBy = "x" });
        await lotte.Refused("invalid-input", contact, "telling", new { how = "" }, HttpStatusCode.BadRequest);
    }

    static IEnumerable<string?> Running(JsonObject contact) =>
        contact["clocks"]!.AsArray().Where(clock => clock!["stoppedAt"] is null).Select(clock => (string?)clock!["term"]);

    [Fact]
    public async Task A_shielded_identity_is_shown_to_the_key_worker_and_not_to_the_team()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var asked = (await lotte.Read(contact))["reporter"]!;
        Assert.Equal((true, true, null), ((bool)asked["shielded"]!, (bool)asked["shieldedProvisionally"]!, (string?)asked["name"]));

        await lotte.Refused("decision-incomplete", contact, "reporter-shield", new { reviewOn = InNinetyDays }, HttpStatusCode.BadRequest);
        await lotte.Refused("shield-without-check", contact, "reporter-shield", new { decision = ContactHttp.Decision, reviewOn = InNinetyDays }, HttpStatusCode.BadRequest);
        await lotte.Refused("shield-review-too-late", contact, "reporter-shield", new { decision = ContactHttp.Decision, reviewOn = "2099-01-01" }, HttpStatusCode.BadRequest);
        var shielded = (await lotte.Change(contact, "reporter-shield", Shield))["reporter"]!;
        Assert.Contains((await lotte.Read(contact))["clocks"]!.AsArray(), clock => (string?)clock!["term"] == "reporterShieldReview" && clock["stoppedAt"] is null);
        Assert.Equal((true, false, null), ((bool)shielded["shielded"]!, (bool)shielded["shieldedProvisionally"]!, (string?)shielded["name"]));
        Assert.Equal((InNinetyDays, "a professional"), ((string?)shielded["shielding"]!["reviewOn"], (string?)shielded["shielding"]!["roleForFamily"]));

        var family = $"/gm0344/intake/v1/families/{(await lotte.Read(contact))["familyId"]}";
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        Assert.Equal("De Zonnewijzer", (string?)(await lotte.Read(contact))["reporter"]!["name"]);
        Assert.Equal("De Zonnewijzer", (string?)(await lotte.Read($"{family}/contacts"))["items"]![0]!["reporter"]!["name"]);
        using var hurried = await intake.As("lotte", "emergency-response");
        Assert.Equal("De Zonnewijzer", (string?)(await hurried.Read(contact))["reporter"]!["name"]);
        foreach (var activity in new[] { "contact-registration", "voluntary-support" })
            using (var otherwise = await intake.As("lotte", activity))
            using (var refused = await otherwise.GetAsync(new Uri(contact, UriKind.Relative), TestContext.Current.CancellationToken))
                Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_shielded_identity_is_shown_to_the_assigned_investigator_and_not_to_the_regional_team()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        await lotte.Change(contact, "reporter-shield", Shield);
        var family = $"{(await lotte.Read(contact))["familyId"]}";
        await intake.Involve(family, Relations.Investigator, "rvt-utrecht", await intake.Account("rosa"));
        using var investigating = await intake.As("rosa");
        Assert.Equal("De Zonnewijzer", (string?)(await investigating.Read(contact))["reporter"]!["name"]);
        using var acting = await intake.As("rosa", "emergency-response");
        var read = (await acting.Read(contact))["reporter"]!;
        Assert.Equal(("school", null), ((string?)read["role"], (string?)read["name"]));
    }

    [Fact]
    public async Task The_order_of_a_court_opens_a_shielded_identity()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        await lotte.Refused("not-shielded", contact, "reporter-shield/lifting", new { courtOrder = "C/16/123456" });
        await lotte.Change(contact, "reporter-shield", Shield);

        await lotte.Refused("shield-needs-court-or-consent", contact, "reporter-shield/lifting", new { }, HttpStatusCode.BadRequest);
        var opened = (await lotte.Change(contact, "reporter-shield/lifting", new { courtOrder = "C/16/123456" }))["reporter"]!;

        Assert.Equal((false, "De Zonnewijzer"), ((bool)opened["shielded"]!, (string?)opened["name"]));
        Assert.Equal("C/16/123456", (string?)opened["shielding"]!["courtOrder"]);
        await lotte.Refused("shield-lifted-by-court", contact, "reporter-shield", Shield);
    }

    [Fact]
    public async Task A_reporter_who_agrees_is_named()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        await lotte.Change(contact, "reporter-shield", Shield);
        await lotte.Refused("shield-needs-court-or-consent", contact, "reporter-shield/lifting", new { courtOrder = "C/16/1", reporterConsent = "Yes." }, HttpStatusCode.BadRequest);

        var named = (await lotte.Change(contact, "reporter-shield/lifting", new { reporterConsent = "By phone: the family may know." }))["reporter"]!;

        Assert.Equal((false, "De Zonnewijzer"), ((bool)named["shielded"]!, (string?)named["name"]));
        Assert.Equal(("By phone: the family may know.", null), ((string?)named["shielding"]!["reporterConsent"], (string?)named["shielding"]!["courtOrder"]));
    }

    [Fact]
    public async Task Words_that_give_a_shielded_reporter_away_are_marked_and_must_be_looked_at()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        await lotte.Change(contact, "statements", new { text = "The head of De Zonnewijzer told me.", author = "professional", statedAt = "2026-11-20T14:05:00+01:00" });
        var statements = (await lotte.Read(contact))["statements"]!.AsArray();
        Assert.Equal([false, true], statements.Select(one => (bool)one!["givesReporterAway"]!));

        await lotte.Refused("shield-given-away", contact, "reporter-shield", Shield, HttpStatusCode.BadRequest);
        var shielded = await lotte.Change(contact, "reporter-shield", new
        {
            decision = ContactHttp.Decision,
            reviewOn = InNinetyDays,
            recognisability = new { roleForFamily = "a professional", statements = statements.Select(one => one!["id"]) },
        });
        Assert.Equal([true, true], shielded["statements"]!.AsArray().Select(one => (bool)one!["givesReporterAway"]!));
    }

    [Fact]
    public async Task A_reporter_unknown_to_us_too_starts_no_investigation_alone()
    {
        using var lotte = await intake.As("lotte");
        using var system = await intake.AsClient("gm0344-case-system");
        object From(object reporter) => new
        {
            kind = "concern",
            channel = "phone",
            receivedAt = ContactHttp.JustNow,
            reporter,
            statements = new[] { new { text = "The children next door scream at night." } },
        };
        using var named = await system.Post("/gm0344/intake/v1/contacts", etag: null, From(new { role = "neighbour", name = "Somebody", anonymous = true }));
        Assert.Equal(HttpStatusCode.BadRequest, named.StatusCode);
        var contact = $"/gm0344/intake/v1/contacts/{(await intake.Register(From(new { role = "neighbour", anonymous = true })))["id"]}";
        Assert.True((bool)(await lotte.Read(contact))["reporter"]!["anonymous"]!);

        await lotte.Refused("reporter-anonymous", contact, "reporter-shield", Shield);
        var investigation = new { outcome = "investigation", decision = ContactHttp.Decision, questions = new[] { new { text = "Are the children safe?" } } };
        await lotte.Refused("anonymous-alone", contact, "triage", investigation);
        await lotte.Change(contact, "statements", new { text = "Two children were alone at home.", author = "professional", statedAt = "2026-11-21T09:00:00+01:00" });
        Assert.Equal("investigation", (string?)(await lotte.Change(contact, "triage", investigation))["triage"]!["outcome"]);
    }

    [Fact]
    public async Task A_wish_that_is_not_followed_opens_the_identity()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");

        var opened = (await lotte.Change(contact, "reporter-shield", new { decision = ContactHttp.Decision, shielded = false }))["reporter"]!;

        Assert.Equal((false, false, "De Zonnewijzer"), ((bool)opened["shielded"]!, (bool)opened["shieldedProvisionally"]!, (string?)opened["name"]));
    }
}
