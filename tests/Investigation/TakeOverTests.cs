using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;
using Geborgen.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Tests;

/// <summary>What was told at first contact is never typed again, and follows its source.</summary>
public class TakeOverTests(InvestigationServer server)
{
    static readonly DateTimeOffset Now = Inquiry.Now;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void It_is_taken_over_once_with_its_author_and_nobody_here_is_its_author()
    {
        var one = Inquiry.Open();
        var told = Told();

        Assert.Null(one.TakeOver(told, "rosa", Now));
        Assert.Equal("already-taken-over", one.TakeOver(told, "rosa", Now)!.Code);
        Assert.Equal("already-taken-over", one.TakeOver(told with { Contested = ContestStatus.Contested }, "rosa", Now)!.Code);

        var copy = Assert.Single(one.Statements);
        Assert.Equal(
            (StatementKind.Observation, StatementAuthor.Reporter, "Seen without a coat.", ContestStatus.NotContested),
            (copy.Kind, copy.Author, copy.Text, copy.Contested));
        Assert.Equal((told.ContactId, told.Id, copy.Id), (one.TakenOver[0].ContactId, one.TakenOver[0].SourceId, one.TakenOver[0].StatementId));
        Assert.Equal("not-the-author", one.AmendStatement(copy.Id, "x", null, new(2026, 11, 23), Inquiry.By(Now))!.Code);
        Assert.Equal("told-at-contact", one.CorrectStatement(copy.Id, "x", "x", Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void What_no_longer_stands_at_the_contact_or_speaks_for_a_stranger_is_not_taken_over()
    {
        var one = Inquiry.Open();

        Assert.Equal("statement-not-standing", one.TakeOver(Told() with { Status = StatementStatus.Withdrawn }, "rosa", Now)!.Code);
        Assert.Equal("not-concerned", one.TakeOver(Told() with { Author = StatementAuthor.Parent, PersonId = Guid.CreateVersion7() }, "rosa", Now)!.Code);
        Assert.Equal("childs-words-under-another-name", one.TakeOver(Told() with { PersonId = Inquiry.Child }, "rosa", Now)!.Code);
        Assert.Empty(one.TakenOver);
    }

    [Fact]
    public void A_change_at_the_contact_flags_the_report_until_the_words_are_taken_over_again()
    {
        var (one, told) = (Inquiry.Open(), Told());
        Assert.Null(one.TakeOver(told, "rosa", Now));
        one.Drafted();
        var copy = one.Statements[0];

        one.FollowChange(told.Id, 1, withdrawn: false, Now);
        Assert.Empty(one.Flags);
        one.FollowChange(told.Id, 2, withdrawn: false, Now);
        one.FollowChange(told.Id, 2, withdrawn: false, Now.AddHours(1));

        Assert.Equal(copy.Id, Assert.Single(one.Raised.OfType<ReportFlagged>()).StatementId);
        Assert.Equal((Now, "Seen without a coat."), (one.TakenOver[0].ChangedAt, copy.Text));
        Assert.Null(one.TakeOver(told with { Number = 2, Text = "Seen without a coat twice." }, "rosa", Now));
        Assert.Equal((null, "Seen without a coat twice.", 2), (one.TakenOver[0].ChangedAt, copy.Text, copy.Number));
        Assert.Equal("broughtUpToDate", one.Raised.OfType<StatementChanged>().Single().Change);
        Assert.Equal(("Seen without a coat.", "rosa"), (copy.Earlier[0].Text, copy.Earlier[0].ChangedBy));
    }

    [Fact]
    public void What_is_taken_back_or_out_at_the_contact_is_so_here()
    {
        var (one, withdrawn, removed) = (Inquiry.Open(), Told(), Told());
        Assert.Null(one.TakeOver(withdrawn, "rosa", Now));
        Assert.Null(one.TakeOver(removed, "rosa", Now));
        one.Drafted();

        one.FollowChange(withdrawn.Id, 2, withdrawn: true, Now);
        Assert.Equal(one.Statements[1], one.FollowRemoval(removed.Id, Now));
        Assert.Null(one.FollowRemoval(removed.Id, Now));
        Assert.Null(one.FollowRemoval(Guid.CreateVersion7(), Now));
        one.FollowChange(removed.Id, 5, withdrawn: true, Now);

        Assert.Equal([StatementStatus.Withdrawn, StatementStatus.TakenOut], one.Statements.Select(statement => statement.Status));
        Assert.Equal("", one.Statements[1].Text);
        Assert.Equal(["withdrawn", "takenOut"], one.Raised.OfType<StatementChanged>().Select(said => said.Change));
        Assert.Equal(2, one.Flags.Count);
        Assert.Equal("statement-not-standing", one.TakeOver(withdrawn with { Number = 3 }, "rosa", Now)!.Code);
    }

    [Fact]
    public void A_dispute_at_the_contact_stands_here_beside_one_of_here()
    {
        var (one, told) = (Inquiry.Open(), Told() with { Contested = ContestStatus.Contested });
        Assert.Null(one.TakeOver(told, "rosa", Now));
        var copy = one.Statements[0];
        Assert.Equal(ContestStatus.Contested, copy.Contested);
        Assert.Single(one.Raised.OfType<StatementContested>());

        Assert.Null(one.Contest(copy.Id, ContestedPart.Content, "Not so.", Now));
        one.FollowContest(told.Id, contested: false, version: 6, Now);
        Assert.Equal(ContestStatus.Contested, copy.Contested);
        Assert.Null(one.Settle(copy.Id, copy.Contests[0].Id, new(ContestOutcome.Agreed, "x", WordOf: "Both"), Now));
        Assert.Equal(ContestStatus.NotContested, copy.Contested);

        // What comes late is no news.
        one.FollowContest(told.Id, contested: true, version: 5, Now);
        Assert.Equal(ContestStatus.NotContested, copy.Contested);
        one.FollowContest(told.Id, contested: true, version: 7, Now);
        Assert.Equal(ContestStatus.Contested, copy.Contested);
    }

    [Fact]
    public void Words_that_tell_who_reported_do_not_reach_the_family_while_that_is_kept_from_it()
    {
        var (one, told) = (Inquiry.Open(), Told() with { GivesReporterAway = true });
        Assert.Null(one.TakeOver(told, "rosa", Now));

        Assert.Equal("gives-reporter-away", one.Share(one.Statements[0].Id, new(Inquiry.Parent, Inquiry.By(Now), null, null), new HashSet<Guid>())!.Code);
        Assert.Null(one.TakeOver(told with { GivesReporterAway = false }, "rosa", Now));
        Assert.Null(one.Share(one.Statements[0].Id, new(Inquiry.Parent, Inquiry.By(Now), null, null), new HashSet<Guid>()));
    }

    [Fact]
    public async Task It_is_read_at_Intake_with_the_callers_own_token_and_follows_what_Intake_says_of_it()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        using var lotte = await server.As("lotte");
        var (contact, source) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var sent = ("", "");
        Answer(contact, opened.Asked.FamilyId, source, context =>
            sent = ($"{context.Request.Headers.Authorization}", $"{context.Request.Headers["Processing-Activity"]}"));
        var asked = new { contactId = contact, statementId = source };

        var taken = await rosa.Do(opened.Path, "/statements/from-contact", asked);

        Assert.Equal(($"{rosa.DefaultRequestHeaders.Authorization}", ""), sent);
        var copy = taken["statements"]![0]!;
        Assert.Equal(("Seen without a coat.", "reporter", "contested"), ((string?)copy["text"], (string?)copy["author"], (string?)copy["contested"]));
        Assert.Equal(source, (Guid)taken["takenOver"]![0]!["sourceId"]!);
        Assert.Equal("already-taken-over", await rosa.Refused(opened.Path, "/statements/from-contact", asked));
        Assert.Equal("told-at-contact", await rosa.Refused(opened.Path, $"/statements/{copy["id"]}/corrections", new { text = "x", reason = "x" }));

        await Say(new StatementContestSettled(source, "agreed").Of(opened.Asked.FamilyId, contact, 5, "gm0344", Now));
        await Until("notContested");
        await Say(new StatementContested(source).Of(opened.Asked.FamilyId, contact, 6, "gm0344", Now));
        await Until("contested");
        var used = new { parts = new[] { new { title = "Seen", text = "We spoke.", statements = new[] { (Guid)copy["id"]! } } } };
        await rosa.Do(opened.Path, "/report", used, "PUT");
        await Say(new StatementChanged(source, "amended", 2).Of(opened.Asked.FamilyId, contact, 7, "gm0344", Now));
        await InvestigationServer.Eventually(async () => (await rosa.Read(opened.Path))["flags"]!.AsArray().Count == 1);
        Assert.NotNull((await rosa.Read(opened.Path))["takenOver"]![0]!["changedAt"]);

        await server.AssignLotte(opened.Asked.FamilyId);
        await lotte.Read(opened.Path);
        await Say(new StatementChanged(source, "takenOut", 3).Of(opened.Asked.FamilyId, contact, 8, "gm0344", Now));
        await InvestigationServer.Eventually(async () => (string?)(await rosa.Read(opened.Path))["statements"]![0]!["status"] == "takenOut");
        Assert.Equal("", (string?)(await rosa.Read(opened.Path))["statements"]![0]!["text"]);
        var id = (Guid)copy["id"]!;
        Assert.True(await server.Query(db => db.Set<DataBreach>().SingleAsync(one => one.SubjectId == id, Cancel),
            breach => breach.Recipients.Any(one => one.Account == InvestigationServer.Lotte)));

        Task Say(Contracts.DomainEvent happened) => server.Say(happened);
        Task Until(string state) => InvestigationServer.Eventually(async () =>
            (string?)(await rosa.Read(opened.Path))["statements"]![0]!["contested"] == state);
    }

    [Fact]
    public async Task What_changes_at_the_contact_between_reading_and_taking_over_is_read_again()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var (contact, source, reads) = (Guid.CreateVersion7(), Guid.CreateVersion7(), 0);
        server.Utrecht.Answers[contact] = _ => new Later(async context =>
        {
            var first = Interlocked.Increment(ref reads) == 1;
            if (first)
            {
                await server.Say(new StatementChanged(source, "amended", 2).Of(opened.Asked.FamilyId, contact, 7, "gm0344", Now));
                await InvestigationServer.Eventually(() => server.Query(db => db.Set<HeardChange>().AnyAsync(one => one.StatementId == source, Cancel), heard => heard));
            }
            context.Response.Headers.ETag = first ? "\"6\"" : "\"7\"";
            return Results.Json(new
            {
                familyId = opened.Asked.FamilyId,
                statements = new[]
                {
                    new
                    {
                        id = source, kind = "observation", author = "reporter", text = first ? "Seen without a coat." : "Seen without a coat twice.",
                        statedAt = Now, number = first ? 1 : 2, status = "standing", contested = "notContested", givesReporterAway = false,
                    },
                },
            });
        });

        var taken = await rosa.Do(opened.Path, "/statements/from-contact", new { contactId = contact, statementId = source });

        Assert.Equal(2, reads);
        Assert.Equal("Seen without a coat twice.", (string?)Assert.Single(taken["statements"]!.AsArray())!["text"]);
        Assert.Null(taken["takenOver"]![0]!["changedAt"]);
    }

    [Fact]
    public async Task With_a_key_whoever_takes_it_over_is_asked_to_come_back_while_it_changes_there()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var (contact, source) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Answer(contact, opened.Asked.FamilyId, source, context => context.Response.Headers.ETag = "\"6\"");
        await server.Say(new StatementChanged(source, "amended", 2).Of(opened.Asked.FamilyId, contact, 1_000, "gm0344", Now));
        await InvestigationServer.Eventually(() => server.Query(db => db.Set<HeardChange>().AnyAsync(one => one.StatementId == source, Cancel), heard => heard));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{opened.Path}/statements/from-contact");
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        request.Content = JsonContent.Create(new { contactId = contact, statementId = source });
        using var answer = await rosa.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task What_is_not_there_of_another_family_or_not_reachable_is_not_taken_over()
    {
        var (opened, away) = (await server.Open(), await server.Open("gm0355"));
        using var rosa = await server.As("rosa");
        var (contact, source) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var asked = new { contactId = contact, statementId = source };

        Assert.Equal("not-found", await rosa.Refused(opened.Path, "/statements/from-contact", asked));
        Answer(contact, Guid.CreateVersion7(), source);
        Assert.Equal("not-found", await rosa.Refused(opened.Path, "/statements/from-contact", asked));
        Answer(contact, opened.Asked.FamilyId, Guid.CreateVersion7());
        Assert.Equal("not-found", await rosa.Refused(opened.Path, "/statements/from-contact", asked));
        using var answer = await rosa.PostAsJsonAsync($"{away.Path}/statements/from-contact", asked, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("urn:geborgen:problem:source-not-reachable", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
    }

    [Fact]
    public async Task Who_turned_sixteen_agrees_to_sharing()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var today = TestDay.Today;
        var heard = await rosa.Do(opened.Path, "/voices", new
        {
            personId = opened.Child,
            kind = "opinion",
            text = "I want to go home.",
            statedAt = Now.AddDays(-3),
            spokenBy = "Rosa",
            manner = "On a walk.",
        });
        var sharings = $"/statements/{heard["voices"]![0]!["statementId"]}/sharings";
        var sharing = new { personId = opened.Parent, talkedWithChildOn = today, safetyCheck = "She is safe." };

        await server.Say(new RightsChanged(opened.Child, 16).Of(opened.Asked.FamilyId, 9, "gm0344", Now));
        await server.Say(new RightsChanged(opened.Child, 12).Of(opened.Asked.FamilyId, 8, "gm0344", Now));
        await InvestigationServer.Eventually(() => server.Query(
            db => db.Set<ReachedAge>().AnyAsync(one => one.PersonId == opened.Child && one.Age == 16, Cancel), found => found));

        Assert.Equal("young-person-decides", await rosa.Refused(opened.Path, sharings, sharing));
        var shared = await rosa.Do(opened.Path, sharings, new { sharing.personId, sharing.talkedWithChildOn, sharing.safetyCheck, consentedOn = today });
        Assert.Equal($"{today:yyyy-MM-dd}", (string?)shared["statements"]![0]!["sharedWith"]![0]!["consentedOn"]);
    }

    [Fact]
    public async Task Who_was_sixteen_when_the_investigation_was_asked_for_agrees_too()
    {
        var child = Guid.CreateVersion7();
        await server.Say(new InvestigationRequested(Guid.CreateVersion7(), [child], [], FromSixteen: [child])
            .Of(Guid.CreateVersion7(), Guid.CreateVersion7(), 2, "gm0344", Now));
        await InvestigationServer.Eventually(() => server.Query(
            db => db.Set<ReachedAge>().AnyAsync(one => one.PersonId == child && one.Age == 16, Cancel), found => found));
    }

    /// <summary>An answer that waits for something.</summary>
    sealed class Later(Func<HttpContext, Task<IResult>> answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext) => await (await answer(httpContext)).ExecuteAsync(httpContext);
    }

    static ToldStatement Told() => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), StatementKind.Observation, StatementAuthor.Reporter, null, "Seen without a coat.", Now,
        1, StatementStatus.Standing, ContestStatus.NotContested, GivesReporterAway: false);

    void Answer(Guid contact, Guid family, Guid statement, Action<HttpContext>? asked = null) => server.Utrecht.Answers[contact] = context =>
    {
        asked?.Invoke(context);
        return Results.Json(new
        {
            familyId = family,
            statements = new[]
            {
                new
                {
                    id = statement, kind = "observation", author = "reporter", personId = (Guid?)null, text = "Seen without a coat.", statedAt = Now,
                    number = 1, status = "standing", contested = "contested", givesReporterAway = false, earlier = Array.Empty<object>(),
                },
            },
        });
    };
}
