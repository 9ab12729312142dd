using System.Runtime.Versioning;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Geborgen.Identity.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class KeyTests : IDisposable
{
    readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("geborgen-identity-keys-");
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => keys.Delete(recursive: true);

    [Fact]
    public async Task A_next_key_is_published_then_signs_and_the_earlier_stays_until_its_tokens_have_ended()
    {
        await using var identity = await RunningIdentity.StartAsync(clock, keys.FullName);
        var first = await IssueAsync(identity);

        await AdvanceUntilAsync(identity, TimeSpan.FromDays(29), published => published.Count == 2);
        var announced = await IssueAsync(identity);
        Assert.Equal(first.Kid, announced.Kid);

        await AdvanceUntilAsync(identity, TimeSpan.FromDays(1) - TimeSpan.FromMinutes(2), published => published.Count == 2);
        var before = await IssueAsync(identity);
        Assert.Equal(first.Kid, before.Kid);
        await AdvanceUntilAsync(identity, TimeSpan.FromMinutes(3), published => published[0] != first.Kid);
        var after = await IssueAsync(identity);
        Assert.NotEqual(first.Kid, after.Kid);
        Assert.True((await identity.ValidateAsync(before.EncodedToken, lifetime: false)).IsValid);
        Assert.True((await identity.ValidateAsync(after.EncodedToken, lifetime: false)).IsValid);

        await AdvanceUntilAsync(identity, TimeSpan.FromHours(11), published => published.Count == 1);
        Assert.Equal([after.Kid], await PublishedAsync(identity));
        Assert.False((await identity.ValidateAsync(before.EncodedToken, lifetime: false)).IsValid);
        Assert.Single(keys.EnumerateFiles());
    }

    [Fact]
    public async Task Keys_outlive_the_process()
    {
        JsonWebToken token;
        await using (var identity = await RunningIdentity.StartAsync(clock, keys.FullName))
            token = await IssueAsync(identity);
        await using var again = await RunningIdentity.StartAsync(clock, keys.FullName);
        Assert.Equal(token.Kid, (await IssueAsync(again)).Kid);
    }

    [Fact]
    public async Task After_a_year_off_a_new_key_signs_at_once()
    {
        JsonWebToken token;
        await using (var identity = await RunningIdentity.StartAsync(clock, keys.FullName))
            token = await IssueAsync(identity);
        clock.Advance(TimeSpan.FromDays(365));
        await using var again = await RunningIdentity.StartAsync(clock, keys.FullName);
        Assert.NotEqual(token.Kid, (await IssueAsync(again)).Kid);
    }

    [Fact]
    public async Task A_key_is_readable_by_its_owner_only_and_refused_otherwise()
    {
        await using (await RunningIdentity.StartAsync(clock, keys.FullName))
        {
        }
        var file = Assert.Single(keys.EnumerateFiles());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);

        file.UnixFileMode |= UnixFileMode.OtherRead;
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningIdentity.StartAsync(clock, keys.FullName));
        Assert.Contains("can be read by others", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Moves the clock, and on by minutes until the server has noticed.</summary>
    async Task AdvanceUntilAsync(RunningIdentity identity, TimeSpan by, Func<IReadOnlyList<string>, bool> noticed)
    {
        clock.Advance(by);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!noticed(await PublishedAsync(identity)))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    static async Task<IReadOnlyList<string>> PublishedAsync(RunningIdentity identity) =>
        [.. (await identity.GetAsync("/protocol/openid-connect/certs")).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];

    static async Task<JsonWebToken> IssueAsync(RunningIdentity identity) => new((await identity.ClientTokenAsync("gm0344-case-system")).AccessToken);
}
