using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>Why a file is not split or merged, a merge is not undone, or something is not done to a closed file.</summary>
public static class MergeRefusals
{
    /// <summary>The file went into another one.</summary>
    public static Refusal FileMerged { get; } = new(
        "file-merged", "This file was merged into another and is closed.", "Go on in the file that it was merged into, or undo the merge there.");

    /// <summary>Nobody is told why.</summary>
    public static Refusal WithoutReason { get; } = new(
        "split-or-merge-without-reason", "A split or merge says why.", "Add the reason.", RefusalKind.Invalid);

    /// <summary>Nobody leaves.</summary>
    public static Refusal SplitOfNobody { get; } = new(
        "split-of-nobody", "A split names who leaves.", "Name at least one member.", RefusalKind.Invalid);

    /// <summary>Nobody would stay.</summary>
    public static Refusal SplitOfEverybody { get; } = new(
        "split-of-everybody", "Somebody stays behind in a split.", "Name some of the members, not all of them.");

    /// <summary>Another municipality was asked to become responsible and has not answered.</summary>
    public static Refusal OfferOpen { get; } = new(
        "offer-open", "Responsibility for children is on offer.", "Wait for the answer, or withdraw the offer first.");

    /// <summary>There is no such family, or not for this reader.</summary>
    public static Refusal NoSuchFamily { get; } = new(
        "no-such-family", "There is no such family.", "Name a family with which you work.", RefusalKind.NotFound);

    /// <summary>A family is one household already.</summary>
    public static Refusal WithItself { get; } = new(
        "merge-with-itself", "A file is merged with another file.", "Name the other family.", RefusalKind.Invalid);

    /// <summary>The other file is kept elsewhere.</summary>
    public static Refusal OfAnotherMunicipality { get; } = new(
        "merge-across-municipalities", "Files are merged within one municipality.", "Offer responsibility for the children instead.");

    /// <summary>A call for help would stay where nobody works with the caller any more.</summary>
    public static Refusal CallWaits { get; } = new(
        "call-waits", "Somebody who goes to another file called for help, and nothing was decided on that yet.",
        "Decide on the call first, so that it is not left behind.");

    /// <summary>Another municipality works with children of the other file.</summary>
    public static Refusal ResponsibilityPassedOn { get; } = new(
        "responsibility-passed-on", "Another municipality is responsible for a child of the other file.",
        "Let that municipality hand the responsibility back first.");

    /// <summary>There is no such merge.</summary>
    public static Refusal NoSuchMerge { get; } = new(
        "no-such-merge", "There is no such merge.", "Read the merges of this family.", RefusalKind.NotFound);

    /// <summary>It was undone before.</summary>
    public static Refusal UndoneAlready { get; } = new(
        "merge-undone-already", "A merge is undone once.", "Read the families as they are now.");
}
