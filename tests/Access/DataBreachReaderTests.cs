using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Access.Tests;

/// <summary>Who had read what was registered in error is found in the access log.</summary>
public sealed class DataBreachReaderTests(PostgresServer postgres) : IAsyncLifetime
{
    static readonly string Limits = Path.Combine(AppContext.BaseDirectory, "breach-limits.json");

    AccessApp app = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Limits, """
            [ { "term": "dataBreachNotification", "amount": 72, "unit": "hours", "legalBasis": "AVG article 33", "validFrom": "2018-05-25", "validUntil": null } ]
            """, Cancel);
        app = await AccessApp.StartAsync(postgres, Cancel, api => api
            .MapPost("/persons/{id:guid}/removal", async (Guid id, ThingsDb db, FamilyAccess access, IHttpContextAccessor http, TimeProvider time, CancellationToken ct) =>
            {
                var grant = (await access.ToCollection(ct))!;
                var refusal = await new DataBreaches(db, http, TimeLimits.Read(Limits), time).Record(
                    new(BreachSubject.Person, id, id, new Municipality("gm0344"), [id], "It is another person.", DiscoveredAt: null), [id], ct);
                await access.Log(grant, [id], ct);
                await db.SaveChangesAsync(ct);
                return refusal is null ? Results.Ok() : Problems.From(refusal);
            })
            .RequireAccess("contact.register"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whoever_was_shown_data_of_a_person_is_told_and_whoever_was_refused_is_not()
    {
        var person = Guid.CreateVersion7();
        await app.Involve(person, Relations.DutyTeam, team: AccessApp.Team);
        foreach (var reader in new[] { "colleague", "colleague", "lotte" })
            Assert.Equal(200, await Read(person, app.Token(Roles.LocalTeam, sub: reader)));
        Assert.Equal(404, await Read(person, app.Token(Roles.LocalTeam, sub: "outsider", team: "elsewhere")));

        Assert.Equal(200, await app.Status(HttpMethod.Post, $"/persons/{person}/removal", app.Token(Roles.LocalTeam)));

        await using var scope = app.Services.CreateAsyncScope();
        var breach = await scope.ServiceProvider.GetRequiredService<CaseFileDb>().Set<DataBreach>().SingleAsync(one => one.SubjectId == person, Cancel);
        var told = Assert.Single(breach.Recipients);
        Assert.Equal(("colleague", AccessApp.Organisation), (told.Account, told.Organisation));
        Assert.Equal((await app.LogOf(person)).Last(row => row.Account == "colleague").At, told.LastReadAt);
        Assert.Equal((BreachSubject.Person, "lotte"), (breach.Subject, breach.By));
    }

    Task<int> Read(Guid family, string token) => app.Status(HttpMethod.Get, $"/families/{family}", token);
}
