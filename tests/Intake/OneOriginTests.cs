using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Emergencies;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>
/// What is kept from somebody, what somebody was not told, and who is in danger is about persons: it holds in all files of one origin, whether they
/// went into one another, if only for a while, or were split off.
/// </summary>
public class OneOriginTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static readonly object Because = new { decision = ContactHttp.Decision };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_reported_is_kept_in_a_file_that_was_split_off_and_in_one_split_off_from_that()
    {
        using var lotte = await intake.As("lotte");
        var told = await New();
        var (mother, father) = (await told.Add(lotte, "Mira"), await told.Add(lotte, "Karim"));
        var second = await Split(lotte, told.Family, told.Child, mother);
        var third = await Split(lotte, second, told.Child);

        foreach (var file in new[] { told.Family, second, third })
        {
            await lotte.Refused("gives-reporter-away", file, "key-worker", await KeyWorker("The school reported it."));
            Assert.Equal((true, false), await Toets(file, "The school reported it.", father));
        }
    }

    [Fact]
    public async Task Where_somebody_was_said_to_be_in_the_file_that_was_split_off_is_kept_in_the_old_one()
    {
        using var lotte = await intake.As("lotte");
        var told = await New();
        var (mother, father) = (await told.Add(lotte, "Mira"), await told.Add(lotte, "Karim"));
        var hers = await Split(lotte, told.Family, told.Child, mother);
        using (var put = new HttpRequestMessage(HttpMethod.Put, $"{hers}/members/{mother}/residence") { Content = JsonContent.Create(new { secret = true, street = "Kerkstraat", houseNumber = "12" }) })
        {
            put.Headers.TryAddWithoutValidation("If-Match", await lotte.Etag(hers));
            using var done = await lotte.SendAsync(put, Cancel);
            Assert.True(done.IsSuccessStatusCode);
        }
        var later = await New(whereabouts: new JsonObject { ["street"] = "Dorpsweg", ["houseNumber"] = "7", ["description"] = "With her sister Noor" });
        await lotte.Change(hers, "merges", new { otherFamilyId = Id(later.Family), reason = "One household." });

        Assert.Equal((false, true), await Toets(told.Family, "Mira is in de Dorpsweg.", father));
        Assert.Equal((false, true), await Toets(told.Family, "Mira is in de Kerkstraat.", father));
        await lotte.Refused("gives-secret-away", told.Family, "key-worker", await KeyWorker("Mira is at Noor's."));
    }

    [Fact]
    public async Task Who_was_not_told_is_not_told_in_the_file_that_was_split_off_and_can_be_told_there_still()
    {
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var told = await New();
        var (mother, father) = (await told.Add(lotte, "Mira"), await told.Add(lotte, "Karim"));
        await Tie(lotte, told.Family, mother);
        Assert.Empty((await Own(fatima, told.Family))!["terms"]!.AsArray());

        var hers = await Split(lotte, told.Family, mother);

        Assert.Equal([mother], await Untold(hers, mother));
        var page = (await Own(fatima, hers))!;
        Assert.Empty(page["terms"]!.AsArray());
        Assert.Empty(page["involved"]!.AsArray());
        Assert.Null(await Own(fatima, told.Family));
        await lotte.Tell(told.Contact, father);
        Assert.Equal([$"{mother}"], NotTold(await lotte.Read(told.Contact)));
        await lotte.Tell(told.Contact, mother);
        Assert.Empty(await Untold(hers, mother));
        Assert.Empty(NotTold(await lotte.Read(told.Contact)));
    }

    [Fact]
    public async Task A_report_that_came_to_the_old_file_after_somebody_left_it_is_not_theirs()
    {
        using var lotte = await intake.As("lotte");
        var told = await New();
        var (mother, father) = (await told.Add(lotte, "Mira"), await told.Add(lotte, "Karim"));
        await lotte.Tell(told.Contact);
        var hers = await Split(lotte, told.Family, mother);
        await using (var db = intake.OpenOwner())
        {
            // Yesterday.
            var left = WorkingDays.DateOf(TestDay.Now).AddDays(-1);
            await db.Database.ExecuteSqlAsync($"update memberships set until = {left} where family_id = {Id(told.Family)} and person_id = {mother}", Cancel);
        }
        var later = await New();
        await lotte.Change(told.Family, "merges", new { otherFamilyId = Id(later.Family), reason = "One household." });

        Assert.Equal([father], await Untold(told.Family, father));
        Assert.Empty(await Untold(hers, mother));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_member_knew_of_the_own_file_is_known_after_a_merge_and_nothing_more(bool intoTheUnknownOne)
    {
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var (own, unknown) = (await New(), await New(receivedAt: TestDay.Now.AddDays(-2)));
        var mother = await own.Add(lotte, "Mira");
        await Tie(lotte, own.Family, mother);
        await lotte.Tell(own.Contact, mother);
        await intake.Involve(own.Family, Relations.RegionalTeam, "rvt-utrecht");
        await intake.Involve(unknown.Family, Relations.Investigator, "rvt-utrecht", await intake.Account("rosa"));
        var began = TestDay.Now;
        var before = (await Own(fatima, own.Family))!;
        Assert.Contains("regionalTeam", Functions(before));
        Assert.Single(before["terms"]!.AsArray());

        await lotte.Change(
            intoTheUnknownOne ? unknown.Family : own.Family, "merges", new { otherFamilyId = Id(intoTheUnknownOne ? own.Family : unknown.Family), reason = "One household." });

        var after = (await Own(fatima, own.Family))!;
        Assert.Null(await Own(fatima, unknown.Family));
        Assert.Contains("regionalTeam", Functions(after));
        Assert.DoesNotContain("investigator", Functions(after));
        Assert.Equal($"{before["terms"]}", $"{after["terms"]}");
        Assert.Empty(await Untold(own.Family, mother, began));
        Assert.Equal([mother], await Untold(unknown.Family, mother, began));
        await intake.Involve(own.Family, Relations.Consulted, "rvt-utrecht", await intake.Account("rosa"));
        Assert.DoesNotContain("consulted", Functions((await Own(fatima, own.Family))!));

        await lotte.Tell(unknown.Contact, mother);
        Assert.Contains("consulted", Functions((await Own(fatima, own.Family))!));
    }

    [Fact]
    public async Task A_member_asks_for_another_key_worker_by_the_id_that_the_member_knows()
    {
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var (own, other) = (await New(), await New());
        await Tie(lotte, own.Family, await own.Add(lotte, "Mira"));
        await lotte.Change(other.Family, "key-worker", await KeyWorker(null));
        await lotte.Change(other.Family, "merges", new { otherFamilyId = Id(own.Family), reason = "One household." });

        using (var asked = await fatima.PostAsJsonAsync($"{own.Family}/own-key-worker-wishes", new { text = "Somebody else, please." }, Cancel))
            Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync(Cancel));

        Assert.Equal("Somebody else, please.", (string?)Assert.Single((await fatima.Read($"{own.Family}/own-key-worker-wishes"))["items"]!.AsArray())!["text"]);
        Assert.Single((await lotte.Read(other.Family))["keyWorkerWishes"]!.AsArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Danger_of_a_child_that_goes_back_goes_back_with_it(bool theRegionSaysSo)
    {
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var (one, two) = (await New(), await New(bsn: "999990263"));
        await lotte.Change(one.Family, "merges", new { otherFamilyId = Id(two.Family), reason = "One household." });
        var danger = theRegionSaysSo ? await RegionJudges(one.Family, two.Child) : await Judge(lotte, one.Contact, two.Child);

        await lotte.Change(one.Family, $"merges/{(await lotte.Read(one.Family))["merges"]![0]!["id"]}/undo", null);

        await lotte.Refused("emergency-open", two.Family, "closing", Because);
        await EndsOnceOver(onCall, Assert.Single(await Emergencies(onCall, two.Family)),
            () => theRegionSaysSo ? RegionSaysOver(one.Family, danger) : lotte.Change(one.Contact, $"acute-dangers/{danger}/end", new { ground = "With her aunt.", judgedBy = "Lotte" }));
        // Nobody of the other family is in danger: its emergency ends by itself.
        await Act(onCall, Assert.Single(await Emergencies(onCall, one.Family)));
        await onCall.Change(Assert.Single(await Emergencies(onCall, one.Family)), "end", null);
    }

    [Fact]
    public async Task Danger_of_a_child_that_is_in_both_files_is_that_of_both_once_the_merge_is_undone()
    {
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var (one, two) = (await New(), await New());
        await lotte.Change(one.Family, "merges", new { otherFamilyId = Id(two.Family), reason = "One household." });
        await Judge(lotte, one.Contact, one.Child);

        await lotte.Change(one.Family, $"merges/{(await lotte.Read(one.Family))["merges"]![0]!["id"]}/undo", null);

        foreach (var file in new[] { one.Family, two.Family })
            Assert.Single(await Emergencies(onCall, file));
    }

    [Fact]
    public async Task Danger_goes_along_with_a_child_that_is_split_off()
    {
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var told = await New();
        await told.Add(lotte, "Mira");
        var danger = await Judge(lotte, told.Contact, told.Child);

        var other = await Split(lotte, told.Family, told.Child);

        await lotte.Change(other, "key-worker", await KeyWorker(null));
        await lotte.Refused("emergency-open", other, "closing", Because);
        await EndsOnceOver(onCall, Assert.Single(await Emergencies(onCall, other)),
            () => lotte.Change(told.Contact, $"acute-dangers/{danger}/end", new { ground = "With her aunt.", judgedBy = "Lotte" }));
        await lotte.Change(other, "closing", Because);
    }

    [Fact]
    public async Task Danger_that_is_judged_in_the_old_file_is_of_the_one_to_which_the_child_went_and_opens_it()
    {
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var told = await New();
        await told.Add(lotte, "Mira");
        var other = await Split(lotte, told.Family, told.Child);
        await lotte.Change(other, "key-worker", await KeyWorker(null));
        await lotte.Change(other, "closing", Because);

        await Judge(lotte, told.Contact, told.Child);

        Assert.Single(await Emergencies(onCall, other));
        Assert.Empty(await Emergencies(onCall, told.Family));
    }

    [Fact]
    public async Task Danger_that_the_region_sees_raises_an_emergency_also_in_a_file_without_contacts()
    {
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var told = await New();
        await told.Add(lotte, "Mira");
        var other = await Split(lotte, told.Family, told.Child);

        await RegionJudges(other, told.Child);

        Assert.Single(await Emergencies(onCall, other));
    }

    [Fact]
    public async Task Danger_that_is_heard_to_be_over_first_raises_none()
    {
        using var onCall = await intake.As("lotte", "emergency-response");
        var (told, danger) = (await New(), Guid.CreateVersion7());
        await RegionSaysOver(told.Family, danger);

        await RegionJudges(told.Family, told.Child, danger);

        Assert.Empty(await Emergencies(onCall, told.Family));
    }

    [Fact]
    public async Task A_file_that_danger_opened_reads_as_it_was_closed_until_the_familiar_face_is_there()
    {
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var told = await New();
        await Tie(lotte, told.Family, await told.Add(lotte, "Mira"));
        await lotte.Change(told.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        await lotte.Tell(told.Contact);
        await lotte.Change(told.Family, "closing", Because);
        var closed = await Own(fatima, told.Family);
        Assert.NotNull(closed!["closed"]);

        await RegionJudges(told.Family, told.Child);
        await intake.Involve(told.Family, Relations.RegionalTeam, "rvt-utrecht");

        Assert.Equal($"{closed}", $"{await Own(fatima, told.Family)}");
        await lotte.Change(told.Family, "key-worker", await KeyWorker(null));
        var met = (await Own(fatima, told.Family))!;
        Assert.Null(met["closed"]);
        Assert.Contains("keyWorker", Functions(met));
    }

    [Fact]
    public async Task Who_joins_the_family_after_everybody_was_told_is_told_as_well()
    {
        using var lotte = await intake.As("lotte");
        var told = await New();
        await told.Add(lotte, "Mira");
        var telling = await lotte.Tell(told.Contact);
        Assert.NotNull(telling["telling"]!["everybodyAt"]);
        Assert.Equal(1, Runs(telling, stopped: true));

        var father = await told.Add(lotte, "Karim");
        await told.Add(lotte, "Grandma", "grandparent");

        var contact = await lotte.Read(told.Contact);
        Assert.Null(contact["telling"]!["everybodyAt"]);
        Assert.Equal([$"{father}"], NotTold(contact));
        Assert.Equal(1, Runs(contact, stopped: false));
        await lotte.Change(told.Contact, "telling/postponement", new { safetyReason = "He threatened her.", until = $"{WorkingDays.DateOf(TestDay.Now).AddDays(9):yyyy-MM-dd}" });
        contact = await lotte.Tell(told.Contact, father);
        Assert.Equal(0, Runs(contact, stopped: false));
        Assert.NotNull(contact["telling"]!["everybodyAt"]);

        static int Runs(JsonObject contact, bool stopped) =>
            contact["clocks"]!.AsArray().Count(one => (string?)one!["term"] == "tellingThoseConcerned" && one["stoppedAt"] is not null == stopped);
    }

    [Theory]
    [InlineData("concern")]
    [InlineData("emergency")]
    public async Task What_a_system_sends_without_a_reporter_its_organisation_reports(string kind)
    {
        using var lotte = await intake.As("lotte");
        var told = await New(kind: kind, reporter: false);
        var mother = await told.Add(lotte, "Mira");

        Assert.Equal([mother], await Untold(told.Family, mother));
        var contact = await lotte.Read(told.Contact);
        Assert.Equal(("organisation", "Gemeente Utrecht"), ((string?)contact["reporter"]!["role"], (string?)contact["reporter"]!["name"]));
        Assert.Equal([$"{mother}"], NotTold(contact));
        await lotte.Change(told.Contact, "telling/postponement", new { safetyReason = "He threatened her.", until = $"{WorkingDays.DateOf(TestDay.Now).AddDays(9):yyyy-MM-dd}" });
        await lotte.Tell(told.Contact, mother);
        Assert.Empty(await Untold(told.Family, mother));
    }

    [Fact]
    public async Task What_a_worker_wrote_down_without_a_reporter_who_spoke_in_it_knows_and_nobody_else()
    {
        using var lotte = await intake.As("lotte");
        using var answer = await lotte.PostAsJsonAsync($"{Root}/contacts", new
        {
            kind = "emergency",
            channel = "phone",
            receivedAt = ContactHttp.JustNow,
            statements = new[] { new { text = "He is at the door.", member = 0 } },
            family = new { members = new[] { new { role = "parent", givenName = "Mira" }, new { role = "parent", givenName = "Karim" } } },
        }, Cancel);
        var registered = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        var family = $"{Root}/families/{registered["familyId"]}";
        var parents = (await lotte.Read($"{family}/members"))["items"]!.AsArray();
        var (mother, father) = (Of("Mira"), Of("Karim"));

        Assert.Equal([father], await Untold(family, father));
        Assert.Empty(await Untold(family, mother));

        Guid Of(string name) => (Guid)parents.Single(one => (string?)one!["givenName"] == name)!["personId"]!;
    }

    async Task<Told> New(string kind = "concern", bool reporter = true, DateTimeOffset? receivedAt = null, JsonObject? whereabouts = null, string bsn = "999990068")
    {
        var concern = JsonNode.Parse(RegisterContactTests.Concern(bsn))!.AsObject();
        concern["kind"] = kind;
        concern["receivedAt"] = receivedAt ?? TestDay.Now.AddMinutes(-1);
        if (!reporter)
            concern.Remove("reporter");
        if (whereabouts is not null)
            concern["family"]!["whereabouts"] = whereabouts;
        var sent = await intake.Register(concern);
        using var lotte = await intake.As("lotte");
        var family = $"{Root}/families/{sent["familyId"]}";
        return new(family, $"{Root}/contacts/{sent["id"]}", (Guid)(await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!);
    }

    static Guid Id(string path) => Guid.Parse(path[^36..]);

    async Task<object> KeyWorker(string? reason) => new { worker = new { account = await intake.Account("lotte") }, reason };

    static async Task<string> Split(HttpClient lotte, string family, params Guid[] members) =>
        $"{Root}/families/{(await lotte.Change(family, "split", new { members, reason = "They live apart." }))["splits"]!.AsArray()[^1]!["newFamilyId"]}";

    async Task Tie(HttpClient lotte, string family, Guid person)
    {
        using var linked = await lotte.Post($"{family}/members/{person}/account", await lotte.Etag(family), new { account = await intake.Account("fatima") });
        Assert.True(linked.IsSuccessStatusCode);
    }

    static async Task<JsonNode?> Own(HttpClient fatima, string family) =>
        (await fatima.Read($"{Root}/own-families"))["items"]!.AsArray().SingleOrDefault(one => (string?)one!["id"] == family[^36..]);

    static IEnumerable<string> Functions(JsonNode page) => page["involved"]!.AsArray().Select(one => (string)one!["function"]!);

    static IEnumerable<string> NotTold(JsonObject contact) => contact["telling"]!["notTold"]!.AsArray().Select(one => (string)one!);

    static async Task<string> Judge(HttpClient lotte, string contact, Guid child) =>
        $"{(await lotte.Change(contact, "acute-dangers", new { personId = child, ground = "Fresh bruises.", judgedBy = "Lotte" }))["acuteDangers"]!.AsArray()[^1]!["id"]}";

    async Task<string> RegionJudges(string family, Guid child, Guid? danger = null)
    {
        var judged = danger ?? Guid.CreateVersion7();
        await intake.Hear<OnAcuteDangerJudged>(reaction => reaction.On(new AcuteDangerJudged(judged, child).Of(Id(family), 1, "gm0344", TestDay.Now), Cancel));
        return $"{judged}";
    }

    Task RegionSaysOver(string family, string danger) => RegionSaysOver(family, Guid.Parse(danger));

    Task RegionSaysOver(string family, Guid danger) =>
        intake.Hear<OnAcuteDangerJudged>(reaction => reaction.On(new AcuteDangerOver(danger).Of(Id(family), 2, "gm0344", TestDay.Now), Cancel));

    static async Task<IReadOnlyList<string>> Emergencies(HttpClient onCall, string family) =>
        [.. (await onCall.Read($"{family}/emergencies"))["items"]!.AsArray().Where(one => (string?)one!["status"] != "ended").Select(one => $"{Root}/emergencies/{one!["id"]}")];

    static Task<JsonObject> Act(HttpClient onCall, string emergency) => onCall.Change(emergency, "immediate-actions", new { kind = "police", what = "Called.", decidedBy = "Lotte" });

    static async Task EndsOnceOver(HttpClient onCall, string emergency, Func<Task> over)
    {
        await Act(onCall, emergency);
        await onCall.Refused("danger-stands", emergency, "end", null);
        await over();
        await onCall.Change(emergency, "end", null);
    }

    async Task<IEnumerable<Guid>> Untold(string family, Guid reader, DateTimeOffset? beganAt = null) =>
        (await Ask(new { familyId = Id(family), texts = Array.Empty<object>(), readers = new[] { reader }, beganAt }))["untold"]!.AsArray().Select(one => (Guid)one!);

    async Task<(bool Reporter, bool Secret)> Toets(string family, string content, Guid reader)
    {
        var verdict = (await Ask(new { familyId = Id(family), texts = new[] { new { content, reader } } }))["items"]![0]!;
        return ((bool)verdict["givesReporterAway"]!, (bool)verdict["givesSecretAway"]!);
    }

    async Task<JsonObject> Ask(object request)
    {
        using var region = await intake.AsClient("investigation-instance");
        using var answer = await region.PostAsJsonAsync($"{Root}/texts/_toets", request, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    sealed record Told(string Family, string Contact, Guid Child)
    {
        public async Task<Guid> Add(HttpClient lotte, string name, string role = "parent") =>
            (Guid)(await lotte.Change(Family, "members", new { role, person = new { givenName = name } }))["personId"]!;
    }
}
