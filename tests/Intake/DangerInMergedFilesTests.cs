using System.Text.Json.Nodes;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Emergencies;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>Somebody is in danger whichever of the files of a family says so: no emergency ends before, and none is missing after.</summary>
public class DangerInMergedFilesTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static readonly object Because = new { decision = ContactHttp.Decision };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_emergency_does_not_end_while_danger_stands_in_a_file_that_came_over()
    {
        using var onCall = await intake.As("lotte", "emergency-response");
        var (family, contact, danger) = await MergedWithDanger();

        var emergency = await OpenEmergency(onCall, family);
        await onCall.Refused("danger-stands", emergency, "end", null);

        using var lotte = await intake.As("lotte");
        await lotte.Change(contact, $"acute-dangers/{danger}/end", new { ground = "With her aunt.", judgedBy = "Lotte" });
        await onCall.Change(emergency, "end", null);
    }

    [Fact]
    public async Task A_file_is_not_closed_while_danger_stands_in_one_that_came_over()
    {
        using var lotte = await intake.As("lotte");
        var (family, _, _) = await MergedWithDanger();
        await lotte.Refused("emergency-open", family, "closing", Because);
    }

    [Fact]
    public async Task A_file_that_goes_its_own_way_again_takes_an_emergency_for_its_danger_along()
    {
        using var onCall = await intake.As("lotte", "emergency-response");
        using var lotte = await intake.As("lotte");
        var (family, contact, _) = await MergedWithDanger();
        var merge = (await lotte.Read(family))["merges"]![0]!["id"];

        await lotte.Change(family, $"merges/{merge}/undo", null);

        var other = $"{Root}/families/{(await lotte.Read(contact))["familyId"]}";
        await OpenEmergency(onCall, other);
        await lotte.Refused("emergency-open", other, "closing", Because);
    }

    [Fact]
    public async Task Danger_that_the_region_sees_in_a_file_that_came_over_is_an_emergency_of_the_file_in_use()
    {
        using var onCall = await intake.As("lotte", "emergency-response");
        var (family, other, child) = await Merged();

        await intake.Hear<OnAcuteDangerJudged>(reaction => reaction.On(
            new AcuteDangerJudged(Guid.CreateVersion7(), child).Of(other, 1, "gm0344", TestDay.Now), Cancel));

        var emergency = await OpenEmergency(onCall, family);
        await onCall.Refused("danger-stands", emergency, "end", null);
    }

    async Task<(string Family, Guid Other, Guid Child)> Merged()
    {
        using var lotte = await intake.As("lotte");
        var (one, two) = (await Registered(), await Registered());
        var child = (await lotte.Read($"{Root}/families/{two["familyId"]}/members"))["items"]![0]!["personId"]!.GetValue<Guid>();
        await lotte.Change($"{Root}/families/{one["familyId"]}", "merges", new { otherFamilyId = two["familyId"], reason = "One household." });
        return ($"{Root}/families/{one["familyId"]}", two["familyId"]!.GetValue<Guid>(), child);
    }

    async Task<(string Family, string Contact, string Danger)> MergedWithDanger()
    {
        using var lotte = await intake.As("lotte");
        using var onCall = await intake.As("lotte", "emergency-response");
        var (family, other, child) = await Merged();
        await using var db = intake.OpenOwner();
        var contact = $"{Root}/contacts/{await db.Contacts.Where(one => one.FamilyId == other).Select(one => one.Id).SingleAsync(Cancel)}";
        var danger = (await lotte.Change(contact, "acute-dangers", new { personId = child, ground = "Fresh bruises.", judgedBy = "Lotte, local team" }))["acuteDangers"]![0]!["id"];
        await onCall.Change(await OpenEmergency(onCall, family), "immediate-actions", new { kind = "police", what = "Called.", decidedBy = "Lotte" });
        return (family, contact, $"{danger}");
    }

    async Task<JsonNode> Registered()
    {
        var concern = JsonNode.Parse(RegisterContactTests.Concern("999990068"))!.AsObject();
        concern["receivedAt"] = TestDay.Now.AddMinutes(-1);
        return await intake.Register(concern);
    }

    static async Task<string> OpenEmergency(HttpClient onCall, string family)
    {
        var open = (await onCall.Read($"{family}/emergencies"))["items"]!.AsArray().Where(one => (string?)one!["status"] != "ended");
        return $"{Root}/emergencies/{Assert.Single(open)!["id"]}";
    }
}
