namespace Geborgen.Casework.Tests;

public class BsnTests
{
    [Theory]
    [InlineData("123456782")]
    [InlineData("999990019")]
    [InlineData("010000008")]
    public void A_number_that_passes_the_eleven_test_is_accepted(string digits)
    {
        Assert.True(Bsn.TryParse(digits, out var bsn));
        Assert.Equal(digits, bsn.Digits);
    }

    [Fact]
    public void Eight_digits_lost_their_leading_zero()
    {
        Assert.True(Bsn.TryParse("10000008", out var bsn));
        Assert.Equal("010000008", bsn.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000000")]
    [InlineData("123456789")]
    [InlineData("999990018")]
    [InlineData("1234567821")]
    [InlineData("1234567")]
    [InlineData("12345678a")]
    [InlineData(" 23456782")]
    [InlineData("١٢٣٤٥٦٧٨٢")]
    public void Anything_else_is_refused(string? text) => Assert.False(Bsn.TryParse(text, out _));

    [Fact]
    public void It_never_shows_itself_in_a_text() =>
        Assert.DoesNotContain("999990019", Bsn.TryParse("999990019", out var bsn) ? $"{bsn}" : "999990019");

    [Fact]
    public void One_wrong_digit_is_always_noticed()
    {
        const string valid = "999990019";
        for (var place = 0; place < valid.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != valid[place])
                    Assert.False(Bsn.TryParse(valid[..place] + digit + valid[(place + 1)..], out _));
    }

    [Theory]
    [InlineData("Her number is 999990019.", true)]
    [InlineData("9999.90.019", true)]
    [InlineData("Number 999 990 019, she says", true)]
    [InlineData("Number 999/990/019", true)]
    [InlineData("Number 999_990_019", true)]
    [InlineData("999990018", false)]
    [InlineData("Call 030 2861000 or 0612345678", false)]
    [InlineData("9999900191", false)]
    [InlineData("1 9999 90 019", false)]
    [InlineData("On 20-11-2026 at 14.05", false)]
    [InlineData("", false)]
    public void It_is_found_in_a_text(string text, bool found) => Assert.Equal(found, Bsn.IsIn(text));
}
