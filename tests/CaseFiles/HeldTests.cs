using Geborgen.CaseFiles.Tests.Errands;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.CaseFiles.Tests;

/// <summary>Nobody waits for another service while something is held.</summary>
public class HeldTests(ErrandServer errands)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => ["as the caller", "as the instance"];

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Another_service_is_not_called_while_a_file_is_held(string way) =>
        Held(async (db, id) => await Assert.ThrowsAsync<InvalidOperationException>(() => db.TakeAsync<Errand>(id, Cancel)), way);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Another_service_is_not_called_while_a_family_is_held(string way) =>
        Held((db, id) => db.HoldFamilyAsync(id, Cancel), way);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_is_called_before_something_is_held_and_once_it_is_let_go(string way)
    {
        await using var scope = errands.Services.CreateAsyncScope();
        var db = InRequest(scope.ServiceProvider);
        await using (var before = await db.Database.BeginTransactionAsync(Cancel))
        {
            await Reached(scope.ServiceProvider, way);
            await db.HoldFamilyAsync(Guid.CreateVersion7(), Cancel);
            await before.CommitAsync(Cancel);
        }
        await Reached(scope.ServiceProvider, way);
        await using var after = await db.Database.BeginTransactionAsync(Cancel);
        await Reached(scope.ServiceProvider, way);
    }

    async Task Held(Func<ErrandDb, Guid, Task> hold, string way)
    {
        await using var scope = errands.Services.CreateAsyncScope();
        var db = InRequest(scope.ServiceProvider);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await hold(db, Guid.CreateVersion7());

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Call(scope.ServiceProvider, way));

        Assert.Equal("Another service is called while something is held.", refused.Message);
    }

    /// <summary>The call goes out: nobody is at the address.</summary>
    static async Task Reached(IServiceProvider services, string way)
    {
        if (way == "as the caller")
            Assert.Equal(SourceStatus.NotReachableNow, (await Call(services, way))!.Status);
        else
            await Assert.ThrowsAsync<HttpRequestException>(() => Call(services, way));
    }

    static async Task<SourceReading<object>?> Call(IServiceProvider services, string way)
    {
        var registry = services.GetRequiredService<OrganisationRegistry>();
        if (way == "as the caller")
            return await services.GetRequiredService<Sources>().Read<object>("errands", "gm0344", "errands", Cancel);
        await services.GetRequiredService<FeedClient>().Read(registry.Current.Services.Single(one => one.Service == "errands"), "gm0344", null, Cancel);
        return null;
    }

    static ErrandDb InRequest(IServiceProvider services)
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services };
        return services.GetRequiredService<ErrandDb>();
    }
}
