using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Families;

/// <content>The family may ask for another key worker, and hears what becomes of that.</content>
public sealed partial class Family
{
    /// <summary>The term within which a family that asks for another key worker hears what becomes of it.</summary>
    public const string KeyWorkerWishTerm = "keyWorkerWish";

    readonly List<KeyWorkerWish> keyWorkerWishes = [];

    /// <summary>Who asked for another key worker, and what they were answered.</summary>
    public IReadOnlyList<KeyWorkerWish> KeyWorkerWishes => keyWorkerWishes;

    /// <summary>Records that somebody of the family asks for another key worker. No reason is needed.</summary>
    public Refusal? AskForAnotherKeyWorker(string text, Guid? personId, TimeLimit limit, Actor by)
    {
        if (NotInUse is { } unused)
            return unused;
        // To who does not know that the file was opened again it is closed.
        if (by.PersonId is { } asks && ReopenedUnseen is { } closed && !helpCalls.Exists(one => one.PersonId == asks && one.At >= closed.ReopenedAt))
            return ClosingRefusals.FileClosed;
        if (KeyWorkerAt(by.Now) is null)
            return FamilyRefusals.NoKeyWorker;
        if (personId is { } person && MembersAt(by.Now).All(member => member.PersonId != person))
            return StatementRefusals.NotAMember;
        var wish = new KeyWorkerWish
        {
            Id = Guid.CreateVersion7(by.Now),
            PersonId = personId,
            Text = text,
            WrittenBy = by.Account,
            At = by.Now,
            ClockId = StartClock(limit, by.Now, by.Now).Id,
        };
        keyWorkerWishes.Add(wish);
        Raise(new AnotherKeyWorkerAskedFor(wish.Id, wish.PersonId), by.Now);
        return null;
    }

    /// <summary>Tells the family what becomes of its wish, when the key worker does not change for it.</summary>
    public Refusal? AnswerKeyWorkerWish(Guid wishId, string answer, Actor by)
    {
        if (keyWorkerWishes.Find(one => one.Id == wishId) is not { AnsweredAt: null } wish)
            return FamilyRefusals.NoSuchWish;
        if (WhyNotForFamily(wish.PersonId, by, ("text", answer)) is { } told)
            return told;
        Answer(wish, answer, by);
        return null;
    }

    /// <summary>Another key worker is what was asked for.</summary>
    void AnswerWishes(string answer, Actor by)
    {
        foreach (var wish in keyWorkerWishes.Where(one => one.AnsweredAt is null).ToList())
            Answer(wish, answer, by);
    }

    void Answer(KeyWorkerWish wish, string answer, Actor by)
    {
        wish.Reply(answer, by);
        Raise(new KeyWorkerWishAnswered(wish.Id), by.Now);
        StopClock(wish.ClockId, by.Now);
    }
}
