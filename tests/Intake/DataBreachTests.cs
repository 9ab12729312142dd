using System.Net;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class DataBreachTests(IntakeServer intake)
{
    const string Breaches = "/gm0344/intake/v1/data-breaches";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_taken_out_names_those_who_read_it_and_not_who_wrote_it_or_takes_it_out()
    {
        var (contact, family) = await New();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        await lotte.Read(contact);
        await Assign(lotte, family, "daan");
        await daan.Read(contact);

        var discovered = DateTimeOffset.FromUnixTimeSeconds(TestDay.Now.ToUnixTimeSeconds()).AddHours(-1);
        var breach = await TakeOut(daan, contact, new { reason = "It is about another child.", discoveredAt = discovered });

        var stored = await Stored(breach);
        Assert.Equal(await intake.Account("lotte"), Assert.Single(stored.Recipients).Account);
        Assert.Equal(("gm0344", discovered.AddHours(72)), (stored.Recipients[0].Organisation, stored.Clocks[0].DueAt));
        Assert.Equal((BreachSubject.Statement, await intake.Account("daan")), (stored.Subject, stored.By));
    }

    [Fact]
    public async Task The_key_worker_tells_who_read_it_and_the_privacy_officer_assesses_it()
    {
        var (contact, family) = await New();
        using var lotte = await intake.As("lotte");
        await lotte.Read(contact);
        await Assign(lotte, family, "daan");
        using var daan = await intake.As("daan");
        var path = $"{Breaches}/{await TakeOut(daan, contact, new { reason = "It is about another child." })}";
        using var pieter = await intake.As("pieter");

        var read = await daan.Read(path);
        Assert.Equal(("It is about another child.", "statement"), ((string?)read["reason"], (string?)read["subject"]));
        var told = $"recipients/{read["recipients"]![0]!["id"]}/told";
        await daan.Refused("told-without-how", path, told, new { }, HttpStatusCode.BadRequest);
        Assert.NotNull((await daan.Change(path, told, new { how = "By telephone." }))["recipients"]![0]!["toldAt"]);
        await daan.Refused("recipient-told-already", path, told, new { how = "x" });
        await daan.Refused("not-found", path, $"recipients/{Guid.CreateVersion7()}/told", new { how = "x" }, HttpStatusCode.NotFound);

        using var forbidden = await daan.Post($"{path}/assessment", await daan.Etag(path), new { notified = true, reference = "x" });
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await pieter.Refused("notification-without-reference", path, "assessment", new { notified = true }, HttpStatusCode.BadRequest);
        await pieter.Refused("no-notification-without-reason", path, "assessment", new { notified = false }, HttpStatusCode.BadRequest);
        var assessed = await pieter.Change(path, "assessment", new { notified = true, reference = "AP-2026-1" });
        Assert.Equal("AP-2026-1", (string?)assessed["assessment"]!["reference"]);
        await pieter.Refused("breach-assessed-already", path, "assessment", new { notified = true, reference = "x" });
    }

    [Fact]
    public async Task It_is_listed_for_who_handles_it()
    {
        var (contact, _) = await New();
        var (other, _) = await New();
        using var lotte = await intake.As("lotte");
        var (first, second) = (
            await TakeOut(lotte, contact, new { reason = "It is about another child." }), await TakeOut(lotte, other, new { reason = "It is about another child." }));
        using var pieter = await intake.As("pieter");
        using var daan = await intake.As("daan");

        var page = await pieter.Read($"{Breaches}?limit=1");
        Assert.Equal(second, page["items"]![0]!["id"]!.GetValue<Guid>());
        Assert.Equal(first, (await pieter.Read($"{Breaches}?limit=1&cursor={page["next"]}"))["items"]![0]!["id"]!.GetValue<Guid>());
        Assert.Contains((await lotte.Read(Breaches))["items"]!.AsArray(), item => item!["id"]!.GetValue<Guid>() == first && (int)item["toTell"]! == 0);
        Assert.DoesNotContain(await daan.ReadAll(Breaches), item => item!["id"]!.GetValue<Guid>() == first);
        using var unknown = await daan.GetAsync($"{Breaches}/{first}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_removal_that_is_refused_records_nothing()
    {
        var (contact, _) = await New();
        using var lotte = await intake.As("lotte");
        var statement = await FirstOf(lotte, contact);
        var before = await intake.Rows();

        await lotte.Refused("discovered-in-future", contact, $"{statement}/removal",
            new { reason = "x", discoveredAt = TestDay.Now.AddDays(1) }, HttpStatusCode.BadRequest);

        Assert.Equal(before, await intake.Rows());
    }

    async Task<(string Contact, string Family)> New()
    {
        var contact = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
        return ($"/gm0344/intake/v1/contacts/{contact["id"]}", $"/gm0344/intake/v1/families/{contact["familyId"]}");
    }

    async Task Assign(HttpClient lotte, string family, string worker)
    {
        using var answer = await lotte.Post($"{family}/key-worker", await lotte.Etag(family), new { worker = new { account = await intake.Account(worker) } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    async Task<Guid> TakeOut(HttpClient client, string contact, object body)
    {
        var statement = await FirstOf(client, contact);
        await client.Change(contact, $"{statement}/removal", body);
        var id = Guid.Parse(statement.Split('/')[1]);
        await using var db = intake.OpenOwner();
        return (await db.Set<DataBreach>().SingleAsync(one => one.SubjectId == id, Cancel)).Id;
    }

    async Task<DataBreach> Stored(Guid id)
    {
        await using var db = intake.OpenOwner();
        return await db.Set<DataBreach>().SingleAsync(one => one.Id == id, Cancel);
    }

    static async Task<string> FirstOf(HttpClient client, string contact) => $"statements/{(await client.Read(contact))["statements"]![0]!["id"]}";
}
