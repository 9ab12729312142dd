using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Support;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>A small aggregate that raises real events.</summary>
sealed class TestFamily : Aggregate
{
    TestFamily()
    {
    }

    public string Municipality { get; private init; } = "";

    public int Changes { get; private set; }

    public override Guid OfFamily => Id;

    protected override Municipality OfMunicipality => new(Municipality);

    public static TestFamily Open(string municipality = "gm0344")
    {
        var family = new TestFamily { Id = Guid.CreateVersion7(), Municipality = municipality };
        family.Raise(new FamilyOpened([]), Now);
        return family;
    }

    public void Add(Guid person, string role = "child") => Changed(new MemberAdded(new FamilyMember(person, role, new DateOnly(2026, 11, 23))), Now);

    public void Remove(Guid person) => Changed(new MemberRemoved(person, new DateOnly(2026, 11, 24)), Now);

    public void Involve(Guid involvement) =>
        Changed(new InvolvementStarted(involvement, Relations.KeyWorker, "worker", null, "gm0344", Now, null), Now);

    public void End(Guid involvement) => Changed(new InvolvementEnded(involvement, Now), Now);

    public void StartClock(Guid clock, DateTimeOffset start) =>
        Changed(new ClockStarted(clock, "triage", start, start.AddHours(1), start.AddHours(2)), start);

    public void StartClock(Clock clock) =>
        Changed(new ClockStarted(clock.Id, clock.Term, clock.StartedAt, clock.WarnAt, clock.DueAt), clock.StartedAt);

    public void Warn(Guid clock, DateTimeOffset now) => Changed(new ClockWarned(clock), now);

    public void RunOut(Guid clock, DateTimeOffset now) => Changed(new ClockOverdue(clock), now);

    public void Pause(Guid clock, DateOnly? until, DateTimeOffset now) => Changed(new ClockPaused(clock, until), now);

    public void Resume(Guid clock, DateTimeOffset warnAt, DateTimeOffset dueAt, DateTimeOffset now) =>
        Changed(new ClockResumed(clock, warnAt, dueAt), now);

    public void Stop(Guid clock, DateTimeOffset now) => Changed(new ClockStopped(clock), now);

    static DateTimeOffset Now => TestDay.Now;

    void Changed(DomainEvent said, DateTimeOffset now)
    {
        Changes++;
        Raise(said, now);
    }
}
