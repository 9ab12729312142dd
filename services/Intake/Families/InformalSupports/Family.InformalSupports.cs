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
    public Refusal? StartSupport(string who, string what, DateOnly from, Actor by)
    {
        if (ClosedAt is not null)
            return ClosingRefusals.FileClosed;
        if (string.IsNullOrWhiteSpace(who) || string.IsNullOrWhiteSpace(what))
            return FamilyRefusals.SupportUnclear;
        var support = new InformalSupport(who, what, from, by.Now);
        supports.Add(support);
        Raise(new InformalSupportStarted(support.Id, from), by.Now);
        return null;
    }

    /// <summary>Notes how support goes. That is for those who read it here: nothing is told to others, and the version stays.</summary>
    public Refusal? NoteSupport(Guid supportId, string text, Actor by)
    {
        if (supports.Find(one => one.Id == supportId) is not { } support)
            return FamilyRefusals.NoSuchSupport;
        support.Note(text, by);
        return null;
    }

    /// <summary>Support ends. It can still be noted how it went.</summary>
    public Refusal? EndSupport(Guid supportId, DateOnly until, Actor by)
    {
        if (supports.Find(one => one.Id == supportId) is not { } support)
            return FamilyRefusals.NoSuchSupport;
        if (support.Until is not null)
            return FamilyRefusals.SupportEnded;
        if (until < support.From || until > by.Today)
            return FamilyRefusals.SupportWithoutTime;
        support.End(until);
        Raise(new InformalSupportEnded(supportId, until), by.Now);
        return null;
    }
}
