namespace Geborgen.Casework;

/// <summary>Why something is not done to a statement.</summary>
public static class StatementRefusals
{
    /// <summary>A statement says that it was made later than now.</summary>
    public static Refusal StatedInFuture { get; } = new(
        "stated-in-future", "A statement can't be made in the future.",
        "Send the moment at which it was said or written, with its offset.", RefusalKind.Invalid);

    /// <summary>Only its author amends or withdraws a statement.</summary>
    public static Refusal NotTheAuthor { get; } = new(
        "not-the-author", "Only its author amends or withdraws a statement.",
        "Let its author do it, contest it, or let the responsible organisation correct a fact in it.");

    /// <summary>Words of somebody of the family are changed on their behalf only after they were read back.</summary>
    public static Refusal NotReadBack { get; } = new(
        "not-read-back", "Who wrote somebody's words down changes them only once that person heard and agreed to it.",
        "Read it back to whose words they are, and send the day on which that person agreed.");

    /// <summary>Nobody agreed later than today.</summary>
    public static Refusal AgreedInFuture { get; } = new(
        "agreed-in-future", "Nobody agreed on a day that is still to come.",
        "Send the day on which it was read back and agreed to.", RefusalKind.Invalid);

    /// <summary>It was withdrawn or taken out.</summary>
    public static Refusal NotStanding { get; } = new(
        "statement-not-standing", "This statement no longer stands.", "Record a new statement.");

    /// <summary>An opinion is not right or wrong.</summary>
    public static Refusal OpinionNotCorrectable { get; } = new(
        "opinion-not-correctable", "A fact can be corrected, an opinion can not.",
        "Attach the person's own statement to it, or contest that it is an opinion.");

    /// <summary>An own statement belongs with an opinion.</summary>
    public static Refusal AttachToOpinion { get; } = new(
        "attach-to-opinion", "An own statement is attached to an opinion or interpretation.",
        "Contest or correct a fact instead.");

    /// <summary>It is said whose own statement it is.</summary>
    public static Refusal OwnStatementOfNobody { get; } = new(
        "own-statement-of-nobody", "A child's or parent's own statement says whose it is.",
        "Send the person whose words they are.", RefusalKind.Invalid);

    /// <summary>A member of the family is named by who they are.</summary>
    public static Refusal NameOfMember { get; } = new(
        "name-of-member", "The name of an author is sent for who is no member of the family.",
        "Send who of the family it is, or the name of a professional or of somebody of the network.", RefusalKind.Invalid);

    /// <summary>A child's words are a child's.</summary>
    public static Refusal AuthorOfOtherRole { get; } = new(
        "author-of-other-role", "A child's or parent's words are those of a member in that role.",
        "Send another member or another author.", RefusalKind.Invalid);

    /// <summary>A child's words under another's name would reach others without the talk and the safety check.</summary>
    public static Refusal ChildsWordsUnderAnotherName { get; } = new(
        "childs-words-under-another-name", "What a child says is recorded as the child's.",
        "Send the author child, or leave the child's personId out.", RefusalKind.Invalid);

    /// <summary>Facts and opinions stay apart.</summary>
    public static Refusal KindMissing { get; } = new(
        "kind-missing", "What is said here is an observation, told by another, an interpretation, an opinion or an agreement.",
        "Send the kind of statement.", RefusalKind.Invalid);

    /// <summary>Words that tell who reported reach nobody of the family while that is kept from them.</summary>
    public static Refusal GivesReporterAway { get; } = new(
        "gives-reporter-away", "These words would tell the family who reported, which is kept from them.",
        "Write it without the reporter's name and role, or wait until it is decided otherwise whether the reporter is shielded; what was taken over is then taken over again.");

    /// <summary>Words that tell what is kept from the family do not reach it.</summary>
    public static Refusal GivesSecretAway { get; } = new(
        "gives-secret-away", "These words would tell the family what is kept from it.",
        "Write it without the address that is secret, and without the words of a statement that is withheld or of a child.");

    /// <summary>Only who belongs or belonged to the family is named as one of it.</summary>
    public static Refusal NotAMember { get; } = new(
        "not-a-member", "This person does not belong to the family.",
        "Name a member of the family, or leave the person out.", RefusalKind.Invalid);

    /// <summary>There is no such statement here.</summary>
    public static Refusal NoSuchStatement { get; } = new(
        "no-such-statement", "There is no such statement here.", "Read the statements again.", RefusalKind.NotFound);

    /// <summary>There is no such contest, or it ended before.</summary>
    public static Refusal NoSuchContest { get; } = new(
        "no-such-contest", "There is no such open contest.", "Read the statement's contests.", RefusalKind.NotFound);

    /// <summary>A contest ends on the word of those who disagree.</summary>
    public static Refusal SettledOnNobodysWord { get; } = new(
        "settled-on-nobodys-word", "A contest ends on the word of those who disagree, not of who writes it down.",
        "Send whose word it is, or that both stand.", RefusalKind.Invalid);

    /// <summary>Only who disputes something takes that back.</summary>
    public static Refusal TakenBackByAnother { get; } = new(
        "taken-back-by-another", "Only who disputes something takes that back.",
        "Send the person who disputed it, or that both stand.");

    /// <summary>A child's words reach a parent after a talk with the child.</summary>
    public static Refusal ChildNotSpokenWith { get; } = new(
        "child-not-spoken-with", "A child's words reach a parent only after a talk with the child.",
        "Speak with the child about it and record the day.");

    /// <summary>A child's words reach a parent after a safety check.</summary>
    public static Refusal SafetyNotChecked { get; } = new(
        "safety-not-checked", "A child's words reach a parent only after a safety check.",
        "Record what was found about the child's safety once the parent knows it.");

    /// <summary>A talk took place by now.</summary>
    public static Refusal TalkInFuture { get; } = new(
        "talk-in-future", "Nobody spoke with the child on a day that is still to come.",
        "Send the day of the talk.", RefusalKind.Invalid);

    /// <summary>A talk is about words that were said.</summary>
    public static Refusal TalkBeforeWords { get; } = new(
        "talk-before-words", "A talk about a child's words comes after them, as they are now.",
        "Speak with the child about these words and record that day.");

    /// <summary>From sixteen a young person decides alone (Jeugdwet, section 7.3).</summary>
    public static Refusal YoungPersonDecides { get; } = new(
        "young-person-decides", "From sixteen a young person alone decides who reads their words.",
        "Ask the young person and record the day on which they agreed.");

    /// <summary>It is kept from the family for now.</summary>
    public static Refusal Withheld { get; } = new(
        "statement-withheld", "This statement is kept from the family for now.", "Review the withholding first.");

    /// <summary>It is not kept from the family.</summary>
    public static Refusal NotWithheld { get; } = new(
        "statement-not-withheld", "This statement is not kept from the family.", "Read the statement again.");

    /// <summary>Withholding ends and is looked at again before.</summary>
    public static Refusal WithholdingWithoutEnd { get; } = new(
        "withholding-without-end", "Withholding has a review date and an end, both in the future.",
        "Send reviewOn and until, with until the later one or the same.", RefusalKind.Invalid);
}
