using Geborgen.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>Whatever is written for the family tells nothing that is kept from it.</summary>
public class FamilyDoorTests
{
    const string There = "She is at KERKSTRAAT nr. 12.";

    static readonly DateTimeOffset Now = KnownContact.Now, Later = Now.AddDays(1);
    static readonly DateOnly Today = WorkingDays.DateOf(Later);
    static readonly Guid Mother = Guid.CreateVersion7();
    static readonly Worker Lotte = Acting.Worker("lotte", "Lotte", "gm0344"), Daan = Acting.Worker("daan", "Daan", "gm0344");
    static readonly TimeLimit Term = new(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);
    static readonly Actor By = "lotte".At(Later);

    readonly Contact contact = KnownContact.Of(reporter: new("school", "Juf Bo Çelik", Shielded: true, Anonymous: false));
    readonly Family family = Family.Open(new("gm0344"), [(Mother, MemberRole.Parent)], new("gm0344-intake", "gm0344"), Term, Now, "lotte".At(Now));

    [Theory]
    [InlineData("Bo’s worries were heard.")]
    [InlineData("CELIK saw it.")]
    [InlineData("Ce\u0327\u200Blik saw it.")]
    [InlineData("The schools reported it.")]
    public void Who_reported_is_named_nowhere(string text)
    {
        Gives("gives-reporter-away", "explanation", contact.DecideTriage(TriageOutcome.LocalSupport, Decided(text), new([], [], []), By));
        Gives("gives-reporter-away", "explanation", contact.PauseClock(
            contact.RunningClock(Contact.TriageTerm)!.Id, PauseReason.FamilyRequest, text, Today.AddDays(3), KnownContact.Limits.For(Clock.PauseTerm, Later), By));
        contact.GiveFeedback("It went well.", By with { PersonId = Mother });
        Gives("gives-reporter-away", "text", contact.AnswerFeedback(contact.Feedback[0].Id, text, By));
        Gives("gives-reporter-away", "explanation", contact.DecideShielding(
            true, Decided(text), Today.AddDays(90), new("a professional", []), KnownContact.Limits.For(Contact.ShieldReviewTerm, Later), By));
        Assert.Null(contact.Triage);

        family.AlsoKeep(contact.SecretsFrom);
        Assert.Null(family.AssignKeyWorker(Lotte, By));
        Gives("gives-reporter-away", "explanation", family.Close(Decided(text), new(), By));
    }

    [Fact]
    public void What_people_of_the_reporters_role_do_every_day_can_be_told() =>
        Assert.Null(contact.DecideTriage(TriageOutcome.LocalSupport, Decided("We received a report. Sam goes to school again."), new([], [], []), By));

    [Fact]
    public void A_decision_that_lets_the_family_know_the_role_can_say_it() => Assert.Null(contact.DecideShielding(
        true, Decided("We do not say who of the school reported it."), Today.AddDays(90), new("school", []), KnownContact.Limits.For(Contact.ShieldReviewTerm, Later), By));

    [Fact]
    public void In_the_reporters_own_words_the_role_alone_tells_who_it_is()
    {
        const string said = "Sam came to school without breakfast.";
        contact.AddStatement(new(said, StatementAuthor.Reporter, StatedAt: Now), Now);
        contact.AddStatement(new(said, StatementAuthor.Parent, StatedAt: Now), Now);

        Assert.Equal([true, false], contact.Statements.TakeLast(2).Select(contact.GivesReporterAway));
    }

    [Fact]
    public void What_an_unknown_reporter_is_to_the_family_is_kept()
    {
        var unknown = KnownContact.Of(reporter: new("neighbour", null, Shielded: false, Anonymous: true));
        Gives("gives-reporter-away", "explanation", unknown.DecideTriage(TriageOutcome.LocalSupport, Decided("Uw buren maken zich zorgen."), new([], [], []), By));
        Assert.Null(unknown.DecideTriage(TriageOutcome.LocalSupport, Decided("Uw buren passen op."), new([], [], []), By));
    }

    [Fact]
    public void Where_somebody_lives_in_secret_is_told_nowhere()
    {
        family.AlsoKeep((_, _) => [Secret.Address("Kerkstraat", "1234 AB", "Zeist")]);
        Gives("gives-secret-away", "reason", family.AssignKeyWorker(Lotte, By, "Near 1234ab."));
        Assert.Null(family.AssignKeyWorker(Lotte, By, "She works near you."));
        Gives("gives-secret-away", "reason", family.Cover(Daan, Later, Later.AddDays(3), There, By));
        Gives("gives-secret-away", "reason", family.AddDuo(Daan, There, By));
        Gives("gives-secret-away", "reason", family.Consult(Daan, 3, There, By));
        Gives("gives-secret-away", "reason", family.ReleaseKeyWorker(There, new("gm0344-intake", "gm0344"), Term, By));
        Gives("gives-secret-away", "reason", family.HandOverKeyWorker(Daan, There, null, By));
        Assert.Null(family.AskForAnotherKeyWorker("x", Mother, new(Family.KeyWorkerWishTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null), By));
        Gives("gives-secret-away", "text", family.AnswerKeyWorkerWish(family.KeyWorkerWishes[0].Id, There, By));
        Assert.Null(family.AnswerKeyWorkerWish(family.KeyWorkerWishes[0].Id, "Lotte stays.", By));
        Gives("gives-secret-away", "explanation", family.Close(Decided(There), new(), By));
        Assert.Null(family.Close(Decided("All is well."), new(), By));
        Gives("gives-secret-away", "reason", family.Reopen(ReopeningCause.FamilyAsked, There, new("gm0344-intake", "gm0344"), Term, Later));
    }

    [Fact]
    public void A_childs_words_and_withheld_words_are_not_repeated()
    {
        const string childs = "I hide under the bed when they shout at each other.", kept = "He told me that he would come and get her at night.";
        contact.AddStatement(new(childs, StatementAuthor.Child, StatedAt: Now), Now);
        contact.AddStatement(new(kept, StatementAuthor.Network, StatedAt: Now), Now);
        Assert.Null(contact.WithholdStatement(contact.Statements[^1].Id, new("x", "She fears him.", Today.AddDays(3), Today.AddDays(9)), By));

        Gives("gives-secret-away", "explanation", Triage($"The child says: “{childs}”"));
        Gives("gives-secret-away", "explanation", Triage($"Somebody says: {kept}"));
        Assert.Null(contact.LiftWithholding(contact.Statements[^1].Id, By));
        Assert.Null(Triage($"Somebody says: {kept}"));

        Refusal? Triage(string text) => contact.DecideTriage(TriageOutcome.LocalSupport, Decided(text), new([], [], []), By);
    }

    [Fact]
    public void Why_words_were_corrected_is_told_to_whose_they_are()
    {
        var own = KnownContact.Of(statements: new Words("He was ill.", StatementAuthor.Reporter, StatementKind.Observation, Now));
        Assert.Null(own.Say(new("He was ill.", StatementAuthor.Parent, StatementKind.Observation, Now, Mother), new(
            new HashSet<Guid>(), new HashSet<Guid> { Mother }, new HashSet<Guid>(), new HashSet<Guid>()), By));
        own.AlsoKeep(contact.SecretsFrom);

        Gives("gives-reporter-away", "reason", own.CorrectStatement(own.Statements[^1].Id, "He was well.", "Juf Bo saw him.", By));
        Assert.Null(own.CorrectStatement(own.Statements[^1].Id, "He was well.", "Seen.", By));
    }

    [Fact]
    public void What_another_makes_of_a_members_words_is_told_to_the_member_too()
    {
        var own = OfMother("He was ill.");

        Gives("gives-reporter-away", "text", contact.CorrectStatement(own, "De school heeft dit gemeld.", "Seen.", By));
        Assert.Equal("He was ill.", contact.Statements[^1].Text);
    }

    [Fact]
    public void Who_writes_is_told_which_words_tell_who_reported_but_not_which_address_it_is()
    {
        Assert.StartsWith("In explanation: “school … gaf”: ", contact.DecideTriage(
            TriageOutcome.LocalSupport, Decided("U krijgt hulp. De school gaf aan dat Sam honger heeft."), new([], [], []), By)!.Detail, StringComparison.Ordinal);
        family.AlsoKeep((_, _) => [Secret.Address("Kerkstraat", null, null)]);
        Assert.DoesNotContain("kerk", family.AssignKeyWorker(Lotte, By, There)!.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Words_that_another_wrote_under_a_members_name_are_no_own_words()
    {
        const string tells = "Juf Bo Çelik did it.", asks = "Why did Juf Bo Çelik do it?";
        contact.AlsoKeep((_, _) => []);
        family.AlsoKeep(contact.SecretsFrom);
        var own = OfMother(tells);
        Assert.Null(contact.Share(contact.Statements[0].Id, new(Mother, By, null, null), OfMotherAlone));
        Assert.Null(contact.Contest(contact.Statements[0].Id, ContestedPart.Content, tells, Mother, OfMotherAlone, By));
        Assert.Null(contact.ReceiveFeedback(tells, Mother, OfMotherAlone, By));
        Assert.Null(family.AssignKeyWorker(Lotte, By));
        Assert.Null(family.AskForAnotherKeyWorker(tells, Mother, new(Family.KeyWorkerWishTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null), By));

        Assert.Equal(["", "", "", ""], [$"{Read().OwnStatements.Single().Text}", $"{Read().SharedStatements.Single().OwnContests.Single().Reason}", Feedback(0), Wish(0)]);

        var mother = "mother".At(Later) with { PersonId = Mother };
        Assert.Null(contact.AmendOwn(own, asks, null, mother));
        contact.GiveFeedback(asks, mother);
        Assert.Null(family.AskForAnotherKeyWorker(asks, Mother, new(Family.KeyWorkerWishTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null), mother));
        Assert.Equal([asks, "", asks, asks], [$"{Read().OwnStatements.Single().Text}", $"{Read().OwnStatements.Single().Earlier.Single().Text}", Feedback(1), Wish(1)]);

        OwnContact Read() => OwnContact.Of(contact, new("mother", Mother, IsMember: true, HearsDecisions: true), KnownContact.Limits, Today);
        string Feedback(int at) => $"{OwnFeedback.Of(contact.Feedback[at], contact.DoorTo(Mother, Today), "mother").Text}";
        string Wish(int at) => $"{OwnKeyWorkerWish.Of(family.KeyWorkerWishes[at], family.DoorTo(Mother, Today), "mother").Text}";
    }

    static readonly FamilyRecords OfMotherAlone = new(new HashSet<Guid>(), new HashSet<Guid> { Mother }, new HashSet<Guid>(), new HashSet<Guid>());

    Guid OfMother(string text)
    {
        Assert.Null(contact.Say(new(text, StatementAuthor.Parent, StatementKind.Observation, Now, Mother), OfMotherAlone, By));
        return contact.Statements[^1].Id;
    }

    static Decision Decided(string explanation) => Decision.Make(
        KnownContact.Kinds.For("triage", "localSupport", ControllerKind.Municipality, Now), explanation, null, null).Decision!;

    static void Gives(string code, string place, Refusal? refusal)
    {
        Assert.Equal(code, refusal?.Code);
        Assert.StartsWith($"In {place}: ", refusal!.Detail, StringComparison.Ordinal);
    }
}
