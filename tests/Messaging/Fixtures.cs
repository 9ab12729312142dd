using Geborgen.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(RabbitMqBroker))]
[assembly: AssemblyFixture(typeof(TestIdentity))]
// The tests wait for real servers and count what arrives; side by side they would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
