using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Families;

/// <summary>That something came in elsewhere about somebody of a family, and whom to call about it; nothing of what it is.</summary>
/// <param name="Id">The notice.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Basis">Why it may be the same person: the number, or likely so by name and date of birth.</param>
/// <param name="Urgent">Whether somebody may be in danger now.</param>
/// <param name="At">When it came in, or became urgent.</param>
/// <param name="ContactPoint">Whom to call about the other file, as that is now.</param>
/// <param name="SeenAt">When somebody who works with the family saw it; null while nobody did.</param>
/// <param name="Request">What was asked of the other file last; null while nothing was.</param>
public sealed record NoticeResponse(
    Guid Id, Guid FamilyId, Guid PersonId, MatchBasis Basis, bool Urgent, DateTimeOffset At, ContactPoint ContactPoint, DateTimeOffset? SeenAt,
    NoticeResponse.Asked? Request)
{
    /// <summary>What was asked of another file, and what it answered.</summary>
    /// <param name="Reason">What for.</param>
    /// <param name="At">When.</param>
    /// <param name="Answer">What was answered; null while nothing was.</param>
    /// <param name="AnsweredAt">When.</param>
    public sealed record Asked(string Reason, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt);

    internal static NoticeResponse Of(Notice one, Family from, Organisations registry, DateTimeOffset now) => new(
        one.Id, one.FamilyId, one.PersonId, one.Basis, one.Urgent, one.At, ContactPoint.Of(from, registry, now), one.SeenAt,
        one.AskedAt is { } asked ? new(one.Reason!, asked, one.Answer, one.AnsweredAt) : null);
}

/// <summary>What another file asks about somebody of a family of whom something came in here.</summary>
/// <param name="Id">The notice by which the other file knows that there is something.</param>
/// <param name="FamilyId">The family that is asked.</param>
/// <param name="PersonId">Its member.</param>
/// <param name="Reason">What for.</param>
/// <param name="At">When it was asked.</param>
/// <param name="ContactPoint">Who asks: whom to call about the other file, as that is now.</param>
/// <param name="Answer">What was answered; null while nothing was.</param>
/// <param name="AnsweredAt">When.</param>
public sealed record InformationRequest(
    Guid Id, Guid FamilyId, Guid PersonId, string Reason, DateTimeOffset At, ContactPoint ContactPoint, string? Answer, DateTimeOffset? AnsweredAt)
{
    internal static InformationRequest Of(Notice one, Family asking, Organisations registry, DateTimeOffset now) => new(
        one.Id, one.FromFamilyId, one.FromPersonId, one.Reason!, one.AskedAt!.Value, ContactPoint.Of(asking, registry, now), one.Answer, one.AnsweredAt);
}
