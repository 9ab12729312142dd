using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Casework.Tests;

/// <summary>Nobody gives oneself a right that one did not have.</summary>
public class ActorTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    static Actor Lotte(bool worksWithFile) => new("lotte", "gm0344", "local-team", Now, WorksWithFile: worksWithFile);

    static InvolvementStarted LetIn(string? worker, string relation = Relations.Cover) =>
        new(Guid.CreateVersion7(), relation, worker, worker is null ? "gm0344-intake" : null, "gm0344", Now, null);

    [Theory]
    [InlineData("lotte", false, "not-oneself")]
    [InlineData("lotte", true, null)]
    [InlineData("daan", false, null)]
    [InlineData("daan", true, null)]
    public void Who_works_with_the_file_takes_more_of_the_work_and_nobody_else_lets_oneself_in(string account, bool worksWithFile, string? refusal) =>
        Assert.Equal(refusal, Lotte(worksWithFile).WhyNotLetIn(account)?.Code);

    public static TheoryData<IGivesRight, bool, bool> Given => new()
    {
        { LetIn("lotte"), false, true },
        { LetIn("lotte"), true, false },
        { LetIn("daan"), false, false },
        { LetIn(null), false, false },
        { LetIn("lotte", Relations.EmergencyAccess), false, false },
        { new MemberAccountLinked(Guid.CreateVersion7(), "lotte"), true, true },
        { new MemberAccountLinked(Guid.CreateVersion7(), "daan"), false, false },
    };

    [Theory]
    [MemberData(nameof(Given))]
    public void An_event_gives_its_actor_what_the_actor_did_not_have(IGivesRight said, bool worksWithFile, bool gains) =>
        Assert.Equal(gains, Lotte(worksWithFile).GainsBy(said));
}
