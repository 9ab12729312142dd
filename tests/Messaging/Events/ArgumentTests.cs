using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

public sealed class ArgumentTests
{
    static readonly Dictionary<string, Func<NpgsqlConnection, Task<Outcome>>> NothingMore = [];

    [Theory]
    [InlineData]
    [InlineData("--rebuild", "skeleton")]
    [InlineData("--urls", "http://127.0.0.1:5000")]
    [InlineData("--environment", "Development", "--urls=http://127.0.0.1:5000")]
    [InlineData("--Instance:Name", "intake-gm0344", "/Instance:Organisation", "gm0344")]
    [InlineData("Instance:Name=intake-gm0344", "--contentRoot=/srv", "--CONTENTROOT", "/srv")]
    public void The_service_is_built_for_a_rebuild_and_with_any_setting(params string[] args) =>
        Assert.Null(Operations.Of<TestDb>(args, NothingMore, NoDatabase, () => Task.FromResult(NoDatabase())));

    [Theory]
    [InlineData("migrate")]
    [InlineData("--migrat")]
    [InlineData("--migrate", "--release")]
    [InlineData("--release", "now")]
    [InlineData("--urls")]
    [InlineData("--rebuld", "skeleton")]
    [InlineData("--rebuild=skeleton")]
    [InlineData("--Migrate=1")]
    [InlineData("--urls", "http://127.0.0.1:5000", "--verify")]
    public async Task Anything_else_is_refused(params string[] args)
    {
        var outcome = await Operations.Of<TestDb>(args, NothingMore, NoDatabase, () => Task.FromResult(NoDatabase()))!();

        Assert.False(outcome.Succeeded);
        Assert.Contains(" is not known. There are --migrate, ", outcome.Line, StringComparison.Ordinal);
    }

    static string NoDatabase() => throw new InvalidOperationException("No database is needed for that.");
}
