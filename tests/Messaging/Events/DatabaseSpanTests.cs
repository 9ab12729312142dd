using System.Diagnostics;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>How what is asked of the database shows in traces.</summary>
public sealed class DatabaseSpanTests(PostgresServer postgres, RabbitMqBroker rabbitmq)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SELECT c.id, c.at\nFROM contacts AS c WHERE c.id = @id", "SELECT contacts")]
    [InlineData("INSERT INTO contacts (id) VALUES (@p0);\nINSERT INTO event_log (id) VALUES (@p1);", "INSERT contacts and more")]
    [InlineData("DELETE FROM inbox AS i\nWHERE i.event_id = @id", "DELETE inbox")]
    [InlineData("UPDATE contacts SET version = @p0;", "UPDATE contacts")]
    [InlineData("set local lock_timeout = '5s';\ninsert into stored_answers as held (scope) values ($1)", "INSERT stored_answers and more")]
    [InlineData("select pg_advisory_xact_lock(hashtextextended($1, 0));\ninsert into inbox select $1 from unnest($2)", "INSERT inbox and more")]
    [InlineData("insert into \"members\" as held (\"family_id\") select * from unnest($1::uuid[]) on conflict do update set version = 1", "INSERT members")]
    [InlineData("with gone as (select id from unnest($1) as id) insert into members select id from gone", "INSERT members")]
    [InlineData("select 1 from contacts where id = $1 for update skip locked", "SELECT contacts")]
    [InlineData("select 1", "SELECT 1")]
    public void A_span_is_named_by_what_is_done_to_which_table(string sql, string name) => Assert.Equal(name, DatabaseSpans.NameOf(sql));

    [Fact]
    public async Task What_is_asked_of_the_database_stands_under_the_request_and_under_the_event()
    {
        using var spans = new Spans();
        var broker = await rabbitmq.CreateVirtualHostAsync("spans", Ct);
        await using var reader = await TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), broker, traced: true).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");
        await using var source = await TestService.Build("intake", await postgres.ServiceDatabaseAsync(), broker, traced: true).StartAsync();

        Activity request;
        using (request = spans.Start())
            await source.SaveAsync(family => family.Add(Guid.CreateVersion7()));
        Activity[] Asked(TestService service) => [.. spans.Of(request.TraceId).Where(span => IsOf(span, service))];
        await Stage.UntilAsync(() => Task.FromResult(
            spans.Of(request.TraceId).Any(span => span.DisplayName.StartsWith("members ", StringComparison.Ordinal))), "events applied");

        Assert.NotEmpty(Asked(source));
        Assert.NotEmpty(Asked(reader));
        Assert.All(Asked(source), span => Assert.Equal(request.SpanId, span.ParentSpanId));
        Assert.Contains(Asked(source), span => span.DisplayName.StartsWith("INSERT ", StringComparison.Ordinal));
        Assert.All(Asked(reader), span => Assert.StartsWith("members ", span.Parent!.DisplayName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_service_does_by_itself_is_not_traced()
    {
        await using var service = await TestService.Build(
            "intake", await postgres.ServiceDatabaseAsync(), await rabbitmq.CreateVirtualHostAsync("spans", Ct), traced: true).StartAsync();
        using var spans = new Spans();
        var database = new NpgsqlConnectionStringBuilder(service.Database).Database;

        // Its relay, its clocks and its health have asked the database many times by then.
        await Stage.UntilAsync(async () => (long)(await Stage.AsOwnerAsync(
            service.Database, $"select xact_commit from pg_stat_database where datname = '{database}'"))! > 20, "a busy database");
        using var http = new HttpClient { BaseAddress = new Uri(service.App.Urls.Single()) };
        await http.GetAsync("/health/ready", Ct);

        Assert.DoesNotContain(spans.All, span => IsOf(span, service));
    }

    [Fact]
    public async Task That_somebody_else_was_first_is_no_error_and_a_fault_is()
    {
        using var spans = new Spans();
        await using var service = TestService.Build("intake", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9", traced: true);
        await service.App.StartAsync(Ct);
        var family = await service.SaveAsync();

        Activity stale, fault;
        using (stale = spans.Start())
            await Assert.ThrowsAsync<StaleException>(() => service.ChangeAsync(family.Id, mine =>
            {
                service.ChangeAsync(family.Id, theirs => theirs.Add(Guid.CreateVersion7())).GetAwaiter().GetResult();
                mine.Add(Guid.CreateVersion7());
            }));
        using (fault = spans.Start())
            await Assert.ThrowsAsync<PostgresException>(() => service.CountAsync("nothing_of_that_name"));

        Assert.Contains(spans.Of(stale.TraceId), span => span.Events.Any(one => one.Name == "exception"));
        Assert.All(spans.Of(stale.TraceId), span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(spans.Of(fault.TraceId), span => IsOf(span, service)).Status);
    }

    static bool IsOf(Activity span, TestService service) => span.Source.Name == "Npgsql"
        && (string?)span.GetTagItem("db.namespace") == new NpgsqlConnectionStringBuilder(service.Database).Database;
}
