using Geborgen.Contracts.Casework;

namespace Geborgen.Casework;

/// <content>Who is in acute danger.</content>
public abstract partial class CaseFile
{
    readonly List<AcuteDanger> acuteDangers = [];

    /// <summary>Who was judged to be in acute danger, and whether that is over.</summary>
    public IReadOnlyList<AcuteDanger> AcuteDangers => acuteDangers;

    /// <summary>Whether somebody is in acute danger now.</summary>
    public bool InAcuteDanger => acuteDangers.Exists(one => one.OverAt is null);

    /// <summary>Records that somebody of the family is judged to be in acute danger. Two people can judge so, each on a ground of their own.</summary>
    public Refusal? JudgeAcuteDanger(Guid personId, string ground, string judgedBy, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(by);
        if (!family.Know(personId))
            return StatementRefusals.NotAMember;
        if (WhyNotJudged(personId) is { } refusal)
            return refusal;
        var danger = new AcuteDanger(personId, ground, judgedBy, by.Account, by.Now);
        acuteDangers.Add(danger);
        Raise(new AcuteDangerJudged(danger.Id, personId), by.Now);
        return null;
    }

    /// <summary>Why nothing is judged in this file about a member of the family; null where it is.</summary>
    protected virtual Refusal? WhyNotJudged(Guid personId) => null;

    /// <summary>Records that somebody judges the danger to be over.</summary>
    public Refusal? EndAcuteDanger(Guid dangerId, string ground, string judgedBy, Actor by)
    {
        if (acuteDangers.Find(one => one.Id == dangerId) is not { OverAt: null } danger)
            return AcuteDangerRefusals.NoAcuteDanger;
        danger.End(ground, judgedBy, by.Now);
        Raise(new AcuteDangerOver(dangerId), by.Now);
        return null;
    }
}
