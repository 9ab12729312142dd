using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles.Tests;

/// <summary>A command whose rule forgot to ask gives its caller nothing all the same.</summary>
public class GuardTests
{
    [Fact]
    public async Task Nothing_is_saved_by_which_a_caller_gets_a_right()
    {
        await using var db = new Forgetful(new DbContextOptionsBuilder().UseNpgsql("Host=nowhere").Options)
        {
            By = new("lotte", "gm0344", "local-team", TestDay.Now),
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Save(
            new InvolvementStarted(Guid.CreateVersion7(), Relations.Cover, "lotte", null, "gm0344", TestDay.Now, null)));
    }

    sealed class Forgetful(DbContextOptions options) : CaseFileDb(options)
    {
        public Task Save(params DomainEvent[] events) => AlongWith(events, TestContext.Current.CancellationToken);
    }
}
