using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Investigation;
using Geborgen.Contracts.Planning;
using Geborgen.Messaging;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView.Tests;

public sealed class SkeletonProjectionTests(FamilyViewServer server)
{
    static readonly DateTimeOffset At = new(2026, 11, 20, 13, 5, 0, TimeSpan.Zero);
    static readonly DateOnly Day = new(2026, 11, 20);

    readonly Guid family = Guid.CreateVersion7();
    readonly Guid child = Guid.CreateVersion7();
    readonly Guid parent = Guid.CreateVersion7();
    readonly Guid clock = Guid.CreateVersion7();
    readonly Guid investigation = Guid.CreateVersion7();
    readonly Guid offer = Guid.CreateVersion7();
    readonly Guid other = Guid.CreateVersion7();
    readonly Guid stranger = Guid.CreateVersion7();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One family's story, in which every kind of row is touched more than once.</summary>
    DomainEvent[] Story() =>
    [
        new FamilyOpened([new(child, "child", Day), new(parent, "parent", Day)]).Of(family, 1, "gm0344", At),
        new ClockStarted(clock, "keyWorkerAssignment", At, At.AddDays(3), At.AddDays(5)).Of(family, 2, "gm0344", At),
        new MemberRemoved(parent, Day.AddDays(1)).Of(family, 3, "gm0344", At.AddDays(1)),
        new PersonLinkConfirmed(child, parent).Of(family, 4, "gm0344", At.AddDays(1)),
        new PersonLinkUndone(child, parent).Of(family, 5, "gm0344", At.AddDays(2)),
        new ClockWarned(clock).Of(family, 6, "gm0344", At.AddDays(3)),
        new MemberAdded(new(parent, "partner", Day.AddDays(3))).Of(family, 7, "gm0344", At.AddDays(3)),
        new ClockPaused(clock, Day.AddDays(10)).Of(family, 8, "gm0344", At.AddDays(3)),
        new ClockResumed(clock, At.AddDays(5), At.AddDays(7)).Of(family, 9, "gm0344", At.AddDays(4)),
        new ClockStopped(clock).Of(family, 10, "gm0344", At.AddDays(4)),
        new MemberRemoved(child, Day.AddDays(4)).Of(family, 11, "gm0344", At.AddDays(4)),
        new ResponsibilityOffered(offer, [parent], "gm0355").Of(family, 12, "gm0344", At.AddDays(5)),
        new ResponsibilityAccepted(offer, [parent], "gm0355").Of(family, 13, "gm0344", At.AddDays(6)),
        new FamilySplit(other).Of(family, 14, "gm0344", At.AddDays(7)),
        new FamiliesMerged(Guid.CreateVersion7(), other).Of(family, 15, "gm0344", At.AddDays(8)),
        new MergeUndone(Guid.CreateVersion7(), other).Of(family, 16, "gm0344", At.AddDays(9)),
        new ResponsibilityTakenOver(child, "gm0355").Of(family, 17, "gm0344", At.AddDays(9)),
        new RightsChanged(parent, 12).Of(family, 18, "gm0344", At.AddDays(10)),
        new RightsChanged(parent, 16).Of(family, 19, "gm0344", At.AddDays(10)),
        new InvestigationOpened(Guid.CreateVersion7(), "first", [child], [parent]).Of(family, investigation, 1, "gm0344", At),
        new DraftReportPresented(1, Day.AddDays(14)).Of(family, investigation, 2, "gm0344", At.AddDays(1)),
        new InvestigationConcluded("voluntarySupport").Of(family, investigation, 3, "gm0344", At.AddDays(20)),
        new FamilyClosed(Guid.CreateVersion7(), Day.AddDays(30)).Of(family, 20, "gm0344", At.AddDays(30)),
        new FamilyReopened("familyAsked").Of(family, 21, "gm0344", At.AddDays(31)),
        new FamilyClosed(Guid.CreateVersion7(), Day.AddDays(32)).Of(family, 22, "gm0344", At.AddDays(32)),
        new MemberAdded(new(stranger, "child", Day.AddDays(33))).Of(family, 23, "gm0344", At.AddDays(33)),
        new PersonTakenOut(stranger).Of(family, 24, "gm0344", At.AddDays(34)),
        // What was missing is made up for.
        new ReportMadeFinal().Of(family, investigation, 4, "gm0344", At.AddDays(25)),
    ];

    [Fact]
    public async Task The_last_word_stands_whatever_the_order_in_which_events_arrive()
    {
        var expected = await Told(Story());
        Assert.Equal(
            [
                new MemberRow(family, parent, "partner", Day.AddDays(3), null, 7), new MemberRow(family, child, null, null, Day.AddDays(4), 11),
                new MemberRow(family, stranger, null, null, Day.AddDays(34), 24),
            ],
            expected.Members.OrderBy(row => row.Version));
        Assert.Equal(new ClockRow(
            clock, family, family, "keyWorkerAssignment", At, At.AddDays(5), At.AddDays(7), At.AddDays(3), null, At.AddDays(4), 10, 9, null, 9, "keyWorker"),
            Assert.Single(expected.Clocks));
        Assert.Equal(new MatterRow(investigation, family, "investigation", "first", At, "voluntarySupport", At.AddDays(20), int.MaxValue),
            expected.Matters.Single(row => row.MatterId == investigation));
        Assert.Equal(new MatterRow(offer, family, "responsibilityOffer", "gm0355", At.AddDays(5), "accepted", At.AddDays(6), 13),
            expected.Matters.Single(row => row.MatterId == offer));
        Assert.Equal(
            [new ResponsibilityRow(family, child, "gm0355", At.AddDays(9), 17), new ResponsibilityRow(family, parent, "gm0355", At.AddDays(6), 13)],
            expected.Responsibilities.OrderBy(row => row.ChildId == parent));
        Assert.Equal(
            [
                new FamilyLinkRow(family, other, "merged", At.AddDays(9), true, 16), new FamilyLinkRow(other, family, "mergedInto", At.AddDays(9), true, 16),
                new FamilyLinkRow(other, family, "splitFrom", At.AddDays(7), false, 14), new FamilyLinkRow(family, other, "splitOff", At.AddDays(7), false, 14),
            ],
            expected.FamilyLinks);
        Assert.Equal(new RightsRow(family, parent, 16, 19), Assert.Single(expected.Rights));
        Assert.Equal(new FamilyRow(family, "gm0344", At, 1), expected.Family);
        Assert.Equal(new ClosingRow(family, Day.AddDays(32), 22), Assert.Single(expected.Closings));
        Assert.Equal(Story().Length, expected.Timeline.Count);

        var random = new Random(7);
        for (var turn = 0; turn < 30; turn++)
        {
            var shuffled = Story();
            random.Shuffle(shuffled);
            Assert.Equivalent(expected, await Told(shuffled, batch: random.Next(1, shuffled.Length + 1)), strict: true);
        }
    }

    [Fact]
    public async Task A_late_addition_does_not_bring_back_who_was_removed()
    {
        var told = await Told([
            new MemberRemoved(child, Day).Of(family, 3, "gm0344", At),
            new MemberAdded(new(child, "child", Day)).Of(family, 2, "gm0344", At),
            new FamilyOpened([new(child, "child", Day)]).Of(family, 1, "gm0344", At),
        ], batch: 1);

        Assert.Equal(new MemberRow(family, child, null, null, Day, 3), Assert.Single(told.Members));
        await using var db = server.OpenOwner();
        Assert.Empty(await db.PersonsOf(family, Cancel));
    }

    [Fact]
    public async Task Who_was_recorded_in_error_is_gone_and_stays_gone()
    {
        var told = await Told([
            new PersonTakenOut(child).Of(family, 3, "gm0344", At),
            new MemberAdded(new(child, "child", Day)).Of(family, 2, "gm0344", At),
        ], batch: 1);

        Assert.Equal(new MemberRow(family, child, null, null, Day, 3), Assert.Single(told.Members));
    }

    [Fact]
    public async Task An_item_creates_its_missing_family()
    {
        var told = await Told([new ContactRegistered("concern", At).Of(family, Guid.CreateVersion7(), 1, "gm0355", At)]);

        Assert.Equal(new FamilyRow(family, "gm0355", null, 0), told.Family);
        Assert.Equal("concern", Assert.Single(told.Contacts).Kind);
    }

    [Fact]
    public async Task A_request_for_another_expert_of_before_it_had_an_id_is_no_matter()
    {
        var told = await Told([new CounterExpertiseRequested(parent).Of(family, investigation, 5, "gm0344", At)]);
        Assert.Empty(told.Matters);
    }

    [Fact]
    public async Task What_was_registered_in_error_is_shown_with_what_was_decided_on_it()
    {
        var breach = Guid.CreateVersion7();
        var told = await Told([
            new DataBreachAssessed("notified").Of(family, breach, 4, "gm0344", At.AddDays(1)),
            new DataBreachRecorded("statement", Guid.CreateVersion7()).Of(family, breach, 1, "gm0344", At),
            new BreachRecipientTold(Guid.CreateVersion7()).Of(family, breach, 3, "gm0344", At),
        ]);

        Assert.Equal(new MatterRow(breach, family, "dataBreach", "statement", At, "notified", At.AddDays(1), 4), Assert.Single(told.Matters));
        Assert.Equal(["data-breach-recorded1", "breach-recipient-told3", "data-breach-assessed4"], told.Timeline);
    }

    [Theory]
    [InlineData("takenOut", "notContested")]
    [InlineData("withdrawn", "contested")]
    public async Task Of_what_was_taken_out_of_sight_nothing_is_contested_any_more(string change, string state)
    {
        var statement = Guid.CreateVersion7();
        var told = await Told([
            new StatementChanged(statement, change, 2).Of(family, investigation, 3, "gm0344", At.AddDays(1)),
            new StatementContested(statement, "bothStand").Of(family, investigation, 2, "gm0344", At),
        ], batch: 1);

        Assert.Equal(("statement", state), (Assert.Single(told.Matters).Kind, told.Matters[0].State));
    }

    [Fact]
    public async Task Another_expert_who_was_asked_for_is_shown_with_the_answer()
    {
        var asked = Guid.CreateVersion7();
        var requested = new CounterExpertiseRequested(parent, asked).Of(family, investigation, 5, "gm0344", At);
        Assert.Equal(
            new MatterRow(asked, family, "counterExpertise", null, At, "open", At, 5), Assert.Single((await Told([requested])).Matters));

        var told = await Told([new CounterExpertiseAnswered(asked, "granted").Of(family, investigation, 8, "gm0344", At.AddDays(1)), requested]);
        Assert.Equal(new MatterRow(asked, family, "counterExpertise", null, At, "granted", At.AddDays(1), 8), Assert.Single(told.Matters));
    }

    [Fact]
    public async Task What_the_regional_team_answered_is_how_far_an_emergency_came_whatever_the_versions_of_the_two_services()
    {
        var emergency = Guid.CreateVersion7();
        DomainEvent[] events =
        [
            new EmergencyRaised(Guid.CreateVersion7()).Of(family, emergency, 1, "gm0344", At),
            new EmergencyNotReceived().Of(family, emergency, 4, "gm0344", At.AddMinutes(15)),
            new EmergencyReceived().Of(family, emergency, 9, "gm0344", At.AddMinutes(20)),
            new EmergencyAnswered(emergency).Of(family, Guid.CreateVersion7(), 3, "gm0344", At.AddMinutes(30)),
        ];
        var random = new Random(7);
        for (var turn = 0; turn < 5; turn++)
        {
            random.Shuffle(events);
            Assert.Equal(
                new MatterRow(emergency, family, "emergency", null, At, "answered", At.AddMinutes(30), 4),
                Assert.Single((await Told(events, batch: 1)).Matters));
        }

        // What is heard late of an emergency that ended does not open it again.
        DomainEvent[] all = [.. events, new EmergencyEnded().Of(family, emergency, 12, "gm0344", At.AddHours(3))];
        for (var turn = 0; turn < 5; turn++)
        {
            random.Shuffle(all);
            Assert.Equal("ended", Assert.Single((await Told(all, batch: 1)).Matters).State);
        }
        Assert.Equal("ended", Assert.Single((await Told([all.Single(one => one is EmergencyEnded), .. all.Where(one => one is not EmergencyEnded)], batch: 1)).Matters).State);
    }

    [Fact]
    public async Task A_plan_is_shown_with_its_goals_who_helps_and_what_is_waited_for_in_whatever_order_that_is_told()
    {
        var (plan, goal, helper, support, barrier) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        DomainEvent[] events =
        [
            Said(1, new PlanOpened("localSupport", Guid.CreateVersion7(), null)), Said(2, new OwnPlanWritten(parent, Guid.CreateVersion7())), Said(3, new PlanDrafted()),
            Said(4, new GoalSet(goal, "household", parent)), Said(5, new PlanJoined(helper, "debtHelp")), Said(6, new SupportChanged(support, "housing", "asked")),
            Said(7, new SupportChanged(support, "housing", "waiting")), Said(8, new BarrierRaised(barrier, "waitingList", new(2026, 12, 24))), Said(9, new PlanStarted(new(2026, 12, 24))),
            Said(10, new PlanEvaluated(Guid.CreateVersion7(), "helped", 1, 1, [], [new(goal, "reached")], null)), Said(11, new BarrierAnswered(barrier, "taken")),
            Said(12, new PlanLeft(helper)), Said(13, new PlanClosed("goesOnAlone", "helped", 1, 1)),
        ];
        var random = new Random(7);
        for (var turn = 0; turn < 5; turn++)
        {
            Assert.Equal(
                new HashSet<(string, string?, string)>
                {
                    ("plan", "localSupport", "goesOnAlone"), ("goal", "household", "reached"), ("helper", "debtHelp", "left"), ("support", "housing", "waiting"),
                    ("barrier", "waitingList", "taken"),
                },
                (await Told(events, batch: 1)).Matters.Select(one => (one.Kind, one.Detail, one.State)).ToHashSet());
            random.Shuffle(events);
        }

        DomainEvent Said(int version, PlanEvent said) => said.Of(family, plan, version, "gm0344", At.AddMinutes(version));
    }

    [Fact]
    public async Task The_timeline_keeps_an_event_once_however_often_it_comes()
    {
        var received = new ReceivedEvent(Guid.CreateVersion7(), "intake", Story()[0]);
        await Apply([received]);
        await Apply([received, received]);

        await using var db = server.OpenOwner();
        Assert.Equal(received.EventId, (await db.Timeline.SingleAsync(row => row.FamilyId == family, Cancel)).EventId);
    }

    [Fact]
    public async Task A_member_whom_another_file_knows_stays_the_member_of_this_one_and_is_counted_once()
    {
        await Apply(Received([
            new FamilyOpened([new(child, "child", Day)]).Of(family, 1, "gm0344", At),
            new PersonLinkConfirmed(child, Guid.CreateVersion7()).Of(family, 2, "gm0344", At),
        ]));
        await using var db = server.OpenOwner();

        Assert.Equal([child], await db.PersonsOf(family, Cancel));
    }

    [Fact]
    public async Task Thousands_of_events_are_one_batch()
    {
        var families = Enumerable.Range(0, 2000).Select(_ => Guid.CreateVersion7()).ToArray();
        await Apply(Received([.. families.SelectMany(id => new DomainEvent[]
        {
            new FamilyOpened([new(Guid.CreateVersion7(), "child", Day), new(Guid.CreateVersion7(), "parent", Day)]).Of(id, 1, "gm0344", At),
            new ClockStarted(Guid.CreateVersion7(), "keyWorkerAssignment", At, At, At).Of(id, 3, "gm0344", At),
            new ContactRegistered("concern", At).Of(id, Guid.CreateVersion7(), 1, "gm0344", At),
        })]));

        await using var db = server.OpenOwner();
        Assert.Equal(2000, await db.Families.CountAsync(row => families.Contains(row.FamilyId), Cancel));
        Assert.Equal(6000, await db.Timeline.CountAsync(row => families.Contains(row.FamilyId), Cancel));
    }

    [Fact]
    public void Every_event_of_the_catalogue_is_heard() =>
        Assert.Equivalent(EventCatalogue.All.Values, SkeletonProjection.Handles, strict: true);

    [Fact]
    public async Task Emptied_and_told_again_it_is_the_same()
    {
        await using var db = await server.OpenEmpty();
        var told = Received([.. Story(), new ContactRegistered("concern", At).Of(family, Guid.CreateVersion7(), 1, "gm0344", At)]);
        await Apply(db, told.Reverse());
        var live = await Standing(db);

        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            await new SkeletonProjection(TestDay.Clock).Empty(db, Cancel);
            await transaction.CommitAsync(Cancel);
        }
        Assert.Equivalent(new Told(null, [], [], [], [], [], [], [], [], []), await Standing(db), strict: true);

        await Apply(db, told);
        Assert.Equivalent(live, await Standing(db), strict: true);
    }

    /// <summary>What stands after a family's events were applied to nothing.</summary>
    async Task<Told> Told(DomainEvent[] events, int batch = 100)
    {
        await using var db = server.OpenOwner();
        await db.Database.ExecuteSqlAsync($"""
            delete from timeline where family_id = {family};
            delete from clocks where family_id = {family};
            delete from matters where family_id = {family};
            delete from rights where family_id = {family};
            delete from family_links where family_id = {family} or other_family_id = {family};
            delete from responsibilities where family_id = {family};
            delete from members where family_id = {family};
            delete from family_closings where family_id = {family};
            delete from families where family_id = {family}
            """, Cancel);
        foreach (var part in Received(events).Chunk(batch))
            await Apply(db, part);
        return await Standing(db);
    }

    async Task<Told> Standing(FamilyViewDb db) => new(
        await db.Families.AsNoTracking().SingleOrDefaultAsync(row => row.FamilyId == family, Cancel),
        await db.Set<ClosingRow>().AsNoTracking().Where(row => row.FamilyId == family).ToListAsync(Cancel),
        await db.Set<MemberRow>().AsNoTracking().Where(row => row.FamilyId == family).OrderBy(row => row.PersonId).ToListAsync(Cancel),
        await db.Set<ResponsibilityRow>().AsNoTracking().Where(row => row.FamilyId == family).OrderBy(row => row.ChildId).ToListAsync(Cancel),
        await db.Set<FamilyLinkRow>().AsNoTracking().Where(row => row.FamilyId == family || row.OtherFamilyId == family).OrderBy(row => row.Kind).ToListAsync(Cancel),
        await db.Set<RightsRow>().AsNoTracking().Where(row => row.FamilyId == family).ToListAsync(Cancel),
        await db.Set<ContactRow>().AsNoTracking().Where(row => row.FamilyId == family).ToListAsync(Cancel),
        await db.Set<ClockRow>().AsNoTracking().Where(row => row.FamilyId == family).ToListAsync(Cancel),
        await db.Set<MatterRow>().AsNoTracking().Where(row => row.FamilyId == family).OrderBy(row => row.MatterId).ToListAsync(Cancel),
        await db.Timeline.AsNoTracking().Where(row => row.FamilyId == family).OrderBy(row => row.Version).ThenBy(row => row.Name)
            .Select(row => row.Name + row.Version).ToListAsync(Cancel));

    static ReceivedEvent[] Received(DomainEvent[] events) =>
        [.. events.Select(happened => new ReceivedEvent(Guid.CreateVersion7(), "intake", happened))];

    async Task Apply(IEnumerable<ReceivedEvent> events)
    {
        await using var db = server.OpenOwner();
        await Apply(db, events);
    }

    static async Task Apply(FamilyViewDb db, IEnumerable<ReceivedEvent> events)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await new SkeletonProjection(TestDay.Clock).Apply(db, [.. events], Cancel);
        await transaction.CommitAsync(Cancel);
    }
}

sealed record Told(
    FamilyRow? Family, List<ClosingRow> Closings, List<MemberRow> Members, List<ResponsibilityRow> Responsibilities, List<FamilyLinkRow> FamilyLinks, List<RightsRow> Rights, List<ContactRow> Contacts, List<ClockRow> Clocks, List<MatterRow> Matters,
    List<string> Timeline);
