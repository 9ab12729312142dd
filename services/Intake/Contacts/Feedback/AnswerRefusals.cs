using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>Why advice is not given or feedback is not answered.</summary>
public static class AnswerRefusals
{
    /// <summary>Nobody asked for advice here.</summary>
    public static Refusal NoAdviceAsked { get; } = new(
        "no-advice-asked", "Advice and information are given on a request for advice or a question.", "Decide in triage what follows on another contact.");

    /// <summary>The advice was given before.</summary>
    public static Refusal AdviceGivenAlready { get; } = new(
        "advice-given-already", "Advice is given once on each request.", "Register a new request for what is asked now.");

    /// <summary>There is no such feedback here.</summary>
    public static Refusal NoSuchFeedback { get; } = new(
        "no-such-feedback", "There is no such feedback here.", "Read the feedback on this contact.", RefusalKind.NotFound);

    /// <summary>The feedback was answered before.</summary>
    public static Refusal FeedbackAnsweredAlready { get; } = new(
        "feedback-answered-already", "Feedback is answered once.", "Read the answer; write down new feedback apart.");
}
