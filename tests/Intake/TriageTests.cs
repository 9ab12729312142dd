using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class TriageTests
{
    static readonly DateTimeOffset Later = KnownContact.Now.AddDays(1);
    static readonly InvestigationScope Nothing = new([], [], []);
    static readonly Guid Child = Guid.CreateVersion7();
    static readonly FamilyRecords OfOneChild = new(new HashSet<Guid> { Child }, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());
    static readonly Guid Parent = Guid.CreateVersion7();

    [Fact]
    public void Triage_publishes_its_decision_and_stops_the_clock()
    {
        var contact = KnownContact.Of();
        var before = contact.Raised.Count;

        Assert.Null(contact.DecideTriage(TriageOutcome.LocalSupport, KnownContact.Decision, Nothing, "lotte".At(Later)));

        Assert.Equal(ContactStatus.Triaged, contact.Status);
        Assert.Null(contact.RunningClock(Contact.TriageTerm));
        Assert.Collection(contact.Raised.Skip(before),
            triaged => Assert.Equal("localSupport", Assert.IsType<ContactTriaged>(triaged).Outcome),
            published =>
            {
                var decision = Assert.IsType<DecisionPublished>(published);
                Assert.Equal(
                    ("triage", "localSupport", "complaint", contact.Triage!.DecisionId),
                    (decision.Kind, decision.Outcome, decision.Remedy, decision.DecisionId));
            },
            stopped => Assert.IsType<ClockStopped>(stopped));
    }

    [Fact]
    public void A_contact_is_triaged_once()
    {
        var contact = KnownContact.Of();
        contact.DecideTriage(TriageOutcome.NoFollowUp, KnownContact.Decision, Nothing, "lotte".At(Later));
        var version = contact.Version;

        Assert.Equal("already-triaged", contact.DecideTriage(TriageOutcome.Advice, KnownContact.Decision, Nothing, "daan".At(Later))!.Code);
        Assert.Equal((version, TriageOutcome.NoFollowUp), (contact.Version, contact.Triage!.Outcome));
    }

    [Theory]
    [InlineData(TriageOutcome.NoFollowUp, "in-acute-danger")]
    [InlineData(TriageOutcome.Advice, "in-acute-danger")]
    [InlineData(TriageOutcome.LocalSupport, null)]
    [InlineData(TriageOutcome.Emergency, null)]
    public void Nobody_in_acute_danger_is_left_without_follow_up(TriageOutcome outcome, string? refusal)
    {
        var contact = KnownContact.Of();
        Assert.Null(contact.JudgeAcuteDanger(Child, "Fresh bruises.", "Lotte", OfOneChild, KnownContact.By(Later)));
        Assert.Equal(refusal, contact.DecideTriage(outcome, KnownContact.Decision, Nothing, "lotte".At(Later))?.Code);

        var safe = KnownContact.Of();
        Assert.Null(safe.JudgeAcuteDanger(Child, "Fresh bruises.", "Lotte", OfOneChild, KnownContact.By(Later)));
        Assert.Null(safe.EndAcuteDanger(safe.AcuteDangers[0].Id, "With her aunt.", "Rosa", "lotte".At(Later)));
        Assert.Null(safe.DecideTriage(outcome, KnownContact.Decision, Nothing, "lotte".At(Later)));
    }

    [Fact]
    public void A_request_for_advice_is_not_triaged() => Assert.Equal(
        "advice-not-triaged",
        KnownContact.Of(ContactKind.Advice).DecideTriage(TriageOutcome.Advice, KnownContact.Decision, Nothing, "lotte".At(Later))!.Code);

    [Fact]
    public void An_investigation_is_asked_for_with_questions_about_the_family()
    {
        var contact = KnownContact.Of();

        Assert.Null(contact.DecideTriage(
            TriageOutcome.Investigation, KnownContact.Decision, new(["Is Milan safe at home?"], [Child], [Parent]), "lotte".At(Later)));

        var requested = Assert.Single(contact.Raised.OfType<InvestigationRequested>());
        Assert.Equal(contact.InvestigationRequest!.RequestId, requested.RequestId);
        Assert.Equal([Child], requested.Children);
        Assert.Equal([Parent], requested.Parents);
        Assert.Equal(["Is Milan safe at home?"], contact.InvestigationRequest.Questions);
    }

    [Fact]
    public void A_contact_whose_file_went_into_another_goes_on_for_that_family()
    {
        var (contact, family) = (KnownContact.Of(reporter: new("school", "Ms de Boer", Shielded: false, Anonymous: false)), Guid.CreateVersion7());
        Assert.Equal(contact.FamilyId, contact.GoesOnIn);
        contact.GoOnIn(family, closed: false, mustHear: []);

        Assert.Null(contact.DecideTriage(TriageOutcome.Investigation, KnownContact.Decision, new(["Is Milan safe?"], [Child], [Parent]), "lotte".At(Later)));
        Assert.Null(contact.Tell([Parent], [Parent], Later));

        Assert.Equal(family, Assert.Single(contact.Raised.OfType<ContactTriaged>()).FamilyId);
        Assert.Equal(family, Assert.Single(contact.Raised.OfType<DecisionPublished>()).FamilyId);
        Assert.Equal(family, Assert.Single(contact.Raised.OfType<InvestigationRequested>()).FamilyId);
        Assert.Equal(family, Assert.Single(contact.Raised.OfType<ReportTold>()).FamilyId);
        Assert.Equal(family, contact.InvestigationRequest!.FamilyId);
        // A term stays where it began, so that it is one term for whoever sees it.
        Assert.All(contact.Raised.OfType<ClockStopped>(), stopped => Assert.Equal(contact.FamilyId, stopped.FamilyId));
    }

    [Fact]
    public void Nobody_investigates_without_a_question()
    {
        var contact = KnownContact.Of();

        Assert.Equal("investigation-without-questions",
            contact.DecideTriage(TriageOutcome.Investigation, KnownContact.Decision, new([], [Child], []), "lotte".At(Later))!.Code);
        Assert.Equal(ContactStatus.Received, contact.Status);
    }

    [Fact]
    public void Questions_are_for_an_investigation_only() => Assert.Equal(
        "questions-without-investigation",
        KnownContact.Of().DecideTriage(TriageOutcome.Advice, KnownContact.Decision, new(["Why?"], [], []), "lotte".At(Later))!.Code);

    [Fact]
    public void Danger_is_known_from_the_contact_or_from_its_triage()
    {
        var concern = KnownContact.Of();
        Assert.Null(concern.DangerKnownAt);

        concern.DecideTriage(TriageOutcome.Emergency, KnownContact.Decision, Nothing, "lotte".At(Later));

        Assert.Equal(Later, concern.DangerKnownAt);
        Assert.Equal(KnownContact.Now, KnownContact.Of(ContactKind.Emergency).DangerKnownAt);
        var quiet = KnownContact.Of();
        quiet.DecideTriage(TriageOutcome.LocalSupport, KnownContact.Decision, Nothing, "lotte".At(Later));
        Assert.Null(quiet.DangerKnownAt);
    }

    [Fact]
    public void A_household_without_children_can_be_investigated() => Assert.Null(
        KnownContact.Of().DecideTriage(TriageOutcome.Investigation, KnownContact.Decision, new(["Who is hurt?"], [], []), "lotte".At(Later)));
}
