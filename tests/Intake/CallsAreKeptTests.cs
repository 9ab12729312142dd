using System.Net.Http.Json;

namespace Geborgen.Intake.Tests;

/// <summary>What a member said in a call for help, and where that member can be reached, stands in no text for another of the family.</summary>
public class CallsAreKeptTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("She says: he hits me every evening when the children sleep.")]
    [InlineData("She is at her sister's in the Kerkstraat 5.")]
    public async Task Neither_the_words_of_a_call_nor_where_the_caller_is_go_into_a_decision_on_another_contact(string told)
    {
        await intake.BelongsNowhere("fatima");
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var family = $"{Root}/families/{(await lotte.Read(contact))["familyId"]}";
        var mother = (await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" } }))["personId"]!;
        await lotte.Change(family, $"members/{mother}/account", new { account = await intake.Account("fatima") });
        using var called = await fatima.PostAsJsonAsync($"{Root}/self-referrals", new { text = "He hits me every evening when the children sleep.", reachMe = "At her sister's in the Kerkstraat 5." }, Cancel);
        Assert.True(called.IsSuccessStatusCode);

        await lotte.Refused("gives-secret-away", contact, "triage", new { outcome = "noFollowUp", decision = new { explanation = told } });
    }
}
