using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Casework.Tests;

public sealed class AggregateTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    readonly Guid family = Guid.CreateVersion7();
    readonly Record record;

    public AggregateTests() => record = new(family, new("gm0344"));

    [Fact]
    public void What_is_raised_says_whose_it_is_where_and_when()
    {
        record.Say(new ContactTriaged("advice"), Now);

        Assert.Equal(
            new ContactTriaged("advice") { ContactId = record.Id, Version = 1, FamilyId = family, Municipality = "gm0344", At = Now },
            Assert.Single(record.Raised));
        Assert.Equal(record.Id, record.Raised[0].Stream);
    }

    [Fact]
    public void Each_event_takes_the_next_place_in_its_stream()
    {
        record.Say(new ClockWarned(Guid.CreateVersion7()), Now);
        record.EventsWritten();
        record.Say(new ClockOverdue(Guid.CreateVersion7()), Now.AddDays(1));

        Assert.Equal((2, Now.AddDays(1)), (Assert.Single(record.Raised).Version, record.Raised[0].At));
        Assert.Equal(2, record.Version);
    }

    [Fact]
    public void What_somebody_else_wrote_on_it_does_not_count()
    {
        record.Say(
            new ClockWarned(Guid.CreateVersion7()) { Stream = Guid.CreateVersion7(), Version = 7, FamilyId = Guid.CreateVersion7(), Municipality = "gm0355" }, Now);

        var said = Assert.Single(record.Raised);
        Assert.Equal((record.Id, 1, family, "gm0344", Now), (said.Stream, said.Version, said.FamilyId, said.Municipality, said.At));
    }

    [Fact]
    public void What_happens_to_a_family_is_said_by_no_other()
    {
        Assert.Throws<InvalidOperationException>(() => record.Say(new FamilySplit(Guid.CreateVersion7()), Now));

        Assert.Empty(record.Raised);
        Assert.Equal(0, record.Version);
    }

    sealed class Record : Aggregate
    {
        readonly Guid family;
        readonly Municipality municipality;

        public Record(Guid family, Municipality municipality) =>
            (Id, this.family, this.municipality) = (Guid.CreateVersion7(), family, municipality);

        public override Guid OfFamily => family;

        protected override Municipality OfMunicipality => municipality;

        public void Say(DomainEvent said, DateTimeOffset now) => Raise(said, now);
    }
}
