using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>Why a contact is not registered, or something is not done to it.</summary>
public static class ContactRefusals
{
    /// <summary>It says that it was received later than now.</summary>
    public static Refusal ReceivedInFuture { get; } = new(
        "received-in-future", "A contact can't be received in the future.",
        "Send the moment at which it was received, with its offset.", RefusalKind.Invalid);

    /// <summary>It says that it was received before the law knew the terms that would count from then.</summary>
    public static Refusal ReceivedTooLongAgo { get; } = new(
        "received-too-long-ago", "No term counts from so long ago.",
        "Send the moment at which it was received; what happened longer ago is told in a statement.", RefusalKind.Invalid);

    /// <summary>The regional team works with its words.</summary>
    public static Refusal InvestigationBegun { get; } = new(
        "investigation-begun", "No contact is taken out on which an investigation was asked for.",
        "Take out the statements that are wrong one by one; the regional team, which follows that, ends the investigation.");

    /// <summary>Something that was told changes and nobody says why.</summary>
    public static Refusal WhereaboutsWithoutReason { get; } = new(
        "whereabouts-without-reason", "Where the family was said to be is corrected with a reason.",
        "Send the reason; what was not known yet needs none.", RefusalKind.Invalid);

    /// <summary>Advice is given without knowing whom it is about (Wmo 2015, article 4.1.1).</summary>
    public static Refusal AdviceWithPersonData { get; } = new(
        "advice-with-person-data", "Advice is asked and given without data on those concerned.",
        "Leave out the family, the reporter's name and citizen service numbers, or register it as a concern.", RefusalKind.Invalid);

    /// <summary>There is nothing in it.</summary>
    public static Refusal NothingSaid { get; } = new(
        "nothing-said", "A contact holds at least one statement.",
        "Add what was said or seen, in the words of the one who said or saw it.", RefusalKind.Invalid);

    /// <summary>Advice is answered, nothing is decided about anybody.</summary>
    public static Refusal AdviceNotTriaged { get; } = new(
        "advice-not-triaged", "A request for advice is answered, not triaged.",
        "Record the advice that was given, or register a concern.");

    /// <summary>It was decided before what follows.</summary>
    public static Refusal AlreadyTriaged { get; } = new(
        "already-triaged", "A contact is triaged once.", "Read the decision; register what is new as a new contact.");

    /// <summary>Nobody can investigate without knowing what must be found out.</summary>
    public static Refusal InvestigationWithoutQuestions { get; } = new(
        "investigation-without-questions", "An investigation has at least one question.",
        "Add the questions that it must answer.", RefusalKind.Invalid);

    /// <summary>Questions are asked of an investigation only.</summary>
    public static Refusal QuestionsWithoutInvestigation { get; } = new(
        "questions-without-investigation", "Only an investigation has questions.",
        "Leave out the questions, or choose the outcome investigation.", RefusalKind.Invalid);
}
