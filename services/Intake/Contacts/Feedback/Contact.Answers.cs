using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Contacts;

// What people get back: advice for who asked for it, an answer for the family that says how it went.
public sealed partial class Contact
{
    readonly List<Feedback> feedback = [];

    /// <summary>The advice that was given, or null.</summary>
    public Advice? Advice { get; private set; }

    /// <summary>How the contact went for the family.</summary>
    public IReadOnlyList<Feedback> Feedback => feedback;

    /// <summary>
    /// Records the advice or information that was given to who asked for it, without data on those concerned (Wmo 2015, article
    /// 4.1.1). A question that is answered waits for nothing more; it can still be decided that something follows.
    /// </summary>
    public Refusal? GiveAdvice(string text, Actor by)
    {
        if (Kind is not (ContactKind.Advice or ContactKind.Question))
            return AnswerRefusals.NoAdviceAsked;
        if (Advice is not null)
            return AnswerRefusals.AdviceGivenAlready;
        if (Bsn.IsIn(text))
            return ContactRefusals.AdviceWithPersonData;
        Advice = new Advice { Text = text, By = by.Account, At = by.Now };
        if (Status == ContactStatus.Received)
            Status = ContactStatus.Answered;
        Raise(new AdviceGiven(), by.Now);
        StopClock(TriageTerm, by.Now);
        return null;
    }

    /// <summary>Writes down how the contact went for somebody of the family, or for who does not say who it is.</summary>
    public Refusal? ReceiveFeedback(string text, Guid? personId, FamilyRecords family, Actor by)
    {
        if (WhyNotNamed(personId, family) is { } stranger)
            return stranger;
        return GiveFeedback(text, by with { PersonId = personId });
    }

    /// <summary>A member of the family says under the own login how the contact went.</summary>
    public Refusal? GiveFeedback(string text, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var given = new Feedback { Id = Guid.CreateVersion7(by.Now), Text = text, PersonId = by.PersonId, WrittenBy = by.Account, At = by.Now };
        feedback.Add(given);
        Raise(new FeedbackGiven(given.Id), by.Now);
        return null;
    }

    /// <summary>Answers what the family said about the contact.</summary>
    public Refusal? AnswerFeedback(Guid feedbackId, string answer, Actor by)
    {
        if (feedback.Find(one => one.Id == feedbackId) is not { } given)
            return AnswerRefusals.NoSuchFeedback;
        if (given.AnsweredAt is not null)
            return AnswerRefusals.FeedbackAnsweredAlready;
        if (WhyNotForFamily(given.PersonId, by, ("text", answer)) is { } told)
            return told;
        given.Reply(answer, by);
        Raise(new FeedbackAnswered(feedbackId), by.Now);
        return null;
    }
}
