using System.Net;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Geborgen.Intake.Tests;

/// <summary>
/// Time goes on for every family in the database at once, so that nothing else may run meanwhile.
/// </summary>
[Collection(nameof(SwitchRightsTests))]
[CollectionDefinition(nameof(SwitchRightsTests), DisableParallelization = true)]
public class SwitchRightsTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static DateOnly Today => TestDay.Today;

    [Fact]
    public async Task What_came_while_nothing_ran_is_said_once_by_one_of_several()
    {
        var (family, child) = await NewFamily(Today.AddYears(-11));
        var clock = new TestClock(TestDay.Now.AddDays(8 * 366));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Service(clock).Turn(Cancel)));
        await Service(clock).Turn(Cancel);

        await using var db = intake.OpenOwner();
        Assert.Equal(["12", "16", "18"], await db.Database.SqlQuery<string>(
            $"select body ->> 'age' as \"Value\" from event_log where stream = {family} and name = 'rights-changed' and (body ->> 'personId')::uuid = {child} order by version")
            .ToListAsync(Cancel));
        Assert.Null((await db.Families.SingleAsync(one => one.Id == family, Cancel)).Members[0].NextSwitchOn);
    }

    [Fact]
    public async Task Before_the_day_nothing_is_said()
    {
        var (family, _) = await NewFamily(Today.AddYears(-12).AddDays(2));

        await Service(TestDay.Clock).Turn(Cancel);

        await using var db = intake.OpenOwner();
        Assert.Equal(Today.AddDays(2), (await db.Families.SingleAsync(one => one.Id == family, Cancel)).Members[0].NextSwitchOn);
    }

    [Fact]
    public async Task Members_show_what_they_may_decide_and_authority_shows_its_end()
    {
        var (id, child) = await NewFamily(Today.AddYears(-13));
        var family = $"/gm0344/intake/v1/families/{id}";
        using var lotte = await intake.As("lotte");
        var mother = (Guid)(await lotte.Change(family, "members", new { role = "parent", person = new { birthDate = "1990-01-01" } }))["personId"]!;
        var grown = (Guid)(await lotte.Change(family, "members", new { role = "child", person = new { birthDate = "2000-01-01" } }))["personId"]!;
        await lotte.Change(family, "members", new { role = "child", person = new { dueDate = Today.AddDays(30) } });
        await lotte.Change(family, "authority", Authority(child));
        await lotte.Refused("authority-over-an-adult", family, "authority", Authority(grown), HttpStatusCode.Conflict);

        var members = (await lotte.Read($"{family}/members"))["items"]!.AsArray().Select(one => one!.AsObject()).ToList();

        Assert.Equal(["from12", "from18", "from18", "unborn"], members.Select(one => (string?)one["rights"]).Order(StringComparer.Ordinal));
        var row = members.Single(one => (Guid)one["personId"]! == child);
        Assert.Equal($"{Rights(16):O}", (string?)row["rightsChangeOn"]);
        Assert.Equal($"{Rights(18):O}", (string?)row["authority"]![0]!["until"]);

        object Authority(Guid over) => new { childId = over, parentId = mother, kind = "authority", from = "2020-01-01", source = "Register" };
        static DateOnly Rights(int age) => Persons.Rights.BirthdayOf(Today.AddYears(-13), age);
    }

    SwitchRights Service(TimeProvider clock) =>
        new(intake.Services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<SwitchRights>.Instance);

    async Task<(Guid Family, Guid Child)> NewFamily(DateOnly born)
    {
        var contact = await intake.Register(new
        {
            kind = "concern",
            channel = "system",
            receivedAt = TestDay.Now,
            statements = new[] { new { text = "Seen." } },
            family = new { members = new[] { new { role = "child", birthDate = born } } },
        });
        var family = (Guid)contact["familyId"]!;
        using var lotte = await intake.As("lotte");
        return (family, (Guid)Assert.Single((await lotte.Read($"/gm0344/intake/v1/families/{family}/members"))["items"]!.AsArray())!["personId"]!);
    }
}
