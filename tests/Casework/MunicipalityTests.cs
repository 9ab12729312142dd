namespace Geborgen.Casework.Tests;

public class MunicipalityTests
{
    [Fact]
    public void A_CBS_code_in_lower_case_is_a_municipality() => Assert.Equal("gm0344", Municipality.Parse("gm0344", null).Code);

    [Theory]
    [InlineData(null)]
    [InlineData("GM0344")]
    [InlineData("gm344")]
    [InlineData("gm0344\n")]
    [InlineData("utrecht")]
    public void Anything_else_is_not(string? code) => Assert.False(Municipality.TryParse(code, null, out _));
}
