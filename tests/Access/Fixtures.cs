using Geborgen.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PostgresServer))]
// The tests wait for a real server and count what arrives; side by side they would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
