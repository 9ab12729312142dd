using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Geborgen.Messaging.Tests.Access;

/// <summary>Whose account somebody writes with is what a worker tied, not what the token says.</summary>
public sealed class WriterTests(PostgresServer postgres) : IAsyncLifetime
{
    AccessApp app = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await AccessApp.StartAsync(postgres, Cancel, api => api
        .MapGet("/writers/{id:guid}", async (Guid id, ThingsDb db, FamilyAccess access, CurrentUser user, CancellationToken ct) =>
        {
            await access.Log((await access.ToCollection(ct))!, [], ct);
            return Results.Ok(await new Writers(db, user).In(id, ct));
        })
        .RequireAccess("help.ask"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_member_writes_as_the_person_to_whom_a_worker_tied_the_account_in_that_family_only()
    {
        var (family, other, person) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Execute("insert into member_accounts (family_id, person_id, account, service, version, removed) values ($1, $2, 'fatima', 'intake', 1, false)", family, person);
        // The token names a person of its own choice.
        var token = app.Token(Roles.FamilyMember, sub: "fatima");

        Assert.Equal(("fatima", person), await Writer(family, token));
        Assert.Equal(("fatima", null), await Writer(other, token));
        Assert.Equal(("gm0344-case-system", null), await Writer(family, app.Token(Roles.MunicipalSystem, sub: "x", client: "gm0344-case-system")));
        await app.Execute("update member_accounts set removed = true");
        Assert.Equal(("fatima", null), await Writer(family, token));
    }

    async Task<(string, Guid?)> Writer(Guid family, string token)
    {
        using var answer = await app.Send(HttpMethod.Get, $"/writers/{family}", token);
        var writer = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        return ((string)writer["account"]!, (Guid?)writer["personId"]);
    }
}
