using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Geborgen.Access.Tests;

/// <summary>Whose account somebody writes with is what a worker tied, not what the token says.</summary>
public sealed class WriterTests(PostgresServer postgres) : IAsyncLifetime
{
    AccessApp app = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await AccessApp.StartAsync(postgres, Cancel, api => api
        .MapGet("/writers/{id:guid}", async (Guid id, FamilyAccess access, CancellationToken ct) =>
        {
            if (await access.To(id, ct) is not { } grant)
                return Problems.NotFound();
            await access.Log(grant, [], ct);
            return Results.Ok(new { grant.PersonId });
        })
        .RequireAccess("own-feedback.read"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_member_writes_as_the_person_to_whom_a_worker_tied_the_account_in_that_family_only()
    {
        var (family, other, person) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Execute("insert into member_accounts (family_id, person_id, account, service, version, removed) values ($1, $2, 'fatima', 'intake', 1, false)", family, person);
        // The token names a person of its own choice.
        var token = app.Token(Roles.FamilyMember, sub: "fatima");

        Assert.Equal(person, await Writer(family, token));
        Assert.Null(await Writer(other, token));
        await app.Execute("update member_accounts set removed = true");
        Assert.Null(await Writer(family, token));
    }

    /// <summary>As whom somebody writes in a family; null where it is not theirs.</summary>
    async Task<Guid?> Writer(Guid family, string token)
    {
        using var answer = await app.Send(HttpMethod.Get, $"/writers/{family}", token);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : (Guid?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["personId"];
    }
}
