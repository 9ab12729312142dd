using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <summary>Why something is not done to an investigation.</summary>
public static class InvestigationRefusals
{
    /// <summary>It was concluded.</summary>
    public static Refusal AlreadyConcluded { get; } = new(
        "already-concluded", "This investigation was concluded.",
        "What is new is added as a statement, or asks for a new investigation.");

    /// <summary>It is extended already.</summary>
    public static Refusal AlreadyExtended { get; } = new(
        "already-extended", "This is an extended investigation already.", "Read it again.");

    /// <summary>This worker investigates already.</summary>
    public static Refusal AlreadyInvestigator { get; } = new(
        "already-investigator", "This worker is the investigator already.", "Name another worker.");

    /// <summary>The family hears why it meets another face.</summary>
    public static Refusal ChangeWithoutReason { get; } = new(
        "investigator-change-without-reason", "Another investigator takes over with a reason, in words for the family.", "Add the reason.",
        RefusalKind.Invalid);

    /// <summary>A plan answers questions.</summary>
    public static Refusal QuestionsMissing { get; } = new(
        "questions-missing", "A plan of approach says which questions it answers.",
        "Add at least one question, in words that the family understands.", RefusalKind.Invalid);

    /// <summary>A source is consulted openly, or with a reason why not.</summary>
    public static Refusal SourceBehindTheFamily { get; } = new(
        "source-behind-the-family", "The family knows who is asked about it, unless there is a reason why not and a day on which that is looked at again.",
        "Tell the family, or record why it does not know and when, after today, that is looked at again.", RefusalKind.Invalid);

    /// <summary>A source was asked, or will be.</summary>
    public static Refusal ConsultedInFuture { get; } = new(
        "consulted-in-future", "A source is noted once it was asked.", "Send the day on which it was asked.", RefusalKind.Invalid);

    /// <summary>There is no such source.</summary>
    public static Refusal NoSuchSource { get; } = new(
        "no-such-source", "There is no such source here.", "Read the sources again.", RefusalKind.NotFound);

    /// <summary>The family knows of the source.</summary>
    public static Refusal FamilyKnowsAlready { get; } = new(
        "family-knows-already", "The family knows of this source already.", "Read the sources again.");

    /// <summary>Nobody was asked.</summary>
    public static Refusal SourceMissing { get; } = new(
        "source-missing", "No source was consulted.", "Note who was asked about the family, and whether it knows.");

    /// <summary>The investigation does not concern the person.</summary>
    public static Refusal NotConcerned { get; } = new(
        "not-concerned", "This person is not one of those whom this investigation concerns.",
        "Name a child, parent or other adult of the investigation, or add the person to them first; where the person can be left out, leave out who is none of them.",
        RefusalKind.Invalid);

    /// <summary>The person never belonged to the family.</summary>
    public static Refusal NotOfTheFamily { get; } = new(
        "not-of-the-family", "This person is not known as a member of the family, present or past.",
        "Let the local team add the person to the family first, and send the id that Intake gave.", RefusalKind.Invalid);

    /// <summary>The person spoke here.</summary>
    public static Refusal AlreadyHeard { get; } = new(
        "already-heard", "Who said something in this investigation stays one of those concerned.",
        "Leave the person; what was registered in error is taken out of sight first.");

    /// <summary>The report builds on a statement that is not one of the investigation's.</summary>
    public static Refusal UnknownStatementUsed { get; } = new(
        "unknown-statement-used", "A report builds on statements of its own investigation.",
        "Name statements that the investigation holds.", RefusalKind.Invalid);

    /// <summary>A pasted text can't be corrected at its source, nor kept from who may not read it.</summary>
    public static Refusal StatementPasted { get; } = new(
        "statement-pasted", "A report refers to statements and does not repeat them, or a whole sentence of one.",
        "Name the statement in the part instead of repeating its words.", RefusalKind.Invalid);

    /// <summary>The report is final.</summary>
    public static Refusal ReportIsFinal { get; } = new(
        "report-is-final", "The report is final.", "Weigh again what was built on a changed statement instead.");

    /// <summary>There is no draft that the family does not have yet.</summary>
    public static Refusal NoNewDraft { get; } = new(
        "no-new-draft", "There is no draft that the family does not have yet.", "Write a draft first.");

    /// <summary>The family has no draft to answer.</summary>
    public static Refusal NoDraftToAnswer { get; } = new(
        "no-draft-to-answer", "The family has no draft that it can still answer.",
        "Present a draft first; once the report is final, add a statement.");

    /// <summary>Somebody would read what rests on words that are not theirs to know.</summary>
    public static Refusal ReaderBeyondShared { get; } = new(
        "reader-beyond-shared", "Only who knows all that a part rests on reads it: the own words, and those that were shared as they stand now.",
        "Share the statements first, a child's after a talk with the child and a safety check; or leave the readers out, or some of them.");

    /// <summary>Of the draft nothing is somebody's to read.</summary>
    public static Refusal NothingToRead { get; } = new(
        "nothing-to-read", "Of no part of the draft it is this person's to know all that it rests on.",
        "Share the statements first, or write a part that rests on what the person knows.");

    /// <summary>Words that were changed where they were told are passed on to nobody.</summary>
    public static Refusal ChangedAtSource { get; } = new(
        "changed-at-source", "These words were changed where they were told first.", "Take the statement over again, or write the draft without it.");

    /// <summary>The draft rests on words that were taken back or taken out.</summary>
    public static Refusal RestsOnWithdrawn { get; } = new(
        "rests-on-withdrawn", "The draft rests on a statement that no longer stands.", "Write the draft without it.");

    /// <summary>A child under twelve, or of an age that nobody knows, gets a talk and no paper.</summary>
    public static Refusal ChildGetsATalk { get; } = new(
        "child-gets-a-talk", "A child under twelve gets a talk about the draft and no paper, and so does a child whose age is not known.",
        "Speak with the child and record that; of a child from twelve let the local team record when it was born.");

    /// <summary>Who reads the own file gets the draft itself.</summary>
    public static Refusal GetsTheDraft { get; } = new(
        "gets-the-draft", "From twelve somebody gets the draft itself, and a talk does not take its place.", "Present the draft to this person.");

    /// <summary>A talk is about a draft that was written.</summary>
    public static Refusal TalkBeforeDraft { get; } = new(
        "talk-before-draft", "A talk about the draft comes after it was written.", "Speak with the child about this draft and send that day.", RefusalKind.Invalid);

    /// <summary>Nobody spoke with a child about the draft.</summary>
    public static Refusal DraftNotTalkedAbout { get; } = new(
        "draft-not-talked-about", "Nobody spoke about the draft with a child who gets no paper.",
        "Record the talk, or why there is none: too young, does not want, can't be reached.");

    /// <summary>Nobody of the family read a part that is not kept from all of it.</summary>
    public static Refusal PartUnread { get; } = new(
        "part-unread", "A part of the report was read by nobody of the family, so that nobody could answer it.",
        "Share what it rests on and present it, withhold those statements, or write the report without that part.");

    /// <summary>Somebody whom it concerns would read no explanation of the conclusion.</summary>
    public static Refusal ConclusionUnexplained { get; } = new(
        "conclusion-unexplained", "Somebody whom it concerns does not know all that the report rests on, and would read no explanation.",
        "Add explanationForOthers, which tells nothing of the parts that they don't read.");

    /// <summary>Somebody concerned did not get the draft.</summary>
    public static Refusal DraftNotGiven { get; } = new(
        "draft-not-given", "Not everybody concerned has the draft.", "Present it to who does not have it, or record why that person can't be reached.");

    /// <summary>The family never got a draft.</summary>
    public static Refusal NoDraftPresented { get; } = new(
        "no-draft-presented", "A report is final only after the family could answer a draft of it.", "Present the draft to the family.");

    /// <summary>The family can still answer.</summary>
    public static Refusal RebuttalOpen { get; } = new(
        "rebuttal-open", "The family can still answer the draft.", "Wait until everybody has answered or the term is over.");

    /// <summary>Nothing that the report builds on was changed.</summary>
    public static Refusal NothingToReweigh { get; } = new(
        "nothing-to-reweigh", "No change of this statement waits to be weighed again.", "Read the flags of the report.");

    /// <summary>Nobody wrote down how it is done.</summary>
    public static Refusal PlanMissing { get; } = new(
        "plan-missing", "There is no plan of approach with its questions.", "Write down how it is done and which questions it answers.");

    /// <summary>A child was not heard, and there is no reason why not.</summary>
    public static Refusal ChildVoiceMissing { get; } = new(
        "child-voice-missing", "Of each child there is the child's own statement, or the reason why not.",
        "Speak with the child, or record why there is no own statement.");

    /// <summary>A parent was not heard, and there is no reason why not.</summary>
    public static Refusal ParentVoiceMissing { get; } = new(
        "parent-voice-missing", "Of each parent there is the parent's own statement, or the reason why not.",
        "Speak with the parent, also one without authority, or record why there is no own statement.");

    /// <summary>Another adult was not heard, and there is no reason why not.</summary>
    public static Refusal AdultVoiceMissing { get; } = new(
        "adult-voice-missing", "Of each other adult concerned there is an own statement, or the reason why not.",
        "Speak with everybody concerned, or record why there is no own statement.");

    /// <summary>There is no final report.</summary>
    public static Refusal ReportNotFinal { get; } = new(
        "report-not-final", "There is no final report that the family could answer.", "Present a draft and make it final.");

    /// <summary>The report does not say what stays unknown.</summary>
    public static Refusal UnknownMissing { get; } = new(
        "unknown-missing", "The report does not say what stays unknown.", "Write what nobody knows, also after this investigation.");

    /// <summary>Somebody asked for another expert and was not answered.</summary>
    public static Refusal CounterExpertiseUnanswered { get; } = new(
        "counter-expertise-unanswered", "Somebody asked for another expert and was not answered.", "Say whether another expert looks at it.");

    /// <summary>Another expert looks at it and did not say yet what came of it.</summary>
    public static Refusal FindingMissing { get; } = new(
        "counter-expertise-finding-missing", "Another expert looks at it, and it is not recorded what came of that.",
        "Record what the expert found, or why it came to nothing.");

    /// <summary>A finding and that there is none exclude each other.</summary>
    public static Refusal FindingOrReason { get; } = new(
        "finding-or-reason", "Another expert's look ends with a finding, or with the reason why it came to nothing.",
        "Send one of both.", RefusalKind.Invalid);

    /// <summary>There is no such request, or it does not wait for this any more.</summary>
    public static Refusal NoSuchCounterExpertise { get; } = new(
        "no-such-counter-expertise", "There is no such request for another expert that waits for this.", "Read the investigation again.",
        RefusalKind.NotFound);

    /// <summary>The person is one of those concerned.</summary>
    public static Refusal AlreadyConcerned { get; } = new(
        "already-concerned", "This person is one of those concerned already.", "Read the investigation again.");

    /// <summary>The report uses a statement that was changed.</summary>
    public static Refusal ReportToBeReweighed { get; } = new(
        "report-to-be-reweighed", "The report uses a statement that was changed since.", "Weigh again what was built on it.");

    /// <summary>The dossier of an investigation that runs stays open.</summary>
    public static Refusal DossierStillNeeded { get; } = new(
        "dossier-still-needed", "A dossier is closed once the investigation was concluded and nothing is left to make up for.",
        "Conclude the investigation and make up for what is missing.");

    /// <summary>The dossier was closed.</summary>
    public static Refusal DossierClosed { get; } = new(
        "dossier-closed", "The dossier of this investigation was closed.", "Nobody works on it any more.");

    /// <summary>There is no such dossier.</summary>
    public static Refusal NoSuchDossier { get; } = new(
        "no-such-dossier", "There is no such dossier here.", "Read the dossiers again.", RefusalKind.NotFound);

    /// <summary>A relative does not interpret.</summary>
    public static Refusal InterpreterIsRelative { get; } = new(
        "interpreter-is-relative", "A relative never interprets a talk.", "Speak again with an interpreter who is no relative.");

    /// <summary>Only a child can be too young to be asked.</summary>
    public static Refusal OnlyAChildIsTooYoung { get; } = new(
        "only-a-child-is-too-young", "Only a child can be too young to be asked.", "Send another reason why.", RefusalKind.Invalid);

    /// <summary>A statement of a contact is taken over once for each of its versions.</summary>
    public static Refusal AlreadyTakenOver { get; } = new(
        "already-taken-over", "This statement was taken over as it is now.", "Refer to the statement that is here.");

    /// <summary>What was told at first contact is corrected there.</summary>
    public static Refusal ToldAtContact { get; } = new(
        "told-at-contact", "What was told at first contact is corrected there.", "Let it be corrected at the contact, then take it over again.");

    /// <summary>It is in the dossier, or not in the investigation.</summary>
    public static Refusal NotALaterStatement { get; } = new(
        "not-a-later-statement", "An addendum holds statements of this investigation that are not in the dossier yet.",
        "Record the statement first, then add it.", RefusalKind.Invalid);
}
