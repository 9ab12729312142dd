using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>Why something is not done to a family.</summary>
public static class FamilyRefusals
{
    /// <summary>A family has at most one key worker at any moment.</summary>
    public static Refusal KeyWorkerPresent { get; } = new(
        "key-worker-present", "A family has at most one key worker.",
        "Hand the family over instead, with the reason, so that the family knows why the face changes.");

    /// <summary>There is no key worker to cover for or to hand over from.</summary>
    public static Refusal NoKeyWorker { get; } = new(
        "no-key-worker", "This family has no key worker yet.", "Assign one first.");

    /// <summary>The worker is the key worker already.</summary>
    public static Refusal AlreadyKeyWorker { get; } = new(
        "already-key-worker", "This worker is the key worker already.", "Name another worker.");

    /// <summary>A cover that gives no time.</summary>
    public static Refusal CoverWithoutTime { get; } = new(
        "cover-without-time", "A cover ends after it begins, and in the future.",
        "Send from and until, with until the later one.", RefusalKind.Invalid);

    /// <summary>The person is no member of this family, or the two were never proposed as one.</summary>
    public static Refusal NotProposed { get; } = new(
        "not-proposed", "Only a proposed link can be confirmed.",
        "Read the proposed links of this family and name one of them.");

    /// <summary>The person was linked before.</summary>
    public static Refusal AlreadyLinked { get; } = new(
        "already-linked", "This person is linked already.", "Undo the present link first.");

    /// <summary>There is no such link, or it was undone before.</summary>
    public static Refusal NoSuchLink { get; } = new(
        "no-such-link", "There is no such link.", "Read the links of this family.", RefusalKind.NotFound);
}
