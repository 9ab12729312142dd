using Geborgen.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]
