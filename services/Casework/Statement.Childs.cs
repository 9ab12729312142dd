namespace Geborgen.Casework;

/// <content>A child's words stay apart from adults, also where it is or was recorded wrongly who spoke or who reads.</content>
public sealed partial class Statement
{
    /// <summary>Whether they were recorded as a child's words once: as what somebody belongs to the family is corrected, and corrected again.</summary>
    public bool WasChilds { get; private set; }

    /// <summary>Whether they reach an adult only after a talk with the child and a safety check.</summary>
    internal bool IsChilds => Author == StatementAuthor.Child || WasChilds;

    /// <summary>Who said them was recorded as a child once: they are kept like a child's.</summary>
    internal void KeepAsChilds() => WasChilds = true;

    /// <summary>
    /// Notes as what somebody of the family speaks. What was shared as an adult's words and is a child's is shared no more. A reporter, a
    /// professional or the network speaks as that, whoever it is. False when nothing changes.
    /// </summary>
    internal bool SayAs(StatementAuthor author)
    {
        if (Author == author || Author is not (StatementAuthor.Child or StatementAuthor.Parent or StatementAuthor.Adult))
            return false;
        WasChilds |= Author == StatementAuthor.Child;
        Author = author;
        if (author == StatementAuthor.Child)
            sharedWith.RemoveAll(one => one.TalkedWithChildOn is null);
        return true;
    }

    /// <summary>Somebody with whom it was shared as with a child is an adult: a child's words are shared with that person no more. False when they were not.</summary>
    internal bool StopSharingWith(IReadOnlySet<Guid> adults) =>
        IsChilds && sharedWith.RemoveAll(one => adults.Contains(one.PersonId) && one.TalkedWithChildOn is null) > 0;
}
