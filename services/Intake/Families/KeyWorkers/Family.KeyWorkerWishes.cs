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
    public Refusal? AskForAnotherKeyWorker(KeyWorkerWish wish, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (NotInUse is { } unused)
            return unused;
        if (KeyWorkerAt(now) is null)
            return FamilyRefusals.NoKeyWorker;
        if (wish.PersonId is { } person && MembersAt(now).All(member => member.PersonId != person))
            return StatementRefusals.NotAMember;
        wish.Wait(StartClock(limit, now, now).Id);
        keyWorkerWishes.Add(wish);
        Raise(new AnotherKeyWorkerAskedFor(wish.Id, wish.PersonId), now);
        return null;
    }

    /// <summary>Tells the family what becomes of its wish, when the key worker does not change for it.</summary>
    public Refusal? AnswerKeyWorkerWish(Guid wishId, string answer, string by, DateTimeOffset now)
    {
        if (keyWorkerWishes.Find(one => one.Id == wishId) is not { AnsweredAt: null } wish)
            return FamilyRefusals.NoSuchWish;
        Answer(wish, answer, by, now);
        return null;
    }

    /// <summary>Another key worker is what was asked for.</summary>
    void AnswerWishes(string answer, string by, DateTimeOffset now)
    {
        foreach (var wish in keyWorkerWishes.Where(one => one.AnsweredAt is null).ToList())
            Answer(wish, answer, by, now);
    }

    void Answer(KeyWorkerWish wish, string answer, string by, DateTimeOffset now)
    {
        wish.Reply(answer, by, now);
        Raise(new KeyWorkerWishAnswered(wish.Id), now);
        StopClock(wish.ClockId, now);
    }
}
