using Geborgen.Casework;
using Geborgen.Contracts;

namespace Geborgen.CaseFiles.Tests.Errands;

/// <summary>An errand that is run for a member of a family, such as a ride to the hospital.</summary>
public sealed class Errand : CaseFile
{
    const string Term = "errand";

    Errand()
    {
    }

    public Guid PersonId { get; private init; }
    public string What { get; private init; } = "";
    public DateTimeOffset PlannedAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public static (Errand? Planned, Refusal? Refusal) Plan(
        Guid familyId, Municipality municipality, Guid personId, string what, DateOnly on, bool anotherIsPlanned, FamilyRecords family, Actor by)
    {
        if (on < by.Today)
            return (null, ErrandRefusals.DayGone);
        if (!family.Know(personId))
            return (null, StatementRefusals.NotAMember);
        if (anotherIsPlanned)
            return (null, ErrandRefusals.OneAtATime);
        var planned = new Errand
        {
            Id = Guid.CreateVersion7(by.Now),
            Municipality = municipality,
            FamilyId = familyId,
            PersonId = personId,
            What = what,
            PlannedAt = by.Now,
        };
        planned.Raise(new ErrandMoved("planned"), by.Now);
        planned.StartClock(new TimeLimit(Term, 10, TimeLimitUnit.WorkingDays, "What was agreed.", default, null), by.Now, by.Now);
        return (planned, null);
    }

    public Refusal? Close(Actor by)
    {
        if (InAcuteDanger)
            return ErrandRefusals.DangerGoesFirst;
        ClosedAt = by.Now;
        Raise(new ErrandMoved("closed"), by.Now);
        StopClock(Term, by.Now);
        return null;
    }

    public void Reopen(Actor by)
    {
        if (ClosedAt is null)
            return;
        ClosedAt = null;
        Raise(new ErrandMoved("reopened"), by.Now);
    }
}

public sealed record ErrandMoved(string Outcome) : DomainEvent;

static class ErrandRefusals
{
    public static Refusal DayGone { get; } = new("errand-day-gone", "An errand is run today or later.", "Send another day.", RefusalKind.Invalid);
    public static Refusal OneAtATime { get; } = new("one-errand-at-a-time", "A family has one errand at a time.", "Close the other first.");
    public static Refusal DangerGoesFirst { get; } = new("danger-goes-first", "No errand is closed while somebody is in danger.", "End the danger first.");
    public static Refusal Closed { get; } = new("errand-closed", "What is closed stays as it is.", "Plan another errand.");
}
