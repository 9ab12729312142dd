using Geborgen.Casework;
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

    public static TestFamily Open(string municipality = "gm0344")
    {
        var family = new TestFamily { Id = Guid.CreateVersion7(), Municipality = municipality };
        family.Raise(version => new FamilyOpened(family.Id, version, municipality, Now, []));
        return family;
    }

    public void Add(Guid person, string role = "child") =>
        Changed(version => new MemberAdded(Id, version, Municipality, Now, new FamilyMember(person, role, new DateOnly(2026, 11, 23))));

    public void Remove(Guid person) =>
        Changed(version => new MemberRemoved(Id, version, Municipality, Now, person, new DateOnly(2026, 11, 24)));

    public void Involve(Guid involvement) => Changed(version => new InvolvementStarted(
        Id, Id, version, Municipality, Now, involvement, Relations.KeyWorker, "worker", null, "gm0344", Now, null));

    public void End(Guid involvement) =>
        Changed(version => new InvolvementEnded(Id, Id, version, Municipality, Now, involvement, Now));

    public void StartClock(Guid clock, DateTimeOffset start) => Changed(version => new ClockStarted(
        Id, Id, version, Municipality, start, clock, "triage", start, start.AddHours(1), start.AddHours(2)));

    public void StartClock(Clock clock) => Changed(version => new ClockStarted(
        Id, Id, version, Municipality, clock.StartedAt, clock.Id, clock.Term, clock.StartedAt, clock.WarnAt, clock.DueAt));

    public void Warn(Guid clock, DateTimeOffset now) => Changed(version => new ClockWarned(Id, Id, version, Municipality, now, clock));

    public void RunOut(Guid clock, DateTimeOffset now) => Changed(version => new ClockOverdue(Id, Id, version, Municipality, now, clock));

    public void Pause(Guid clock, DateOnly? until, DateTimeOffset now) =>
        Changed(version => new ClockPaused(Id, Id, version, Municipality, now, clock, until));

    public void Resume(Guid clock, DateTimeOffset warnAt, DateTimeOffset dueAt, DateTimeOffset now) =>
        Changed(version => new ClockResumed(Id, Id, version, Municipality, now, clock, warnAt, dueAt));

    public void Stop(Guid clock, DateTimeOffset now) => Changed(version => new ClockStopped(Id, Id, version, Municipality, now, clock));

    static DateTimeOffset Now => TestDay.Now;

    void Changed(Func<int, Contracts.IDomainEvent> raise)
    {
        Changes++;
        Raise(raise);
    }
}
