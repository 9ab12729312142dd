using Geborgen.CaseFiles;
using Geborgen.Contracts.Intake;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Tests;

/// <summary>As what somebody belongs to the family is for Intake to say, also where it was recorded wrongly first.</summary>
public class RoleTests(InvestigationServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_role_is_that_of_who_is_concerned_and_of_the_words()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        await rosa.Do(opened.Path, "/statements", new { text = "It is quiet.", kind = "observation", author = "parent", personId = opened.Parent });

        await server.Say(new MemberRoleCorrected(new(opened.Parent, "partner", new(2026, 1, 1))).Of(opened.Asked.FamilyId, 50, "gm0344", TestDay.Now));

        await InvestigationServer.Eventually(async () => (await rosa.Read(opened.Path))["adults"]!.AsArray().Any(one => (Guid)one! == opened.Parent));
        var read = await rosa.Read(opened.Path);
        Assert.Empty(read["parents"]!.AsArray());
        Assert.Equal("adult", (string?)read["statements"]!.AsArray().Single(one => $"{one!["personId"]}" == $"{opened.Parent}")!["author"]);
        await InvestigationServer.Eventually(() => server.Query(
            db => db.Set<MemberRoleRow>().Where(one => one.PersonId == opened.Parent).Select(one => one.Role).SingleOrDefaultAsync(Cancel), role => role == "partner"));
    }
}
