namespace Geborgen.Casework.Tests;

public class DecisionTests
{
    static readonly TimeLimits Limits = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));

    static DecisionKind Kind(bool reasoned, Remedy remedy = Remedy.Complaint, string? term = null) =>
        new("triage", ["advice"], [ControllerKind.Municipality], "Jeugdwet artikel 2.3", remedy, term, reasoned, "x", default, null);

    [Fact]
    public void A_decision_has_the_basis_the_remedy_and_the_term_of_its_kind()
    {
        var (decision, refusal) = Decision.Make(Kind(reasoned: false, Remedy.Objection, "objection"), "You get help.", reason: null, alternatives: null);
        Assert.Null(refusal);
        Assert.Equal(
            ("Jeugdwet artikel 2.3", Remedy.Objection, "objection", "You get help.", null, null, null),
            (decision!.LegalBasis, decision.Remedy, decision.RemedyTerm, decision.Explanation, decision.Reason, decision.Alternatives, decision.FamilyAgrees));
    }

    [Theory]
    [InlineData(false, null, "e", null, null, true)]
    [InlineData(false, true, "e", " ", "", true)]
    [InlineData(false, null, "\t", "r", "a", false)]
    [InlineData(false, null, null, "r", "a", false)]
    [InlineData(false, false, "e", "r", "a", true)]
    [InlineData(false, false, "e", "r", " ", false)]
    [InlineData(false, false, "e", null, "a", false)]
    [InlineData(true, null, "e", "r", "a", true)]
    [InlineData(true, true, "e", null, null, false)]
    [InlineData(true, true, "e", "r", null, false)]
    [InlineData(true, true, "e", "", "a", false)]
    public void It_shows_its_reason_and_the_alternatives_where_its_kind_or_the_familys_wish_demands_that(
        bool reasoned, bool? familyAgrees, string? explanation, string? reason, string? alternatives, bool complete)
    {
        var (decision, refusal) = Decision.Make(Kind(reasoned), explanation, reason, alternatives, familyAgrees);
        Assert.Equal(complete, decision is not null);
        Assert.Equal(complete ? null : "decision-incomplete", refusal?.Code);
        Assert.Equal(decision?.FamilyAgrees, complete ? familyAgrees : null);
        Assert.False(decision is { Reason: { } why } && string.IsNullOrWhiteSpace(why));
    }

    [Fact]
    public void What_is_missing_is_named() =>
        Assert.Equal("Add explanation, alternatives.", Decision.Make(Kind(reasoned: true), explanation: null, "r", alternatives: null).Refusal!.Detail);

    /// <summary>Six weeks from the day after somebody heard of it, worked out by hand; a day off moves the last day on.</summary>
    [Theory]
    [InlineData("2026-11-12T10:00:00+01:00", "2026-12-24")]
    // It would end on Christmas Day, and a weekend follows.
    [InlineData("2026-11-13T10:00:00+01:00", "2026-12-28")]
    [InlineData("2026-11-14T10:00:00+01:00", "2026-12-28")]
    // Just before and just after midnight in the Netherlands.
    [InlineData("2026-11-12T22:59:59Z", "2026-12-24")]
    [InlineData("2026-11-12T23:00:00Z", "2026-12-28")]
    // It would end on Good Friday; the Tuesday after Easter is the first day on which people work.
    [InlineData("2027-02-12T10:00:00+01:00", "2027-03-30")]
    // Over the night in which summer time begins.
    [InlineData("2027-02-22T23:30:00+01:00", "2027-04-05")]
    public void The_last_day_for_an_objection_follows_the_law(string toldAt, string lastDay) =>
        Assert.Equal(DateOnly.Parse(lastDay, null), Decision.LastDay("objection", DateTimeOffset.Parse(toldAt, null), Limits));

    [Fact]
    public void Without_a_term_or_before_somebody_was_told_there_is_no_last_day()
    {
        Assert.Null(Decision.LastDay(null, new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero), Limits));
        Assert.Null(Decision.LastDay("objection", toldAt: null, Limits));
    }
}
