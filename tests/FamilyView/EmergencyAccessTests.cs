using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.FamilyView.Tests;

public class EmergencyAccessTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 30, 0, TimeSpan.Zero);

    [Fact]
    public void It_lasts_an_hour_and_says_who_and_for_whom()
    {
        var family = Guid.CreateVersion7();
        var (access, refusal) = Open("  Child alone at home, nobody answers.  ", family);

        Assert.Null(refusal);
        Assert.Equal((Now, Now.AddHours(1)), (access!.From, access.Until));
        Assert.Equal("Child alone at home, nobody answers.", access.Reason);
        var started = Assert.IsType<InvolvementStarted>(Assert.Single(access.Raised));
        Assert.Equal(
            new InvolvementStarted(access.Id, Relations.EmergencyAccess, "rosa", null, "rvt-utrecht", Now, Now.AddHours(1))
                .Of(family, access.Id, 1, "gm0344", Now),
            started);
    }

    [Theory]
    [InlineData("")]
    [InlineData("too short")]
    [InlineData("          x          ")]
    [InlineData("..............")]
    [InlineData("\u200b\u200c\u200d\u2060\u200b\u200c\u200d\u2060\u200b\u200c\u200d\u2060")]
    [InlineData("\u3164\u115f\u1160\uffa0\u2800\u3164\u115f\u1160\uffa0\u2800\u3164")]
    [InlineData("x\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b")]
    [InlineData("y\u202e\u202d\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u180e\ue000\uf8ff")]
    [InlineData("a b c d e f")]
    public void A_reason_must_say_something(string reason) =>
        Assert.Equal("emergency-reason-missing", Open(reason).Refusal!.Code);

    [Fact]
    public void A_reason_is_short()
    {
        Assert.Null(Open("because " + new string('a', EmergencyAccess.LongestReason - 8)).Refusal);
        Assert.Equal("emergency-reason-too-long", Open("because " + new string('a', EmergencyAccess.LongestReason - 7)).Refusal!.Code);
    }

    static (EmergencyAccess? Access, Refusal? Refusal) Open(string reason, Guid? family = null) =>
        EmergencyAccess.Open(family ?? Guid.CreateVersion7(), new Municipality("gm0344"), reason, Acting.Worker("rosa", "Rosa", "rvt-utrecht").At(Now));
}
