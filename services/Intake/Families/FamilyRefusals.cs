using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>Why something is not done to a family.</summary>
public static class FamilyRefusals
{
    /// <summary>Who watches over the files would be kept out of one.</summary>
    public static Refusal AccountOfOfficer { get; } = new(
        "account-of-officer", "The account of a privacy officer is not tied to a member by who works with the file.",
        "Ask the organisation, whose other officer or successor watches over this file then.");

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

    /// <summary>Somebody else is the key worker by now.</summary>
    public static Refusal NotTheirKeyWorker { get; } = new(
        "not-their-key-worker", "This worker is not the family's key worker.", "Read who the key worker is.");

    /// <summary>The familiar face goes and nobody says why.</summary>
    public static Refusal ReleasedWithoutReason { get; } = new(
        "released-without-reason", "A key worker is released with a reason.", "Say why, in words for the family.", RefusalKind.Invalid);

    /// <summary>A meeting that is still to come.</summary>
    public static Refusal MetInFuture { get; } = new(
        "met-in-future", "The family met the new key worker on a day that has come.",
        "Send the day of the meeting, or leave it out while it is still to come.", RefusalKind.Invalid);

    /// <summary>The key worker has a partner.</summary>
    public static Refusal DuoPresent { get; } = new(
        "duo-present", "A key worker has at most one partner.", "End the present partner's work first.");

    /// <summary>Nobody stands in, is a partner or is consulted by that assignment, or no longer.</summary>
    public static Refusal NoSuchStandIn { get; } = new(
        "no-such-stand-in", "Nobody stands in, is a partner or is consulted by this assignment now.", "Read who works with the family.", RefusalKind.NotFound);

    /// <summary>There is no such wish, or it was answered.</summary>
    public static Refusal NoSuchWish { get; } = new(
        "no-such-wish", "There is no such wish for another key worker that waits for an answer.", "Read the wishes of this family.",
        RefusalKind.NotFound);

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

    /// <summary>The person belongs to the family at that time already.</summary>
    public static Refusal AlreadyMember { get; } = new(
        "already-member", "This person belongs to the family already.",
        "Read the members; end the present membership first where the role changes.");

    /// <summary>The person was never a member of this family.</summary>
    public static Refusal NotKnownToFamily { get; } = new(
        "not-known-to-family", "This person is not known to this family.",
        "Send what is known of the person instead; a match is then proposed as a link.");

    /// <summary>A known person with data of a new one.</summary>
    public static Refusal KnownAndNew { get; } = new(
        "known-and-new", "A member is a known person or a new one.",
        "Send personId or person, not both.", RefusalKind.Invalid);

    /// <summary>A membership that begins later than today.</summary>
    public static Refusal MembershipInFuture { get; } = new(
        "membership-in-future", "A membership does not begin in the future.",
        "Send from as today or earlier, or leave it out.", RefusalKind.Invalid);

    /// <summary>A membership that ends before it began, or in the future.</summary>
    public static Refusal MembershipWithoutTime { get; } = new(
        "membership-without-time", "A membership ends on or after its first day and not in the future.",
        "Send until as the last day on which the person belonged to the family.", RefusalKind.Invalid);

    /// <summary>The person is no member of this family.</summary>
    public static Refusal NoSuchMember { get; } = new(
        "no-such-member", "There is no such member.", "Read the members of this family.", RefusalKind.NotFound);

    /// <summary>Nobody has that account, or not any more.</summary>
    public static Refusal NoSuchAccount { get; } = new(
        "no-such-account", "There is no such account of a person now.",
        "Ask the member under which account he or she logs in, or name a contact of this family that was sent under it.", RefusalKind.Invalid);

    /// <summary>Nobody could tell who it is, and the login would be nobody's.</summary>
    public static Refusal AccountOfAnotherMember { get; } = new(
        "account-of-another-member", "This account is another member's.", "Untie it from the other member first, where it was tied in error.");

    /// <summary>Who works with the family now would lose the file by it.</summary>
    public static Refusal AccountWorksHere { get; } = new(
        "account-works-here", "This account is of somebody who works with the family.", "End that work first, so that the family does not lose its face unnoticed.");

    /// <summary>The colleague can't open this file.</summary>
    public static Refusal NotThisColleague { get; } = new(
        "not-this-colleague", "This colleague can't work with this family.", "Name another colleague.");

    /// <summary>Nothing is wrong with it.</summary>
    public static Refusal RoleIsSo { get; } = new(
        "role-is-so", "The member has this role already.", "Send the role that the member should have had.");

    /// <summary>The account is the member's already.</summary>
    public static Refusal AccountAlreadyLinked { get; } = new(
        "account-already-linked", "This account is the member's already.", "Nothing needs to be done.");

    /// <summary>No account is the member's.</summary>
    public static Refusal NoAccountLinked { get; } = new(
        "no-account-linked", "No account is tied to this member.", "Nothing needs to be done.");

    /// <summary>Whoever was kept out may come back in, and nobody says why.</summary>
    public static Refusal UnlinkedWithoutReason { get; } = new(
        "unlinked-without-reason", "An account is untied with a reason.", "Say what went wrong.", RefusalKind.Invalid);

    /// <summary>Nobody knows where it comes from.</summary>
    public static Refusal AuthorityWithoutSource { get; } = new(
        "authority-without-source", "Parental authority is recorded with its source.",
        "Name where it was found, such as the authority register, an order, or what a parent said.", RefusalKind.Invalid);

    /// <summary>Authority is over a child.</summary>
    public static Refusal AuthorityOverAChild { get; } = new(
        "authority-over-a-child", "Parental authority is held over a child by somebody else.",
        "Name a member in the role of child and another member as the parent or guardian.", RefusalKind.Invalid);

    /// <summary>Parental authority ends at the age of 18 (BW Book 1, articles 233 and 245).</summary>
    public static Refusal AuthorityOverAnAdult { get; } = new(
        "authority-over-an-adult", "Nobody has parental authority over somebody of 18 or older.",
        "Check the date of birth; an adult decides alone.");

    /// <summary>Authority begins with the child's life.</summary>
    public static Refusal AuthorityBeforeBirth { get; } = new(
        "authority-before-birth", "Nobody has authority over a child before its birth.", "Send the day from which it holds.", RefusalKind.Invalid);

    /// <summary>It does not say who does what.</summary>
    public static Refusal SupportUnclear { get; } = new(
        "support-unclear", "Support says who does what.", "Add who does it and what they do.", RefusalKind.Invalid);

    /// <summary>There is no such support here.</summary>
    public static Refusal NoSuchSupport { get; } = new(
        "no-such-support", "There is no such support.", "Read the support of this family.", RefusalKind.NotFound);

    /// <summary>It ended before.</summary>
    public static Refusal SupportEnded { get; } = new(
        "support-ended", "This support has ended.", "Record new support when it begins again.");

    /// <summary>Support that ends before it began, or in the future.</summary>
    public static Refusal SupportWithoutTime { get; } = new(
        "support-without-time", "Support ends on or after its first day and not in the future.",
        "Send until as the last day.", RefusalKind.Invalid);
}
