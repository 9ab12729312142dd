using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <summary>A person's place in a family during a time.</summary>
public sealed class Membership
{
    internal Membership(Guid personId, MemberRole role, DateOnly from, DateTimeOffset recordedAt)
    {
        RecordedAt = recordedAt;
        PersonId = personId;
        Role = role;
        From = from;
    }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The role in the family.</summary>
    public MemberRole Role { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>When that was written down.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The last day, or null.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The login account of the person, or null while none was tied to them.</summary>
    public string? Account { get; private set; }

    /// <summary>The merge by which the person came over from another file, or null.</summary>
    public Guid? CameBy { get; private set; }

    /// <summary>The merge or split by which the person went over to another file, or null.</summary>
    public Guid? LeftBy { get; private set; }

    /// <summary>The date of birth, from which rights switch; null when it is not known.</summary>
    public DateOnly? BornOn { get; private set; }

    /// <summary>When rights switch next; null when they do not, or nobody knows.</summary>
    public DateOnly? NextSwitchOn { get; private set; }

    /// <summary>The date of death, or null. Somebody who died still belonged to the family.</summary>
    public DateOnly? DiedOn { get; private set; }

    /// <summary>Notes the date of birth. What was reached before today is not said again.</summary>
    internal void Born(DateOnly? on, DateOnly today) =>
        (BornOn, NextSwitchOn) = (on, DiedOn is null ? Rights.Of(on, null, today).NextOn : null);

    /// <summary>Notes the date of death: no rights switch any more. Null changes nothing.</summary>
    internal void Died(DateOnly? on)
    {
        if (on is not null)
            (DiedOn, NextSwitchOn) = (on, null);
    }

    /// <summary>The ages that were reached since the last switch, the lowest first. They are answered once.</summary>
    internal IReadOnlyList<int> Switch(DateOnly today)
    {
        if (BornOn is not { } born || NextSwitchOn is not { } from)
            return [];
        NextSwitchOn = Rights.Of(born, null, today).NextOn;
        return [.. Rights.Ages.Where(age => Rights.BirthdayOf(born, age) is var birthday && birthday >= from && birthday <= today)];
    }

    /// <summary>The highest age at which rights switch that was reached by a day; null where none was, or nobody knows.</summary>
    internal int? ReachedOn(DateOnly today) =>
        BornOn is { } born ? Rights.Ages.Where(age => Rights.BirthdayOf(born, age) <= today).Select(age => (int?)age).Max() : null;

    internal void Correct(MemberRole role) => Role = role;

    internal void End(DateOnly until) => Until = until;

    internal void ComeBy(Guid mergeId) => (CameBy, LeftBy, Until) = (mergeId, null, null);

    internal void LeaveBy(Guid how, DateOnly until) => (LeftBy, Until) = (how, until);

    internal void Return() => (LeftBy, Until) = (null, null);

    internal void Link(string? account) => Account = account;

    internal FamilyMember ToContract() => new(PersonId, CamelCase.Of(Role), From);
}

/// <summary>The roles in a family or household.</summary>
public enum MemberRole
{
    /// <summary>A child or young person, born or not yet.</summary>
    Child,

    /// <summary>A parent, with or without authority.</summary>
    Parent,

    /// <summary>The partner of a parent.</summary>
    Partner,

    /// <summary>A grandparent.</summary>
    Grandparent,

    /// <summary>Another relative.</summary>
    Relative,

    /// <summary>Somebody else who lives there or is close.</summary>
    Other,
}
