using System.Net;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Microsoft.EntityFrameworkCore;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>A contact that was registered in error is out of sight, counts nowhere and holds nothing up; its words stay for the privacy officer.</summary>
public class TakeOutContactTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly string[] Agreed = ["Father"];

    [Fact]
    public async Task It_is_out_of_sight_with_its_emergency_and_the_officer_reads_what_it_was()
    {
        var (_, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        using var pieter = await intake.As("pieter");
        var contact = $"{Root}/contacts/{(await lotte.Read(path))["contactId"]}";
        await End(lotte, path);

        var answer = await lotte.Change(contact, "removal", new { reason = "It was a drill." });

        Assert.Equal(contact[^36..], $"{answer["id"]}");
        foreach (var gone in new[] { contact, path })
            using (var read = await lotte.GetAsync(gone, Cancel))
                Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.DoesNotContain(await lotte.ReadAll($"{Root}/contacts"), one => contact.EndsWith($"{one!["id"]}", StringComparison.Ordinal));
        Assert.DoesNotContain(await lotte.ReadAll($"{Root}/emergencies"), one => path.EndsWith($"{one!["id"]}", StringComparison.Ordinal));
        var removed = Assert.Single((await pieter.Read($"{Root}/families/{family}/removed-contacts"))["items"]!.AsArray())!;
        Assert.Equal(("It was a drill.", "Screams are heard."), ((string?)removed["reason"], (string?)removed["contact"]!["statements"]![0]!["text"]));
        await using var db = intake.OpenOwner();
        var id = Guid.Parse(contact[^36..]);
        var kept = await db.Contacts.IgnoreQueryFilters().SingleAsync(one => one.Id == id, Cancel);
        Assert.All(kept.Clocks, clock => Assert.NotNull(clock.StoppedAt));
        Assert.Null((await db.Families.SingleAsync(one => one.Id == family, Cancel)).RunningClock(Family.KeyWorkerAssignmentTerm));
        var names = await db.Database.SqlQuery<string>($"select name as \"Value\" from event_log where family_id = {family}").ToListAsync(Cancel);
        Assert.Contains("contact-taken-out", names);
        Assert.Contains("emergency-taken-out", names);
    }

    [Fact]
    public async Task While_an_emergency_runs_or_danger_stands_nothing_goes_out_of_sight()
    {
        var (_, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        var contact = $"{Root}/contacts/{(await lotte.Read(path))["contactId"]}";
        await lotte.Refused("emergency-open", contact, "removal", new { reason = "Away with it." });
        await lotte.Change($"{Root}/families/{family}", "members", new { role = "child" });
        await using var db = intake.OpenOwner();
        var child = (await db.Families.SingleAsync(one => one.Id == family, Cancel)).Members[0].PersonId;
        await lotte.Change(contact, "acute-dangers", new { personId = child, judgedBy = "Lotte, duty team", ground = "Screams are heard." });

        await lotte.Refused("danger-stands", contact, "removal", new { reason = "Away with it." });

        Assert.Contains(await lotte.ReadAll($"{Root}/emergencies"), one => path.EndsWith($"{one!["id"]}", StringComparison.Ordinal));
    }

    static async Task End(HttpClient lotte, string emergency)
    {
        await lotte.Change(emergency, "immediate-actions", new { kind = "other", what = "Nothing was needed.", decidedBy = "Lotte, duty team" });
        await lotte.Change(emergency, "end", body: null);
    }

    [Fact]
    public async Task Nothing_blocks_the_closing_of_the_file()
    {
        var (_, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        await End(lotte, path);
        await lotte.Change($"{Root}/contacts/{(await lotte.Read(path))["contactId"]}", "removal", new { reason = "It was a drill." });

        await lotte.Change($"{Root}/families/{family}", "closing", new { decision = ContactHttp.Decision });
    }

    [Fact]
    public async Task Who_read_it_elsewhere_is_told_and_what_only_colleagues_read_went_nowhere()
    {
        var (known, unknown) = (await intake.NewContact(), await intake.NewContact());
        using var lotte = await intake.As("lotte");
        await lotte.Tell(known);
        var (family, other) = ($"{(await lotte.Read(known))["familyId"]}", $"{(await lotte.Read(unknown))["familyId"]}");
        foreach (var one in new[] { known, unknown })
            await lotte.Change(one, "removal", new { reason = "Another child of that name." });

        var breaches = (await lotte.ReadAll($"{Root}/data-breaches"));
        Assert.Equal("contact", (string?)breaches.Single(one => $"{one!["familyId"]}" == family)!["subject"]);
        Assert.DoesNotContain(breaches, one => $"{one!["familyId"]}" == other);
    }

    [Fact]
    public async Task An_emergency_that_others_judged_does_not_go_with_a_contact_that_told_nothing_of_it()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var family = (Guid)(await lotte.Read(contact))["familyId"]!;
        var danger = Guid.CreateVersion7();
        await intake.Hear<OnAcuteDangerJudged>(reaction => reaction.On(new AcuteDangerJudged(danger, Guid.CreateVersion7()).Of(family, danger, 1, "gm0344", TestDay.Now), Cancel));
        var emergency = $"{Root}/emergencies/{Assert.Single(await onCall.ReadAll($"{Root}/families/{family}/emergencies"))!["id"]}";
        await onCall.Change(emergency, "immediate-actions", new { kind = "police", what = "Called.", decidedBy = "Lotte, duty team" });
        await intake.Hear<OnAcuteDangerJudged>(reaction => reaction.On(new AcuteDangerOver(danger).Of(family, danger, 2, "gm0344", TestDay.Now), Cancel));
        await onCall.Change(emergency, "end", body: null);

        await lotte.Refused("emergency-of-others", contact, "removal", new { reason = "Registered twice." });

        Assert.Equal("Called.", (string?)(await onCall.Read(emergency))["immediateActions"]![0]!["what"]);
    }

    [Fact]
    public async Task An_emergency_of_which_the_contact_itself_told_goes_with_it()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var family = (Guid)(await lotte.Read(contact))["familyId"]!;
        var child = (await lotte.Read($"{Root}/families/{family}/members"))["items"]![0]!["personId"];
        var judged = await lotte.Change(contact, "acute-dangers", new { personId = child, judgedBy = "Lotte, duty team", ground = "Screams are heard." });
        await lotte.Change(contact, $"acute-dangers/{judged["acuteDangers"]![0]!["id"]}/end", new { judgedBy = "Lotte, duty team", ground = "It was the neighbours." });
        var emergency = $"{Root}/emergencies/{Assert.Single(await lotte.ReadAll($"{Root}/families/{family}/emergencies"))!["id"]}";
        await End(lotte, emergency);

        await lotte.Change(contact, "removal", new { reason = "It was the neighbours." });

        using var read = await lotte.GetAsync(emergency, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task While_a_safety_agreement_holds_nothing_goes_out_of_sight()
    {
        var (_, _, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        var contact = $"{Root}/contacts/{(await lotte.Read(path))["contactId"]}";
        var agreed = await lotte.Change(path, "safety-agreements", new { who = "Father", what = "Sleeps at his brother's.", until = TestDay.Now.AddDays(5), agreedBy = Agreed });
        await End(lotte, path);

        await lotte.Refused("emergency-open", contact, "removal", new { reason = "It was a drill." });

        await lotte.Change(path, $"safety-agreements/{agreed["safetyAgreements"]![0]!["id"]}/evaluations", new { outcome = "ended", howItWent = "There was nothing.", evaluatedBy = "Lotte" });
        await lotte.Change(contact, "removal", new { reason = "It was a drill." });
    }

    [Fact]
    public async Task While_somebody_must_stay_away_from_home_nothing_goes_out_of_sight()
    {
        var (_, _, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        var contact = $"{Root}/contacts/{(await lotte.Read(path))["contactId"]}";
        await lotte.Change(path, "immediate-actions", new { kind = "temporaryRestrainingOrder", what = "Ten days.", decidedBy = "The mayor" });
        await End(lotte, path);

        await lotte.Refused("emergency-open", contact, "removal", new { reason = "It was a drill." });
    }

    [Fact]
    public async Task The_regional_team_to_which_an_emergency_was_sent_is_told_though_its_receipt_is_heard_later()
    {
        var (id, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        var contact = $"{Root}/contacts/{(await lotte.Read(path))["contactId"]}";
        await End(lotte, path);

        await lotte.Change(contact, "removal", new { reason = "It was a drill." });
        await intake.Hear<OnEmergencyAcknowledged>(reaction => reaction.On(new EmergencyAcknowledged(id).Of(family, Guid.CreateVersion7(), 1, "gm0344", TestDay.Now), Cancel));

        var breach = (await lotte.ReadAll($"{Root}/data-breaches")).Single(one => $"{one!["familyId"]}" == $"{family}")!;
        var recipient = Assert.Single((await lotte.Read($"{Root}/data-breaches/{breach["id"]}"))["recipients"]!.AsArray())!;
        Assert.NotNull((string?)recipient["organisation"]);
    }

    [Fact]
    public async Task The_officer_finds_it_without_knowing_the_family_and_reads_the_emergency_as_it_was()
    {
        var (id, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        using var pieter = await intake.As("pieter");
        var contact = (Guid)(await lotte.Read(path))["contactId"]!;
        await End(lotte, path);
        await lotte.Change($"{Root}/contacts/{contact}", "removal", new { reason = "It was a drill." });

        var listed = (await pieter.ReadAll($"{Root}/removed-contacts")).Single(one => (Guid)one!["id"]! == contact)!;

        Assert.Equal(($"{family}", await intake.Account("lotte")), ($"{listed["familyId"]}", (string?)listed["by"]));
        Assert.Null(listed["statements"]);
        var emergency = Assert.Single(Assert.Single((await pieter.Read($"{Root}/families/{family}/removed-contacts"))["items"]!.AsArray())!["emergencies"]!.AsArray())!;
        Assert.Equal((id, "Nothing was needed."), ((Guid)emergency["id"]!, (string?)emergency["immediateActions"]![0]!["what"]));
    }

    [Fact]
    public async Task The_system_that_sent_it_reads_that_it_is_removed_and_nothing_else_of_it()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var system = await intake.AsClient("gm0344-case-system");
        var submission = $"{Root}/submissions/{contact[^36..]}";
        var sent = (string?)(await system.Read(submission))["registeredAt"];
        await lotte.Change(contact, "removal", new { reason = "Another child of that name." });

        Assert.Equal("removed", (string?)(await system.Read(submission))["status"]);
        var listed = (await system.ReadAll($"{Root}/submissions?since={sent}")).Single(one => contact.EndsWith($"{one!["id"]}", StringComparison.Ordinal))!;
        Assert.Equal("removed", (string?)listed["status"]);
        Assert.DoesNotContain("Another child", listed.ToJsonString(), StringComparison.Ordinal);
        using var amended = await system.Post($"{submission}/statements/{listed["statements"]![0]!["id"]}/amendments", await system.Etag(submission), new { text = "x" });
        Assert.Equal(HttpStatusCode.NotFound, amended.StatusCode);
    }

    [Fact]
    public async Task Once_an_investigation_was_asked_for_it_stays()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        await lotte.Change(contact, "triage", new { outcome = "investigation", decision = ContactHttp.Decision, questions = new[] { new { text = "Is Noa safe?" } } });
        await lotte.Refused("investigation-begun", contact, "removal", new { reason = "x" });
    }

    [Fact]
    public async Task Whoever_changes_it_at_the_same_time_finds_it_gone()
    {
        using var lotte = await intake.As("lotte");
        for (var race = 0; race < 20; race++)
        {
            var contact = await intake.NewContact();
            var version = await lotte.Etag(contact);
            var answers = await Task.WhenAll(
                lotte.Post($"{contact}/removal", version, new { reason = "A test." }), lotte.Post($"{contact}/removal", version, new { reason = "A test." }),
                lotte.Post($"{contact}/statements", etag: null, new { text = "More.", author = "professional", kind = "observation" }));
            Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}"));
            Assert.True(answers.Take(2).Count(answer => answer.StatusCode == HttpStatusCode.OK) <= 1);
        }
    }
}
