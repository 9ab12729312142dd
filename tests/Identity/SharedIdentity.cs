[assembly: AssemblyFixture(typeof(Geborgen.Identity.Tests.SharedIdentity))]
[assembly: AssemblyFixture(typeof(Geborgen.Support.TestIdentity))]

namespace Geborgen.Identity.Tests;

/// <summary>One server for the tests that leave no trace in it.</summary>
public sealed class SharedIdentity : IAsyncLifetime
{
    public RunningIdentity Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningIdentity.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
