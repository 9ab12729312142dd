using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Support;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>A small aggregate that raises real events.</summary>
sealed class TestFamily : ClockedAggregate
{
    TestFamily()
    {
    }

    public int Changes { get; private set; }

    public override Guid OfFamily => Id;

    public static TestFamily Open(string municipality = "gm0344")
    {
        var family = new TestFamily { Id = Guid.CreateVersion7(), Municipality = new(municipality) };
        family.Raise(new FamilyOpened([]), Now);
        return family;
    }

    public void Add(Guid person, string role = "child") => Changed(new MemberAdded(new FamilyMember(person, role, new DateOnly(2026, 11, 23))), Now);

    public void Remove(Guid person) => Changed(new MemberRemoved(person, new DateOnly(2026, 11, 24)), Now);

    public void Involve(Guid involvement) =>
        Changed(new InvolvementStarted(involvement, Relations.KeyWorker, "worker", null, "gm0344", Now, null), Now);

    public void End(Guid involvement) => Changed(new InvolvementEnded(involvement, Now), Now);

    /// <summary>Starts a term that is warned of after an hour and runs out after two.</summary>
    public Clock Begin(DateTimeOffset start) =>
        StartClock(new TimeLimit("triage", 2, TimeLimitUnit.Hours, "test", new(2020, 1, 1), null, WarnAfter: 0.5), start, start);

    public Clock Begin(Clock clock) => StartClock(clock, clock.StartedAt);

    public void Done(Guid clock, DateTimeOffset now) => StopClock(clock, now);

    static DateTimeOffset Now => TestDay.Now;

    void Changed(DomainEvent said, DateTimeOffset now)
    {
        Changes++;
        Raise(said, now);
    }
}
