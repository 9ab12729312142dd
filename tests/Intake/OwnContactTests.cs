using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>A member of the family reads the own words, what was decided for the member and who works with the family, and nothing else.</summary>
public class OwnContactTests(IntakeServer intake)
{
    static readonly Regex WithoutIdsAndTimes = new("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9T:.-]{19,}(Z|\\+00:00)?");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_parent_reads_the_own_words_and_the_decision_and_no_word_of_others()
    {
        var story = await New();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Say(lotte, story, "child", story.Child, "I am afraid at night.");
        await Say(lotte, story, "parent", story.Mother, "He was ill that week.");
        await Triage(lotte, story);

        var own = await Own(fatima, story);

        var said = Assert.Single(own!["ownStatements"]!.AsArray())!;
        Assert.Equal(("He was ill that week.", 1, "standing", "notContested"),
            ((string?)said["text"], (int?)said["number"], (string?)said["status"], (string?)said["contested"]));
        var decision = own["decision"]!;
        Assert.Equal(
            ("localSupport", "Somebody helps you.", "Jeugdwet artikel 2.3", "complaint", null),
            ((string?)decision["outcome"], (string?)decision["explanation"], (string?)decision["legalBasis"], (string?)decision["remedy"], (string?)decision["remedyUntil"]));
        Assert.Empty(own["terms"]!.AsArray());
        foreach (var kept in new[] { "afraid", "Seen.", "Zonnewijzer", "Lotte", "gm0344", "school" })
            Assert.DoesNotContain(kept, own.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_last_day_counts_from_the_day_on_which_the_reader_was_told()
    {
        var (told, untold) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var contact = KnownContact.Of(reporter: new("school", "De Zonnewijzer", Shielded: false, Anonymous: false));
        var objectable = Decision.Make(
            KnownContact.Kinds.For("helpRequest", "localSupport", ControllerKind.Municipality, KnownContact.Now), "Somebody helps you.", null, null).Decision!;
        Assert.Null(contact.DecideTriage(TriageOutcome.LocalSupport, objectable, new([], [], []), "lotte".At(KnownContact.Now)));
        Assert.Null(contact.Tell([told], [told, untold], KnownContact.Now.AddDays(9)));

        Assert.Equal(new DateOnly(2027, 1, 13), LastDayOf(told));
        Assert.Null(LastDayOf(untold));

        DateOnly? LastDayOf(Guid reader) => OwnContact.Of(contact, new("account", reader, IsMember: true, HearsDecisions: true), KnownContact.Limits, WorkingDays.DateOf(KnownContact.Now)).Decision!.RemedyUntil;
    }

    [Fact]
    public async Task A_member_changes_the_own_words_and_nobody_elses()
    {
        var story = await New();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var childs = await Say(lotte, story, "child", story.Child, "I am afraid at night.");
        var own = await Say(lotte, story, "parent", story.Mother, "He was ill that week.");
        var statements = $"{story.Contact}/own-statements";

        using (var amended = await fatima.Post($"{statements}/{own}/amendments", etag: null, new { text = "He was ill for two weeks." }))
            Assert.Equal(HttpStatusCode.OK, amended.StatusCode);
        var read = Assert.Single((await Own(fatima, story))!["ownStatements"]!.AsArray())!;
        Assert.Equal(("He was ill for two weeks.", 2, "He was ill that week."),
            ((string?)read["text"], (int?)read["number"], (string?)read["earlier"]![0]!["text"]));
        using (var empty = await fatima.Post($"{statements}/{own}/amendments", etag: null, new { text = " " }))
            Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using (var withdrawn = await fatima.Post($"{statements}/{own}/withdrawal", etag: null, body: null))
            Assert.Equal("withdrawn", (string?)(await withdrawn.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["ownStatements"]![0]!["status"]);
        using (var again = await fatima.Post($"{statements}/{own}/withdrawal", etag: null, body: null))
            Assert.Equal("urn:geborgen:problem:statement-not-standing", (string?)(await again.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);

        var before = await lotte.Etag(story.Contact);
        foreach (var (what, body) in new[] { ("amendments", (object?)new { text = "x" }), ("withdrawal", null) })
        {
            foreach (var other in new[] { childs, Guid.CreateVersion7() })
                using (var refused = await fatima.Post($"{statements}/{other}/{what}", etag: null, body))
                    Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            using var worker = await lotte.Post($"{statements}/{own}/{what}", etag: null, body);
            Assert.Equal(HttpStatusCode.Forbidden, worker.StatusCode);
        }
        Assert.Equal(before, await lotte.Etag(story.Contact));
    }

    [Fact]
    public async Task The_own_words_stay_ones_own_when_the_file_went_into_another()
    {
        var story = await New();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var own = await Say(lotte, story, "parent", story.Mother, "He was ill that week.");
        var other = await intake.Register(new { kind = "question", channel = "phone", receivedAt = TestDay.Now, statements = new[] { new { text = "Who helps us?" } } });
        var id = Guid.Parse(story.Family.Split('/')[^1]);
        await lotte.Change($"/gm0344/intake/v1/families/{other["familyId"]}", "merges", new { otherFamilyId = id, reason = "One household." });
        await using (var db = intake.OpenOwner())
            await db.Database.ExecuteSqlAsync($"update memberships set until = until - 1 where family_id = {id}", Cancel);

        Assert.Equal("He was ill that week.", (string?)Assert.Single((await Own(fatima, story))!["ownStatements"]!.AsArray())!["text"]);
        using (var amended = await fatima.Post($"{story.Contact}/own-statements/{own}/amendments", etag: null, new { text = "He was ill for two weeks." }))
            Assert.Equal(HttpStatusCode.OK, amended.StatusCode);
        using (var given = await fatima.Post($"{story.Contact}/own-feedback", etag: null, new { text = "Nobody called back." }))
            Assert.Equal(HttpStatusCode.Created, given.StatusCode);
        await Triage(lotte, story);
        Assert.Equal("localSupport", (string?)(await Own(fatima, story))!["decision"]!["outcome"]);
    }

    [Fact]
    public async Task Whether_it_is_kept_from_the_family_who_reported_does_not_show()
    {
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        List<string> read = [];
        foreach (var shielded in new[] { false, true })
        {
            var story = await New(told: false);
            await Shield(lotte, story, shielded);
            Assert.Equal(shielded, (bool)(await lotte.Read(story.Contact))["reporter"]!["shielded"]!);
            await lotte.Tell(story.Contact);
            await Say(lotte, story, "parent", story.Mother, "He was ill that week.");
            await Triage(lotte, story);
            read.Add(WithoutIdsAndTimes.Replace($"{(await Own(fatima, story))!.ToJsonString()} {(await OwnFamily(fatima, story))!.ToJsonString()}", "…"));
        }

        Assert.Contains("He was ill that week.", read[0], StringComparison.Ordinal);
        Assert.Equal(read[0], read[1]);
    }

    [Fact]
    public async Task A_report_that_was_postponed_is_not_there_whatever_was_said_or_decided()
    {
        var story = await New(told: false);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var own = await Say(lotte, story, "parent", story.Mother, "He was ill that week.");
        await Triage(lotte, story);
        await lotte.Change(story.Contact, "telling/postponement",
            new { safetyReason = "He would hurt her.", until = $"{TestDay.Today.AddDays(7):yyyy-MM-dd}" });

        Assert.Null(await Own(fatima, story));
        using (var refused = await fatima.Post($"{story.Contact}/own-statements/{own}/amendments", etag: null, new { text = "x" }))
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        // Nor does it show from who came since.
        await intake.Involve(story.Family, Relations.RegionalTeam, "rvt-utrecht");
        Assert.Equal(["keyWorker"], (await OwnFamily(fatima, story))!["involved"]!.AsArray().Select(one => (string?)one!["function"]));

        await lotte.Tell(story.Contact, story.Mother);
        Assert.NotNull((await Own(fatima, story))!["decision"]);
        Assert.Equal(2, (int?)(await OwnFamily(fatima, story))!["organisationCount"]);
    }

    [Fact]
    public async Task It_is_for_a_present_member_to_whom_the_account_is_tied()
    {
        var story = await New(tie: false);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        Assert.Null(await Own(fatima, story));
        Assert.Null(await OwnFamily(fatima, story));

        await Tie(story, story.Mother);
        Assert.NotNull(await Own(fatima, story));
        Assert.NotNull(await OwnFamily(fatima, story));

        // Nobody could tell who it is that has the account of two.
        await lotte.Refused("account-of-another-member", story.Family, $"members/{story.Child}/account", new { account = await intake.Account("fatima") });
        Assert.NotNull(await OwnFamily(fatima, story));

        await Do(lotte, story.Family, $"members/{story.Mother}/account/removal", new { reason = "Mistaken." });
        Assert.Null(await Own(fatima, story));
        Assert.Null(await OwnFamily(fatima, story));

        await Tie(story, story.Mother);
        await Do(lotte, story.Family, $"members/{story.Mother}/end", new { until = "2026-01-31" });
        Assert.Null(await Own(fatima, story));
        Assert.Null(await OwnFamily(fatima, story));
    }

    [Fact]
    public async Task A_child_under_twelve_reads_the_own_words_and_leaves_decisions_to_who_represents_it()
    {
        var story = await New(tie: false);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Tie(story, story.Child);
        await Say(lotte, story, "child", story.Child, "I am afraid at night.");
        await Say(lotte, story, "parent", story.Mother, "He was ill that week.");
        await Triage(lotte, story);

        var own = (await Own(fatima, story))!;
        Assert.Equal("I am afraid at night.", (string?)Assert.Single(own["ownStatements"]!.AsArray())!["text"]);
        Assert.Null(own["decision"]);
        Assert.NotNull((await OwnFamily(fatima, story))!["familiarFace"]);

        var born = $"{TestDay.Today.AddYears(-12).AddDays(-2):yyyy-MM-dd}";
        await Put(lotte, story.Family, $"members/{story.Child}/particulars", new { givenName = "Milan", familyName = "de Groot", birthDate = born, reason = "The date was wrong." });
        Assert.NotNull((await Own(fatima, story))!["decision"]);
    }

    [Fact]
    public async Task An_explanation_that_would_tell_who_reported_is_kept_while_that_is_kept()
    {
        var story = await New(told: false);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await lotte.Tell(story.Contact);
        await Triage(lotte, story, "The school told us so.");
        Assert.Equal("The school told us so.", (string?)(await Own(fatima, story))!["decision"]!["explanation"]);

        await Shield(lotte, story, shielded: true);

        var decision = (await Own(fatima, story))!["decision"]!;
        Assert.Null(decision["explanation"]);
        Assert.Null(decision["remedyUntil"]);
        Assert.Equal("complaint", (string?)decision["remedy"]);
    }

    [Fact]
    public async Task Where_another_lives_in_secret_reaches_only_who_lives_there_too()
    {
        var story = await New();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var father = (await Do(lotte, story.Family, "members", new { role = "parent", person = new { givenName = "Sem" }, from = "2020-01-01" }))["personId"]!.GetValue<Guid>();
        var shared = await Tell("He is at Meidoornstraat 12 now.");
        await lotte.Change(story.Contact, $"statements/{shared}/sharings", new { personId = story.Mother });
        await lotte.Change(story.Contact, "feedback", new { text = "x", personId = story.Mother });
        await lotte.Change(story.Contact, $"feedback/{(await lotte.Read(story.Contact))["feedback"]![0]!["id"]}/answer", new { text = "We were at Meidoornstraat 12." });
        Assert.Single((await Own(fatima, story))!["sharedStatements"]!.AsArray());
        Assert.Equal("We were at Meidoornstraat 12.", await Answer());

        await LivesThere(father, secret: true);

        Assert.Empty((await Own(fatima, story))!["sharedStatements"]!.AsArray());
        Assert.Null(await Answer());
        await lotte.Refused("gives-secret-away", story.Contact, $"statements/{await Tell("At Meidoornstraat nr. 12 again.")}/sharings", new { personId = story.Mother });
        await lotte.Refused("gives-secret-away", story.Contact, "triage", new { outcome = "localSupport", decision = new { explanation = "Sem lives at Meidoornstraat 12." } });
        await lotte.Refused("gives-secret-away", story.Family, "key-worker/duos", new
        {
            worker = new { account = await intake.Account("daan") },
            reason = "He knows Meidoornstraat 12.",
        });

        await LivesThere(story.Mother, secret: false);
        Assert.Single((await Own(fatima, story))!["sharedStatements"]!.AsArray());
        Assert.Equal("We were at Meidoornstraat 12.", await Answer());

        Task LivesThere(Guid person, bool secret) => Put(lotte, story.Family, $"members/{person}/residence", new { secret, street = "Meidoornstraat", houseNumber = "12" });

        async Task<string?> Answer() => (string?)(await fatima.Read($"{story.Contact}/own-feedback"))["items"]![0]!["answer"];

        async Task<Guid> Tell(string text)
        {
            using var answer = await lotte.Post($"{story.Contact}/statements", etag: null, new { text, author = "network", kind = "observation" });
            return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["statements"]!.AsArray().Single(one => (string?)one!["text"] == text)!["id"]!.GetValue<Guid>();
        }
    }

    [Fact]
    public async Task Of_an_untold_report_of_a_merged_file_who_came_for_it_tells_nothing_either()
    {
        var (story, other) = (await New(), await New(told: false, tie: false));
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Do(lotte, story.Family, "merges", new { otherFamilyId = other.Family[^36..], reason = "One household." });

        await intake.Involve(story.Family, Relations.Investigator, "rvt-utrecht", await intake.Account("rosa"));

        Assert.Equal(["keyWorker"], (await OwnFamily(fatima, story))!["involved"]!.AsArray().Select(one => (string?)one!["function"]));
        Assert.Null(await Own(fatima, other));
        await lotte.Tell(other.Contact, story.Mother);
        Assert.Equal(["keyWorker", "investigator"], (await OwnFamily(fatima, story))!["involved"]!.AsArray().Select(one => (string?)one!["function"]));
        Assert.NotNull(await Own(fatima, other));
    }

    [Fact]
    public async Task The_file_into_which_that_one_went_is_read_by_the_id_that_the_member_knows()
    {
        var (story, other) = (await New(), await New(told: false, tie: false));
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Do(lotte, other.Family, "merges", new { otherFamilyId = story.Family[^36..], reason = "One household." });

        await intake.Involve(story.Family, Relations.Investigator, "rvt-utrecht", await intake.Account("rosa"));

        Assert.Null(await OwnFamily(fatima, other));
        Assert.DoesNotContain((await OwnFamily(fatima, story))!["involved"]!.AsArray(), one => (string?)one!["function"] == Relations.Investigator);
    }

    [Fact]
    public async Task That_a_key_worker_is_sought_for_an_untold_report_does_not_show()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var mother = (await Do(lotte, family, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"]!.GetValue<Guid>();
        var story = new Story(contact, family, Guid.Empty, mother);
        await Tie(story, mother);
        Assert.Empty((await OwnFamily(fatima, story))!["terms"]!.AsArray());

        await lotte.Tell(contact);

        Assert.Equal("keyWorkerAssignment", (string?)Assert.Single((await OwnFamily(fatima, story))!["terms"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task A_call_for_help_is_there_for_who_made_it_and_not_for_the_other_parent()
    {
        var registered = await intake.Register(new
        {
            kind = "selfReferral",
            channel = "phone",
            receivedAt = TestDay.Now,
            statements = new[] { new { text = "He hits me." } },
            family = new { members = new[] { new { role = "parent", givenName = "Mira" }, new { role = "parent", givenName = "Sem" } } },
        });
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        var members = (await lotte.Read($"{family}/members"))["items"]!.AsArray().ToDictionary(one => (string)one!["givenName"]!, one => one!["personId"]!.GetValue<Guid>());
        var story = new Story(contact, family, members["Mira"], members["Sem"]);
        await Say(lotte, story, "parent", members["Mira"], "He hit me again.");

        await Tie(story, members["Sem"]);
        Assert.Null(await Own(fatima, story));
        await Do(lotte, family, $"members/{members["Sem"]}/account/removal", new { reason = "Mistaken." });
        await Tie(story, members["Mira"]);
        var own = (await Own(fatima, story))!;
        Assert.Equal("He hit me again.", (string?)Assert.Single(own["ownStatements"]!.AsArray())!["text"]);
        Assert.Equal("triage", (string?)Assert.Single(own["terms"]!.AsArray())!["name"]);

        await Triage(lotte, story);
        var decision = (await Own(fatima, story))!["decision"]!;
        Assert.Equal(("Jeugdwet artikel 2.3", "objection"), ((string?)decision["legalBasis"], (string?)decision["remedy"]));
        Assert.Equal($"{WorkingDays.OnOrAfter(TestDay.Today.AddDays(42)):yyyy-MM-dd}", (string?)decision["remedyUntil"]);
    }

    [Fact]
    public async Task The_family_counts_whom_it_meets_and_reads_why_they_came()
    {
        var story = await New();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Do(lotte, story.Family, "key-worker/duos", new { worker = new { account = await intake.Account("daan") }, reason = "Two hear more than one." });
        await intake.Involve(story.Family, Relations.Investigator, "rvt-utrecht", await intake.Account("rosa"));
        await intake.Involve(story.Family, Relations.AssigningTeam, "rvt-utrecht");
        await intake.Involve(story.Family, Relations.ReceivingTeam, "gm0355");
        await intake.Involve(story.Family, Relations.EmergencyAccess, "support-utrecht", "somebody");

        var own = (await OwnFamily(fatima, story))!;

        Assert.Equal((2, 3), ((int?)own["organisationCount"], (int?)own["faceCount"]));
        Assert.Equal(("keyWorker", "localTeam"), ((string?)own["familiarFace"]!["function"], (string?)own["familiarFace"]!["organisation"]));
        Assert.Equal(["keyWorker", "duo", "investigator"], own["involved"]!.AsArray().Select(one => (string?)one!["function"]));
        Assert.Equal("Two hear more than one.", (string?)own["involved"]![1]!["reason"]);
        // The face is a face: by given name and number. Others are known by function and organisation.
        Assert.Equal(
            [("Lotte", "+31 30 000 0101"), ("Daan", "+31 30 000 0102"), (null, null)],
            own["involved"]!.AsArray().Select(one => ((string?)one!["givenName"], (string?)one["phone"])));
        Assert.Equal("Regionaal veiligheidsteam Utrecht", (string?)own["involved"]![2]!["name"]);
        foreach (var kept in new[] { "gm0344", "gm0355", "Gemeente", "Bakker", "de Vries", await intake.Account("lotte") })
            Assert.DoesNotContain(kept, own.ToJsonString(), StringComparison.Ordinal);

        // Where a child is now shows from the team of no other municipality.
        await intake.Involve(story.Family, Relations.DutyTeam, "gm0355");
        var moved = (await OwnFamily(fatima, story))!;
        Assert.Equal(3, (int?)moved["organisationCount"]);
        Assert.All(moved["involved"]!.AsArray().Where(one => (string?)one!["organisation"] == "localTeam"), one => Assert.Null(one!["name"]));
        Assert.DoesNotContain("Zeist", moved.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_and_a_system_have_no_own_family()
    {
        using var lotte = await intake.As("lotte");
        using var system = await intake.AsClient("gm0344-case-system");
        foreach (var path in new[] { "own-families", "own-contacts" })
            foreach (var client in new[] { lotte, system })
                using (var refused = await client.GetAsync($"/gm0344/intake/v1/{path}", Cancel))
                    Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    sealed record Story(string Contact, string Family, Guid Child, Guid Mother);

    /// <summary>A family with a key worker, a child of eleven and a mother, and a report about it by a school that is not named.</summary>
    async Task<Story> New(bool told = true, bool tie = true)
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        using var lotte = await intake.As("lotte");
        var child = (await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!.GetValue<Guid>();
        await Do(lotte, family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        var mother = (await Do(lotte, family, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"]!.GetValue<Guid>();
        var story = new Story(contact, family, child, mother);
        if (told)
            await lotte.Tell(contact);
        if (tie)
            await Tie(story, mother);
        return story;
    }

    static Task<JsonObject> Shield(HttpClient lotte, Story story, bool shielded) => lotte.Change(story.Contact, "reporter-shield", new
    {
        decision = ContactHttp.Decision,
        shielded,
        reviewOn = shielded ? $"{TestDay.Today.AddDays(90):yyyy-MM-dd}" : null,
        recognisability = shielded ? new { roleForFamily = "a professional" } : null,
    });

    async Task Tie(Story story, Guid member)
    {
        using var lotte = await intake.As("lotte");
        await Do(lotte, story.Family, $"members/{member}/account", new { account = await intake.Account("fatima") });
    }

    static async Task<Guid> Say(HttpClient lotte, Story story, string author, Guid person, string text)
    {
        using var answer = await lotte.Post($"{story.Contact}/statements", etag: null, new { text, author, personId = person, kind = "observation" });
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["statements"]!.AsArray()
            .Single(one => (string?)one!["text"] == text)!["id"]!.GetValue<Guid>();
    }

    static Task<JsonObject> Triage(HttpClient lotte, Story story, string explanation = "Somebody helps you.") => lotte.Change(story.Contact, "triage", new
    {
        outcome = "localSupport",
        decision = new { explanation },
    });

    static async Task<JsonNode?> Own(HttpClient client, Story story) => (await client.Read("/gm0344/intake/v1/own-contacts"))["items"]!.AsArray()
        .SingleOrDefault(one => story.Contact.EndsWith($"{one!["id"]}", StringComparison.Ordinal));

    static async Task<JsonNode?> OwnFamily(HttpClient client, Story story) => (await client.Read("/gm0344/intake/v1/own-families"))["items"]!.AsArray()
        .SingleOrDefault(one => story.Family.EndsWith($"{one!["id"]}", StringComparison.Ordinal));

    async Task<JsonObject> Do(HttpClient client, string family, string what, object body)
    {
        using var answer = await client.Post($"{family}/{what}", await Version(family), body);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    async Task Put(HttpClient client, string family, string what, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{family}/{what}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", await Version(family));
        using var answer = await client.SendAsync(request, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    async Task<string> Version(string family)
    {
        using var lotte = await intake.As("lotte");
        return await lotte.Etag(family);
    }
}
