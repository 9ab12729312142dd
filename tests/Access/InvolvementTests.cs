using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Access.Tests;

public sealed class InvolvementTests(PostgresServer postgres) : IAsyncLifetime
{
    static DateTimeOffset Now => TestDay.Now;

    readonly Guid family = Guid.CreateVersion7();
    readonly Guid stream = Guid.CreateVersion7();
    readonly Guid involvement = Guid.CreateVersion7();
    AccessApp app = null!;

    public async ValueTask InitializeAsync() => app = await AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    InvolvementStarted Started =>
        new InvolvementStarted(involvement, Relations.EmergencyAccess, "lotte", null, "gm0344", Now.AddHours(-2), null).Of(family, stream, 3, "gm0344", Now);

    InvolvementEnded Ended => new InvolvementEnded(involvement, Now.AddHours(-1)).Of(family, stream, 5, "gm0344", Now);

    static Heartbeat Beat => new("family-view", 1, 10) { Municipality = "gm0344", At = Now };

    [Fact]
    public void Whatever_lets_somebody_in_says_whom() => Assert.Equal(
        [typeof(InvolvementEnded), typeof(MemberAccountUnlinked), typeof(Heartbeat)],
        InvolvementProjection<ThingsDb>.Handles.Where(said => !said.IsAssignableTo(typeof(IGivesRight))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_order_in_which_start_and_end_arrive_makes_no_difference(bool endFirst)
    {
        await Receive(Beat);
        DomainEvent[] events = endFirst ? [Ended, Started] : [Started, Ended];
        foreach (var one in events)
            await Receive(one);
        Assert.Equal(404, await Open());
        Assert.Equal("emergencyAccess|lotte|5", await app.Scalar<string>("select relation || '|' || worker || '|' || version from involvements where until is not null"));
    }

    [Fact]
    public async Task A_start_gives_access_and_its_end_takes_it_also_in_one_batch()
    {
        await Receive(Started, Beat);
        Assert.Equal(200, await Open());
        await Receive(Ended, Started with { InvolvementId = Guid.CreateVersion7(), Worker = "daan" });
        Assert.Equal(404, await Open());
    }

    [Fact]
    public async Task A_service_cannot_end_what_another_said()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "lotte");
        var own = await app.Scalar<Guid>("select id from involvements");
        await Receive(Beat, Ended with { InvolvementId = own });
        Assert.Equal(200, await Open());
    }

    [Fact]
    public async Task An_older_heartbeat_does_not_turn_back_the_clock()
    {
        await Receive(Started, Beat);
        await Receive(Beat with { At = Now.AddMinutes(-5), Position = 2 });
        Assert.Equal(200, await Open());
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_keeps_nobody_in_after_its_source_went_silent()
    {
        await Receive(Started, Beat with { At = Now.AddDays(1) });
        Assert.Equal(200, await Open());
        Assert.True(await app.Scalar<bool>("select heard_at <= $1 from sources", TestDay.Now));
    }

    [Fact]
    public async Task A_linked_account_closes_the_file_to_its_owner()
    {
        await Receive(Started, Beat);
        var linked = new MemberAccountLinked(Guid.CreateVersion7(), "lotte").Of(family, 9, "gm0344", Now);
        await Receive(linked);
        await Receive(linked);
        Assert.Equal(404, await Open());
    }

    [Fact]
    public async Task An_untied_account_opens_the_file_again_and_a_late_older_link_does_not_close_it()
    {
        await Receive(Started, Beat);
        var linked = new MemberAccountLinked(Guid.CreateVersion7(), "lotte").Of(family, 9, "gm0344", Now);
        await Receive(linked, new MemberAccountUnlinked(linked.PersonId, "lotte").Of(family, 10, "gm0344", Now));
        Assert.Equal(200, await Open());
        await Receive(linked);
        Assert.Equal(200, await Open());
        await Receive(linked with { Version = 11 });
        Assert.Equal(404, await Open());
    }

    [Fact]
    public async Task Emptied_and_rebuilt_the_projection_is_the_same_and_own_involvements_stay()
    {
        await app.Involve(Guid.CreateVersion7(), Relations.KeyWorker, worker: "daan");
        DomainEvent[] events = [Started, Ended, new MemberAccountLinked(Guid.CreateVersion7(), "sam").Of(family, 9, "gm0344", Now)];
        await Receive([.. events.Reverse()]);
        var live = await Content();
        await using (var scope = app.Services.CreateAsyncScope())
            await Projection.Empty(scope.ServiceProvider.GetRequiredService<ThingsDb>(), TestContext.Current.CancellationToken);
        Assert.Equal(1, await app.Scalar<long>("select (select count(*) from involvements) + (select count(*) from member_accounts)"));
        await Receive(events);
        Assert.Equal(live, await Content());
    }

    [Fact]
    public async Task What_the_service_records_itself_counts_at_once_and_ends_at_once()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThingsDb>();
        var ct = TestContext.Current.CancellationToken;
        var started = Started with { Relation = Relations.KeyWorker };
        await OwnInvolvements.Apply(db, [started], ct);
        await db.SaveChangesAsync(ct);
        Assert.Equal(200, await Open());
        await OwnInvolvements.Apply(db, [Ended, started with { InvolvementId = Guid.CreateVersion7(), Worker = "daan" }], ct);
        await db.SaveChangesAsync(ct);
        Assert.Equal(404, await Open());
        Assert.Equal("intake", await app.Scalar<string>("select distinct service from involvements"));
    }

    static InvolvementProjection<ThingsDb> Projection => new(new ServiceName("intake"), TestDay.Clock);

    async Task Receive(params DomainEvent[] events)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThingsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Projection.Apply(db, [.. events.Select(one => new ReceivedEvent(Guid.CreateVersion7(), "family-view", one))], ct);
        await transaction.CommitAsync(ct);
    }

    Task<int> Open() => app.Status(HttpMethod.Get, $"/families/{family}", app.Token(Roles.LocalTeam, team: null), "emergency-response");

    Task<string> Content() => app.Scalar<string>("""
        select (select string_agg(i::text, ';' order by id) from involvements i) || (select string_agg(m::text, ';' order by account) from member_accounts m)
        """);
}
