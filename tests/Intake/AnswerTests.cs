using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class AnswerTests(IntakeServer intake)
{
    static readonly DateTimeOffset Later = KnownContact.Now.AddDays(1);
    static readonly DateOnly NextWeek = WorkingDays.DateOf(Later).AddDays(7);
    static readonly TimeLimit LongestPause = KnownContact.Limits.For(Clock.PauseTerm, Later);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Advice_is_given_once_on_a_request_for_advice()
    {
        var contact = KnownContact.Of(ContactKind.Advice);

        Assert.Equal("advice-with-person-data", contact.GiveAdvice("Ask about 9999 90 032.", "lotte".At(Later))!.Code);
        Assert.Null(contact.GiveAdvice("Ask the child how it is.", "lotte".At(Later)));

        Assert.Equal(ContactStatus.Answered, contact.Status);
        Assert.Single(contact.Raised.OfType<AdviceGiven>());
        Assert.Equal("advice-given-already", contact.GiveAdvice("x", "lotte".At(Later))!.Code);
        Assert.Equal("no-advice-asked", KnownContact.Of().GiveAdvice("x", "lotte".At(Later))!.Code);
    }

    [Fact]
    public void A_question_is_answered_in_the_same_way_and_waits_for_nothing_more()
    {
        var contact = KnownContact.Of(ContactKind.Question);

        Assert.Equal("advice-with-person-data", contact.GiveAdvice("It is 999990032.", "lotte".At(Later))!.Code);
        Assert.Null(contact.GiveAdvice("The consultation hour is on Tuesday.", "lotte".At(Later)));

        Assert.Equal(ContactStatus.Answered, contact.Status);
        Assert.Null(contact.RunningClock(Contact.TriageTerm));
        Assert.Equal("advice-given-already", contact.GiveAdvice("x", "lotte".At(Later))!.Code);
        Assert.Null(contact.DecideTriage(TriageOutcome.InformalSupport, KnownContact.Decision, new([], [], []), "lotte".At(Later)));
        Assert.Equal(ContactStatus.Triaged, contact.Status);
    }

    [Fact]
    public void Advice_is_asked_without_a_citizen_service_number() => Assert.Equal(
        "advice-with-person-data",
        Contact.Register(
            new(ContactKind.Advice, ContactChannel.Phone, KnownContact.Now, null, null,
                [new("What do I do about 999990032?", StatementAuthor.Reporter)]),
            FamilyRecords.Nobody, Guid.CreateVersion7(), new Municipality("gm0344"), null, KnownContact.Limits, KnownContact.By(KnownContact.Now)).Refusal!.Code);

    [Fact]
    public void Feedback_is_answered_once()
    {
        var contact = KnownContact.Of();
        Assert.Null(contact.ReceiveFeedback("Nobody called us back.", null, FamilyRecords.Nobody, KnownContact.By(Later)));
        var feedback = Assert.Single(contact.Feedback);

        Assert.Null(contact.AnswerFeedback(feedback.Id, "You are right; we are sorry.", "lotte".At(Later)));

        Assert.Equal(feedback.Id, Assert.Single(contact.Raised.OfType<FeedbackGiven>()).FeedbackId);
        Assert.Equal(feedback.Id, Assert.Single(contact.Raised.OfType<FeedbackAnswered>()).FeedbackId);
        Assert.Equal("feedback-answered-already", contact.AnswerFeedback(feedback.Id, "x", "lotte".At(Later))!.Code);
        Assert.Equal("no-such-feedback", contact.AnswerFeedback(Guid.CreateVersion7(), "x", "lotte".At(Later))!.Code);
    }

    [Fact]
    public void A_term_waits_for_the_family_and_goes_on()
    {
        var contact = KnownContact.Of();
        var clock = contact.RunningClock(Contact.TriageTerm)!;
        var due = clock.DueAt;

        Assert.Equal("staff-shortage-never-pauses", contact.PauseClock(clock.Id, PauseReason.StaffShortage, "x", NextWeek, LongestPause, "lotte".At(Later))!.Code);
        Assert.Null(contact.PauseClock(clock.Id, PauseReason.FamilyRequest, "You asked us to wait.", NextWeek, LongestPause, "lotte".At(Later)));
        Assert.Null(contact.ResumeClock(clock.Id, Later.AddDays(2)));

        Assert.Equal(due.AddDays(2), clock.DueAt);
        Assert.Equal(NextWeek, Assert.Single(contact.Raised.OfType<ClockPaused>()).Until);
        Assert.Single(contact.Raised.OfType<ClockResumed>());
    }

    [Theory]
    [InlineData(PauseReason.FamilyRequest)]
    [InlineData(PauseReason.CriminalInvestigation)]
    public void Telling_those_concerned_is_postponed_for_safety_and_never_paused(PauseReason reason)
    {
        var contact = KnownContact.Of(reporter: new("school", "Ms de Boer", Shielded: false, Anonymous: false));
        var clock = contact.RunningClock(Contact.TellingTerm)!;

        Assert.Equal("telling-not-paused", contact.PauseClock(clock.Id, reason, "x", NextWeek, LongestPause, "lotte".At(Later))!.Code);

        Assert.Null(clock.PausedAt);
        Assert.Null(contact.PostponeTelling("The father threatened to hit.", new(2026, 12, 1), KnownContact.Limits.For(Contact.PostponementTerm, Later), "lotte".At(Later)));
        Assert.Equal("telling-not-paused", contact.PauseClock(contact.RunningClock(Contact.TellingTerm)!.Id, reason, "x", NextWeek, LongestPause, "lotte".At(Later))!.Code);
    }

    [Fact]
    public async Task Advice_is_read_by_who_works_on_it()
    {
        var advice = await intake.Register(new
        {
            kind = "advice",
            channel = "phone",
            receivedAt = ContactHttp.JustNow,
            statements = new[] { new { text = "How do I talk with a child about it?" } },
        });
        var contact = $"/gm0344/intake/v1/contacts/{advice["id"]}";
        using var lotte = await intake.As("lotte");

        await lotte.Refused("advice-not-triaged", contact, "triage", new { outcome = "advice", decision = ContactHttp.Decision });
        await lotte.Refused("advice-with-person-data", contact, "advice", new { text = "Ask about 999990032." }, HttpStatusCode.BadRequest);
        var answered = await lotte.Change(contact, "advice", new { text = "Ask the child how it is." });

        Assert.Equal(("answered", "Ask the child how it is."), ((string?)answered["status"], (string?)answered["advice"]!["text"]));
        await lotte.Refused("advice-given-already", contact, "advice", new { text = "x" });
    }

    [Fact]
    public async Task The_family_says_how_it_went_and_is_answered()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");

        using var refused = await lotte.Post($"{contact}/feedback", etag: null, new { text = "x", personId = Guid.CreateVersion7() });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var given = await lotte.Post($"{contact}/feedback", etag: null, new { text = "Nobody called us back." });
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        var feedback = (await given.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["feedback"]![0]!;

        var answered = (await lotte.Change(contact, $"feedback/{feedback["id"]}/answer", new { text = "You are right." }))["feedback"]![0]!;
        Assert.Equal(("Nobody called us back.", "You are right."), ((string?)answered["text"], (string?)answered["answer"]));
    }

    [Fact]
    public async Task A_term_is_paused_with_an_explanation_and_resumed()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var clock = $"clocks/{(await lotte.Read(contact))["clocks"]!.AsArray().First(one => (string?)one!["term"] == "triage")!["id"]}";

        await lotte.Refused("staff-shortage-never-pauses", contact, $"{clock}/pause", new { reason = "staffShortage", explanation = "x" });
        await lotte.Refused("pause-unexplained", contact, $"{clock}/pause", new { reason = "familyRequest" }, HttpStatusCode.BadRequest);
        await lotte.Refused("clock-not-paused", contact, $"{clock}/resumption", null);
        var today = TestDay.Today;
        foreach (var (code, until) in new (string, DateOnly?)[] { ("pause-without-end", null), ("pause-in-past", today.AddDays(-1)), ("pause-too-long", today.AddDays(60)) })
            await lotte.Refused(code, contact, $"{clock}/pause", new { reason = "familyRequest", explanation = "You asked us to wait.", until }, HttpStatusCode.BadRequest);
        var paused = await lotte.Change(contact, $"{clock}/pause", new { reason = "familyRequest", explanation = "You asked us to wait.", until = today.AddDays(7) });
        Assert.Contains(paused["clocks"]!.AsArray(), one => (string?)one!["pauseExplanation"] == "You asked us to wait." && one["pausedAt"] is not null
            && (string?)one["pausedUntil"] == $"{today.AddDays(7):yyyy-MM-dd}");
        var resumed = await lotte.Change(contact, $"{clock}/resumption", null);
        Assert.All(resumed["clocks"]!.AsArray(), one => Assert.Null(one!["pausedAt"] ?? one["pausedUntil"]));
        var telling = resumed["clocks"]!.AsArray().First(one => (string?)one!["term"] == "tellingThoseConcerned")!["id"];
        await lotte.Refused("telling-not-paused", contact, $"clocks/{telling}/pause", new { reason = "familyRequest", explanation = "x" });
    }
}
