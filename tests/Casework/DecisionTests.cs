namespace Geborgen.Casework.Tests;

public class DecisionTests
{
    [Fact]
    public void A_decision_with_all_its_parts_is_made()
    {
        var (decision, refusal) = Decision.Make("because", "Jeugdwet 2.3", "help at school", Remedy.None, "We decided this for you.");
        Assert.Null(refusal);
        Assert.Equal("help at school", decision!.Alternatives);
    }

    [Theory]
    [InlineData(null, "b", "c", Remedy.Court, "e")]
    [InlineData("a", " ", "c", Remedy.Court, "e")]
    [InlineData("a", "b", "", Remedy.Court, "e")]
    [InlineData("a", "b", "c", null, "e")]
    [InlineData("a", "b", "c", Remedy.Court, "\t")]
    public void A_decision_that_lacks_a_part_does_not_exist(string? reason, string? basis, string? alternatives, Remedy? remedy, string? explanation)
    {
        var (decision, refusal) = Decision.Make(reason, basis, alternatives, remedy, explanation);
        Assert.Null(decision);
        Assert.Equal("decision-incomplete", refusal!.Code);
    }
}
