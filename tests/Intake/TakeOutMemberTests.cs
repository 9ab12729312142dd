using System.Net;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class TakeOutMemberTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_recorded_in_error_is_erased_and_who_read_it_is_told()
    {
        var (family, person) = await NewFamily();
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        using var daan = await intake.As("daan");
        await daan.Read($"{family}/members");
        await daan.Refused("discovered-in-future", family, $"members/{person}/removal", new { reason = "x", discoveredAt = "2099-01-01T00:00:00Z" }, HttpStatusCode.BadRequest);
        await daan.Refused("not-found", family, $"members/{Guid.CreateVersion7()}/removal", new { reason = "x" }, HttpStatusCode.NotFound);

        await daan.Change(family, $"members/{person}/removal", new { reason = "It is another child of that name." });

        Assert.DoesNotContain((await daan.Read($"{family}/members"))["items"]!.AsArray(), one => (Guid)one!["personId"]! == person);
        await using var db = intake.OpenOwner();
        var gone = await db.Persons.SingleAsync(one => one.Id == person, Cancel);
        Assert.Equal((null, null, null), (gone.GivenName, gone.BirthDate, gone.Bsn));
        Assert.NotNull(gone.TakenOutAt);
        var breach = await db.Set<DataBreach>().SingleAsync(one => one.SubjectId == person, Cancel);
        Assert.Equal((BreachSubject.Person, person), (breach.Subject, Assert.Single(breach.Concerned)));
        Assert.Equal(await intake.Account("lotte"), Assert.Single(breach.Recipients).Account);
        using var found = await lotte.Post("/gm0344/intake/v1/persons/_zoek", null, new { bsn = "999990342" });
        Assert.DoesNotContain($"{person}", await found.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Who_read_of_the_person_in_another_service_is_told_from_here()
    {
        var (family, person) = await NewFamily("999990366");
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, $"members/{person}/removal", new { reason = "It is another child of that name." });
        var found = new TakenOutReadersFound(person, [new("rosa", "rvt-utrecht", TestDay.Now), new(await intake.Account("lotte"), "gm0344", TestDay.Now)])
            .Of(Guid.Parse(family[^36..]), Guid.CreateVersion7(), 1, "gm0344", TestDay.Now);

        foreach (var _ in new[] { 1, 2 })
            await intake.Hear<OnTakenOutReadersFound>(reaction => reaction.On(found, Cancel));

        var listed = (await lotte.Read("/gm0344/intake/v1/data-breaches"))["items"]!.AsArray().Single(one => family.EndsWith($"{one!["familyId"]}", StringComparison.Ordinal))!;
        var breach = $"/gm0344/intake/v1/data-breaches/{listed["id"]}";
        var recipient = Assert.Single((await lotte.Read(breach))["recipients"]!.AsArray())!;
        Assert.Equal(("rosa", "rvt-utrecht"), ((string?)recipient["account"], (string?)recipient["organisation"]));
        var told = await lotte.Change(breach, $"recipients/{recipient["id"]}/told", new { how = "By telephone." });
        Assert.NotNull(told["recipients"]![0]!["toldAt"]);
    }

    [Fact]
    public async Task Whom_another_file_holds_stays_known_there()
    {
        var (family, person) = await NewFamily("999990354");
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" } });
        var split = await lotte.Change(family, "split", new { members = new[] { person }, reason = "x" });
        var other = $"/gm0344/intake/v1/families/{split["splits"]![0]!["newFamilyId"]}";

        await lotte.Change(family, $"members/{person}/removal", new { reason = "x" });
        Assert.Equal(person, (Guid)Assert.Single((await lotte.Read($"{other}/members"))["items"]!.AsArray())!["personId"]!);
        await using (var db = intake.OpenOwner())
            Assert.Equal([Id(family)], await db.Persons.Where(one => one.Id == person && one.TakenOutAt != null).Select(one => one.FamilyId).ToListAsync(Cancel));

        await lotte.Change(other, $"members/{person}/removal", new { reason = "x" });
        await using var after = intake.OpenOwner();
        Assert.Equal(2, await after.Persons.CountAsync(one => one.Id == person && one.TakenOutAt != null, Cancel));
    }

    static Guid Id(string path) => Guid.Parse(path[^36..]);

    async Task<(string Family, Guid Person)> NewFamily(string bsn = "999990342")
    {
        var contact = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern(bsn))!);
        var family = $"/gm0344/intake/v1/families/{contact["familyId"]}";
        using var lotte = await intake.As("lotte");
        return (family, (Guid)Assert.Single((await lotte.Read($"{family}/members"))["items"]!.AsArray())!["personId"]!);
    }
}
