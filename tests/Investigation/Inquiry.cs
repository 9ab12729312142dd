using Geborgen.Casework;
using Geborgen.Investigation.Investigations;

namespace Geborgen.Investigation.Tests;

/// <summary>An investigation of one child and one parent, and the steps by which it goes on.</summary>
static class Inquiry
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid Child = Guid.CreateVersion7(), Parent = Guid.CreateVersion7();
    public static readonly TimeLimit TenWeeks = Limit("investigation", 10), TwoWeeks = Limit("rebuttal", 2), MakeUp = Limit("missingPartsMadeUp", 4),
        Pause = Limit(Clock.PauseTerm, 6),
        Near = new("nearDeadline", 10, TimeLimitUnit.WorkingDays, "x", default, null), Handover = new("dossierHandover", 28, TimeLimitUnit.CalendarDays, "x", default, null), SameDay = new("emergencyFollowUp", 1, TimeLimitUnit.CalendarDays, "x", default, null);
    public static readonly ConclusionTerms Terms = new(Near, MakeUp, Handover);

    public static readonly Decision Decision = Decision.Make(
        new("conclusion", ["voluntarySupport"], [ControllerKind.Region], "Wmo 2015 artikel 4.1.1", Remedy.Complaint, null, Reasoned: true, "x", default, null),
        "You get help that you want.", "Mother and grandmother keep watch.", "A measure: not needed now.").Decision!;

    public static Investigations.Investigation Open(Guid[]? children = null, Guid[]? parents = null, Guid[]? adults = null) => Investigations.Investigation.Open(
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), new Municipality("gm0344"), Now, children ?? [Child], parents ?? [Parent], adults ?? []),
        new TeamOnDuty("rvt-utrecht-veiligheid", "rvt-utrecht"), TenWeeks, Now);

    /// <summary>Rosa, who acts at a moment.</summary>
    public static Actor By(DateTimeOffset now) => new("rosa", "rvt-utrecht", "regional-team", now, WorksWithFile: true);

    /// <summary>What the family's records say of those whom an investigation concerns; its children are twelve or older.</summary>
    public static FamilyRecords Family(this Investigations.Investigation one, params IEnumerable<Guid> fromSixteen) => new(
        one.Children.ToHashSet(), one.Parents.ToHashSet(), one.Adults.ToHashSet(), fromSixteen.ToHashSet())
    {
        FromTwelve = one.Children.ToHashSet(),
    };

    /// <summary>Adds somebody whom the family's records know in a role, or do not know.</summary>
    public static Refusal? AddConcerned(this Investigations.Investigation one, Guid person, ConcernedRole? role, string reason, Actor by)
    {
        HashSet<Guid> known = [person], nobody = [];
        return one.AddConcerned(person, new FamilyRecords(
            role == ConcernedRole.Child ? known : nobody, role == ConcernedRole.Parent ? known : nobody, role == ConcernedRole.Adult ? known : nobody, nobody), reason, by);
    }

    public static Refusal? AddStatement(this Investigations.Investigation one, Words said, DateTimeOffset now) => one.Say(said, one.Family(), By(now));

    public static Refusal? Hear(
        this Investigations.Investigation one, Words own, string spokenBy, string manner, DateTimeOffset now, Interpreter? interpreter = null) =>
        one.Hear(own, spokenBy, manner, one.Family(), By(now), interpreter);

    public static Refusal? Rebut(this Investigations.Investigation one, Words answer, DateTimeOffset now) => one.Rebut(answer, one.Family(), By(now));

    public static Refusal? PresentDraft(this Investigations.Investigation one, IReadOnlyCollection<Guid>? persons, TimeLimit limit, Actor by) =>
        one.PresentDraft(persons, one.Family(), limit, by);

    public static Refusal? MakeReportFinal(this Investigations.Investigation one, Actor by) => one.MakeReportFinal(one.Family(), by);

    public static Refusal? Conclude(
        this Investigations.Investigation one, ConclusionOutcome outcome, Decision decision, string? missing, ConclusionTerms terms, Actor by, ConclusionReading? reading = null) =>
        one.Conclude(outcome, decision, missing, terms, reading ?? new(), one.Family(), by);

    public static Refusal? AttachOwn(this Investigations.Investigation one, Guid opinionId, Words own, DateTimeOffset now) =>
        one.AttachOwn(opinionId, own, one.Family(), By(now));

    public static Refusal? Share(this Investigations.Investigation one, Guid statementId, Sharing sharing, IReadOnlySet<Guid> fromSixteen) =>
        one.Share(statementId, sharing, one.Family(fromSixteen));

    public static Refusal? Contest(
        this Investigations.Investigation one, Guid statementId, ContestedPart part, string reason, DateTimeOffset now, Guid? personId = null) =>
        one.Contest(statementId, part, reason, personId, one.Family(), By(now));

    public static Refusal? Settle(this Investigations.Investigation one, Guid statementId, Guid contestId, Settlement settlement, DateTimeOffset now) =>
        one.Settle(statementId, contestId, settlement, one.Family(), By(now));

    public static Refusal? TakeOver(this Investigations.Investigation one, ToldStatement told, string by, DateTimeOffset now) =>
        one.TakeOver(told, one.Family(), By(now) with { Account = by });

    public static Words Said(
        Guid? person = null, StatementAuthor author = StatementAuthor.Professional, StatementKind kind = StatementKind.Observation) =>
        new("I saw it.", author, kind, Now, person);

    public static Investigations.Investigation Planned(this Investigations.Investigation one)
    {
        Assert.Null(one.MakePlan("We speak with everybody.", ["Is the child safe at home?"], By(Now)));
        Assert.Null(one.Consult());
        return one;
    }

    public static Investigations.Investigation Heard(this Investigations.Investigation one)
    {
        foreach (var child in one.Children)
            Assert.Null(one.Hear(Said(child, StatementAuthor.Child), "Rosa", "While drawing.", Now));
        foreach (var adult in one.Parents.Concat(one.Adults))
            Assert.Null(one.Hear(Said(adult, one.AuthorOf(adult)), "Rosa", "At home.", Now));
        foreach (var words in one.Statements)
            foreach (var reader in one.Concerned.Where(person => person != words.PersonId))
                one.Shared(words, reader);
        return one;
    }

    /// <summary>Shares words with somebody, a child's after a talk and a safety check.</summary>
    public static void Shared(this Investigations.Investigation one, Statement words, Guid reader, DateTimeOffset? at = null) =>
        Assert.Null(one.Share(words.Id, new(reader, By(at ?? Now), WorkingDays.DateOf(at ?? Now), "The reader reacts calmly."), new HashSet<Guid>()));

    /// <summary>Somebody says something that nobody else knows yet.</summary>
    public static Statement Added(this Investigations.Investigation one, Guid? person = null)
    {
        Assert.Null(one.AddStatement(Said(person, person is { } author ? one.AuthorOf(author) : StatementAuthor.Professional), Now));
        return one.Statements[^1];
    }

    public static Refusal? Consult(this Investigations.Investigation one, SourceTelling? telling = null, DateOnly? on = null) =>
        one.Consult("school", "How she is in class.", telling ?? new(true), on ?? new(2026, 11, 23), By(Now));

    public static Investigations.Investigation Drafted(this Investigations.Investigation one, string? unknown = "What happened on Sunday.")
    {
        Assert.Null(one.WriteReport([new("What we heard", "We heard both.", [.. one.Statements.Select(statement => statement.Id)])], unknown, By(Now)));
        return one;
    }

    public static Investigations.Investigation Presented(this Investigations.Investigation one)
    {
        Assert.Null(one.PresentDraft(null, TwoWeeks, By(Now)));
        return one;
    }

    public static Investigations.Investigation Final(this Investigations.Investigation one)
    {
        foreach (var person in one.Concerned)
            Assert.Null(one.Rebut(Said(person, one.AuthorOf(person), StatementKind.Opinion), Now));
        Assert.Null(one.MakeReportFinal(By(Now)));
        return one;
    }

    /// <summary>Everything is there that a conclusion needs.</summary>
    public static Investigations.Investigation Ready() =>
        Open().Planned().Heard().Drafted().Presented().Final();

    public static Refusal? Conclude(this Investigations.Investigation one, string? missing = null, DateTimeOffset? at = null) =>
        one.Conclude(ConclusionOutcome.VoluntarySupport, Decision, missing, Terms, By(at ?? Now));

    /// <summary>A term runs out at its end.</summary>
    public static void RunOut(this ClockedAggregate one, string term)
    {
        var clock = one.RunningClock(term)!;
        one.TellTheTime(clock.DueAt);
    }

    static TimeLimit Limit(string term, int weeks) => new(term, weeks, TimeLimitUnit.Weeks, "x", default, null);
}
