namespace Geborgen.Casework.Tests;

public sealed class DecisionKindsTests : IDisposable
{
    static readonly TimeLimits Limits = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));

    static readonly DateTimeOffset Today = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("helpRequest", "localSupport", ControllerKind.Municipality, Remedy.Objection, "objection", false, "Jeugdwet artikel 2.3")]
    [InlineData("helpRequest", "noFollowUp", ControllerKind.Municipality, Remedy.Objection, "objection", true, "Jeugdwet artikel 2.3")]
    [InlineData("helpRequest", "localSupport", ControllerKind.Region, Remedy.Complaint, null, false, "Wmo 2015 artikel 4.1.1")]
    [InlineData("triage", "localSupport", ControllerKind.Municipality, Remedy.Complaint, null, false, "Jeugdwet artikel 2.3")]
    [InlineData("triage", "investigation", ControllerKind.Municipality, Remedy.Complaint, null, true, "Wmo 2015 artikel 4.1.1")]
    [InlineData("triage", "emergency", ControllerKind.Region, Remedy.Complaint, null, false, "Wmo 2015 artikel 4.1.1")]
    [InlineData("reporterShield", "shielded", ControllerKind.Municipality, Remedy.Complaint, null, true, "Uitvoeringsbesluit Wmo 2015 artikel 4.1.1 en volgende")]
    [InlineData("closing", "closed", ControllerKind.Municipality, Remedy.Complaint, null, false, "Jeugdwet artikel 2.3")]
    [InlineData("conclusion", "voluntarySupport", ControllerKind.Region, Remedy.Complaint, null, false, "Wmo 2015 artikel 4.1.1")]
    [InlineData("conclusion", "conditionsNeeded", ControllerKind.Region, Remedy.Complaint, null, true, "Wmo 2015 artikel 4.1.1")]
    [InlineData("conclusion", "measureAdvised", ControllerKind.Region, Remedy.Court, null, true, "Jeugdwet artikel 2.4 en Burgerlijk Wetboek artikel 1:255")]
    [InlineData("counterExpertise", "granted", ControllerKind.Region, Remedy.Complaint, null, false, "Wmo 2015 artikel 4.1.1")]
    [InlineData("counterExpertise", "refused", ControllerKind.Region, Remedy.Complaint, null, true, "Wmo 2015 artikel 4.1.1")]
    public void What_the_law_says_of_a_kind_of_decision(
        string kind, string outcome, ControllerKind controller, Remedy remedy, string? term, bool reasoned, string basis)
    {
        var counting = DecisionKinds.Read(Path.Combine(AppContext.BaseDirectory, "decision-kinds.json"), Limits).For(kind, outcome, controller, Today);
        Assert.Equal((remedy, term, reasoned, basis), (counting.Remedy, counting.RemedyTerm, counting.Reasoned, counting.LegalBasis));
    }

    [Fact]
    public void The_law_of_the_date_of_the_decision_counts()
    {
        var kinds = Read(Entry(until: "2026-12-31"), Entry(remedy: "objection", term: "objection", from: "2027-01-01", basis: "new"));

        var (before, after) = (For(kinds, new(2026, 12, 31, 22, 59, 59, TimeSpan.Zero)), For(kinds, new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero)));

        Assert.Equal((Remedy.Complaint, "law", null), (before.Remedy, before.LegalBasis, before.RemedyTerm));
        Assert.Equal((Remedy.Objection, "new", "objection"), (after.Remedy, after.LegalBasis, after.RemedyTerm));
    }

    [Fact]
    public void Each_kind_of_controller_has_a_law_of_its_own()
    {
        var kinds = Read(Entry(), Entry(controllers: "region", basis: "other"));

        Assert.Equal("law", kinds.For("triage", "advice", ControllerKind.Municipality, Today).LegalBasis);
        Assert.Equal("other", kinds.For("triage", "advice", ControllerKind.Region, Today).LegalBasis);
    }

    [Fact]
    public void A_decision_of_which_the_law_says_nothing_is_not_made_up()
    {
        var kinds = Read(Entry(from: "2026-12-01"));

        Assert.Throws<InvalidOperationException>(() => For(kinds, Today));
        Assert.Throws<InvalidOperationException>(() => kinds.For("triage", "emergency", ControllerKind.Municipality, Today.AddYears(1)));
        Assert.Throws<InvalidOperationException>(() => kinds.For("triage", "advice", ControllerKind.Region, Today.AddYears(1)));
        Assert.Throws<InvalidOperationException>(() => kinds.For("closing", "advice", ControllerKind.Municipality, Today.AddYears(1)));
    }

    public static TheoryData<string> Impossible => [
        $"{Entry()}, {Entry()}",
        $"{Entry(until: "2026-12-31")}, {Entry(from: "2026-12-31")}",
        Entry(remedy: "objection"),
        Entry(remedy: "none", term: "objection"),
        Entry(term: "no-such-term"),
        Entry(basis: " "),
        Entry(source: ""),
        Entry().Replace("\"advice\"", "", StringComparison.Ordinal),
        Entry().Replace("\"municipality\"", "", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_list_that_cannot_be_right_is_refused(string entries) => Assert.Throws<InvalidDataException>(() => Read(entries));

    [Fact]
    public void A_misspelt_member_or_remedy_is_not_ignored()
    {
        Assert.Throws<System.Text.Json.JsonException>(() => Read(Entry().Replace("remedyTerm", "remedyterm2", StringComparison.Ordinal)));
        Assert.Throws<System.Text.Json.JsonException>(() => Read(Entry(remedy: "appeal")));
    }

    static DecisionKind For(DecisionKinds kinds, DateTimeOffset at) => kinds.For("triage", "advice", ControllerKind.Municipality, at);

    static string Entry(
        string remedy = "complaint", string? term = null, string from = "2020-01-01", string? until = null, string basis = "law", string source = "Article 1",
        string controllers = "municipality") => $$"""
        { "kind": "triage", "outcomes": ["advice"], "controllers": ["{{controllers}}"], "legalBasis": "{{basis}}", "remedy": "{{remedy}}",
          "remedyTerm": {{(term is null ? "null" : $"\"{term}\"")}}, "reasoned": false, "source": "{{source}}",
          "validFrom": "{{from}}", "validUntil": {{(until is null ? "null" : $"\"{until}\"")}} }
        """;

    DecisionKinds Read(params string[] entries)
    {
        File.WriteAllText(path, $"[{string.Join(',', entries)}]");
        return DecisionKinds.Read(path, Limits);
    }
}
