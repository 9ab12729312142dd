using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Families;

/// <content>Who of the network supports the family.</content>
public sealed partial class Family
{
    readonly List<InformalSupport> supports = [];

    /// <summary>Support by the network, ended support included.</summary>
    public IReadOnlyList<InformalSupport> Supports => supports;

    /// <summary>Somebody of the network supports the family.</summary>
    public Refusal? StartSupport(string who, string what, DateOnly from, DateTimeOffset now)
    {
        if (ClosedAt is not null)
            return ClosingRefusals.FileClosed;
        if (string.IsNullOrWhiteSpace(who) || string.IsNullOrWhiteSpace(what))
            return FamilyRefusals.SupportUnclear;
        var support = new InformalSupport(who, what, from, now);
        supports.Add(support);
        Raise(new InformalSupportStarted(support.Id, from), now);
        return null;
    }

    /// <summary>Notes how support goes. That is for those who read it here: nothing is told to others, and the version stays.</summary>
    public Refusal? NoteSupport(Guid supportId, string text, string by, DateTimeOffset now)
    {
        if (supports.Find(one => one.Id == supportId) is not { } support)
            return FamilyRefusals.NoSuchSupport;
        support.Note(text, by, now);
        return null;
    }

    /// <summary>Support ends. It can still be noted how it went.</summary>
    public Refusal? EndSupport(Guid supportId, DateOnly until, DateTimeOffset now)
    {
        if (supports.Find(one => one.Id == supportId) is not { } support)
            return FamilyRefusals.NoSuchSupport;
        if (support.Until is not null)
            return FamilyRefusals.SupportEnded;
        if (until < support.From || until > WorkingDays.DateOf(now))
            return FamilyRefusals.SupportWithoutTime;
        support.End(until);
        Raise(new InformalSupportEnded(supportId, until), now);
        return null;
    }
}
