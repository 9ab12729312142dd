using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>Changes that are carried out: each is in the access log, for the person whom it is about.</summary>
public sealed class ChangeTests(Region region)
{
    const string Bsn = "999990020";

    static readonly JsonObject Daan = new() { ["account"] = Account.Of("daan").Id };

    [Fact]
    public async Task Every_change_is_logged_for_its_subject()
    {
        var first = await region.Register("lotte", bsn: Bsn, isEmergency: true);
        var trace = NewTrace();
        var (_, family) = await region.Register("lotte", bsn: Bsn, trace: trace, isEmergency: true);
        var path = $"/gm0344/intake/v1/families/{family}";
        var child = Assert.Single(await Subjects("lotte", trace, "write"));

        var link = (await Get(path + "/person-links"))["items"]!.AsArray()
            .Single(item => item!["knownPersonId"]!.GetValue<Guid>() == ChildOf(first.Family))!.AsObject();
        Assert.Equal("gm0344-intake", link["contactPoint"]!["team"]!.GetValue<string>());
        var known = ChildOf(first.Family);
        // That somebody is known elsewhere is read there too.
        await Logged(path + "/person-links", new() { ["personId"] = child, ["knownPersonId"] = known }, "\"3\"", also: known);
        var confirmed = (await Get(path + "/person-links"))["items"]![0]!["id"]!.GetValue<Guid>();
        await Logged($"{path}/person-links/{confirmed}", [], "\"4\"", "DELETE", also: known);
        await Logged(path + "/informal-supports", new() { ["who"] = "Grandmother", ["what"] = "Cooks.", ["from"] = "2026-01-05" }, "\"5\"");
        await Logged($"/gm0344/intake/v1/emergencies/{EmergencyOf(family)}/immediate-actions",
            new() { ["kind"] = "police", ["what"] = "Called.", ["decidedBy"] = "Duty officer" }, ifMatch: null);
        await Logged(path + "/key-worker", new()
        {
            ["worker"] = new JsonObject { ["account"] = Account.Of("lotte").Id },
        }, "\"6\"");
        await Logged(path + "/key-worker/covers", new()
        {
            ["worker"] = Daan.DeepClone(),
            ["from"] = Now,
            ["until"] = Now.AddDays(7),
            ["reason"] = "Leave.",
        }, "\"10\"");
        await Logged(path + "/key-worker/handovers", new() { ["worker"] = Daan.DeepClone(), ["reason"] = "Another job." }, "\"11\"");

        async Task Logged(string at, JsonObject body, string? ifMatch, string method = "POST", Guid? also = null)
        {
            var change = NewTrace();
            await region.Do(region.Utrecht.Http, "lotte", at, body, ifMatch, change, method);
            Assert.Equal(also is { } other ? [child, other] : [child], (await Subjects("lotte", change, "write")).OrderBy(one => one != child));
        }
    }

    [Fact]
    public async Task A_file_that_is_opened_in_an_emergency_is_logged_as_that()
    {
        var (_, family) = await region.Register("lotte");
        var trace = NewTrace();

        await region.OpenInEmergency(family, "rosa", trace);

        Assert.Contains((await region.View.AccessLog(Cancel))[trace], row => row.Action == "emergency" && row.Account == Account.Of("rosa").Id);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static DateTimeOffset Now => TestDay.Now;

    static string NewTrace() => ActivityTraceId.CreateRandom().ToHexString();

    Guid ChildOf(Guid family)
    {
        using var db = region.Utrecht.OpenOwner();
        return db.Families.Single(one => one.Id == family).Members.Single().PersonId;
    }

    Guid EmergencyOf(Guid family)
    {
        using var db = region.Utrecht.OpenOwner();
        return db.Emergencies.Single(one => one.FamilyId == family).Id;
    }

    async Task<Guid[]> Subjects(string account, string trace, string action) =>
        [.. (await region.Utrecht.AccessLog(Cancel))[trace].Where(row => row.Account == Account.Of(account).Id && row.Action == action)
            .Select(row => row.Subject).OfType<Guid>()];

    async Task<JsonObject> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await region.Ask(region.Utrecht.Http, request, "lotte");
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(JsonSerializerOptions.Web, Cancel))!;
    }
}
