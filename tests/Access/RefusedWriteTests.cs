using Geborgen.Casework;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Access.Tests;

/// <summary>What somebody tried and a rule refused stands in the log, by the rule's code and without words.</summary>
public sealed class RefusedWriteTests(PostgresServer postgres) : IAsyncLifetime
{
    const string Words = "What the father said.";

    AccessApp app = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await AccessApp.StartAsync(postgres, Cancel, api => api
        .MapPost("/things/{id:guid}/tell", (Guid id, NewThing thing, Change<Thing> change, CancellationToken ct) =>
            change.Apply(id, (_, _) => new Refusal("refused-by-rule", "Refused", thing.Text), ct).Answer(one => one.Text))
        .RequireAccess("contact.read"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_was_not_opened_is_logged()
    {
        Assert.Equal(409, await app.Status(HttpMethod.Post, "/things", app.Token(Roles.LocalTeam), body: new NewThing("refuse")));

        var row = await Refused();
        Assert.Equal(("contact.register", "lotte", (Guid?)null), (row.Resource, row.Account, row.FamilyId));
    }

    [Fact]
    public async Task What_was_not_changed_is_logged_under_its_family_and_without_words()
    {
        var (id, family) = await Registered();

        Assert.Equal(409, await app.Status(HttpMethod.Post, $"/things/{id}/tell", app.Token(Roles.LocalTeam), body: new NewThing(Words)));

        var row = await Refused();
        Assert.Equal((family, "contact.read", Roles.LocalTeam, (Guid?)null), (row.FamilyId, row.Resource, row.Role, row.SubjectId));
        Assert.DoesNotContain(Words, $"{row}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_is_not_there_is_logged()
    {
        var nothing = Guid.CreateVersion7();

        Assert.Equal(404, await app.Status(HttpMethod.Post, $"/things/{nothing}/tell", app.Token(Roles.LocalTeam), body: new NewThing(Words)));

        Assert.Equal("no-relation", Assert.Single(await app.LogOf(nothing)).Reason);
    }

    async Task<(Guid Id, Guid Family)> Registered()
    {
        Assert.Equal(201, await app.Status(HttpMethod.Post, "/things", app.Token(Roles.LocalTeam), body: new NewThing("Seen.")));
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<ThingsDb>().Things.SingleAsync(Cancel);
        return (made.Id, made.FamilyId);
    }

    async Task<AccessRecord> Refused()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessDb>().Set<AccessRecord>().AsNoTracking()
            .SingleAsync(row => row.Action == AccessAction.Denied && row.Reason == "refused-by-rule", Cancel);
    }
}
