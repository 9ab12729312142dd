using Geborgen.ServiceDefaults;
using Geborgen.Support;

namespace Geborgen.CaseFiles.Tests;

/// <summary>What can't be right is refused with the field that is wrong, on every route with a body.</summary>
public class InvalidBodyTests(ErrandServer errands)
{
    [Fact]
    public async Task A_body_that_can_not_be_right_is_answered_with_the_field_that_is_wrong()
    {
        using var anybody = errands.As("anybody");
        var bodies = new InvalidBodies(await errands.Api.Read(anybody, TestContext.Current.CancellationToken));

        var (sent, accepted) = await bodies.Send(
            roles => Task.FromResult(errands.As(roles[0] == Roles.FamilyMember ? "mother" : ErrandServer.KeyWorker, roles[0])), TestContext.Current.CancellationToken);

        Assert.True(sent > 100);
        Assert.True(accepted.Count == 0, string.Join('\n', accepted));
    }
}
