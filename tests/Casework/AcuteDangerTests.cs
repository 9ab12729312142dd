using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.Casework.Tests;

/// <summary>Acute danger is somebody's dated judgement about one person, not a level.</summary>
public class AcuteDangerTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly Guid Child = Guid.CreateVersion7();

    readonly TestFile file = new();

    [Fact]
    public void It_has_an_author_a_ground_and_a_day_and_is_about_one_person()
    {
        Assert.False(file.InAcuteDanger);
        Assert.Null(Judge());

        var danger = Assert.Single(file.AcuteDangers);
        Assert.Equal((Child, "Fresh bruises.", "Lotte, local team", Now), (danger.PersonId, danger.Ground, danger.JudgedBy, danger.At));
        Assert.True(file.InAcuteDanger);
        Assert.Equal((danger.Id, Child), file.Raised.OfType<AcuteDangerJudged>().Select(said => (said.AcuteDangerId, said.PersonId)).Single());
    }

    [Fact]
    public void Two_people_may_judge_so_and_it_lasts_until_each_judgement_is_over()
    {
        Judge();
        Judge();
        var (first, second) = (file.AcuteDangers[0].Id, file.AcuteDangers[1].Id);

        Assert.Null(End(first));
        Assert.True(file.InAcuteDanger);
        Assert.Null(End(second));
        Assert.False(file.InAcuteDanger);

        Assert.Equal(("She sleeps at her aunt's.", "Rosa", Now.AddHours(3)), (file.AcuteDangers[0].OverGround, file.AcuteDangers[0].OverJudgedBy, file.AcuteDangers[0].OverAt));
        Assert.Equal([first, second], file.Raised.OfType<AcuteDangerOver>().Select(said => said.AcuteDangerId));
    }

    [Fact]
    public void What_is_over_or_was_never_judged_does_not_end()
    {
        Judge();
        var danger = file.AcuteDangers[0].Id;
        End(danger);

        Assert.Equal("no-acute-danger", End(danger)!.Code);
        Assert.Equal("no-acute-danger", End(Guid.CreateVersion7())!.Code);
    }

    Refusal? Judge() => file.JudgeAcuteDanger(
        Child, "Fresh bruises.", "Lotte, local team", new(new HashSet<Guid> { Child }, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>()),
        new("lotte", "gm0344", "local-team", Now));

    Refusal? End(Guid danger) => file.EndAcuteDanger(danger, "She sleeps at her aunt's.", "Rosa", "rosa".At(Now.AddHours(3)));
}
