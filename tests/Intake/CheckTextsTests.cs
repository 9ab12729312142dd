using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>Another service asks whether its texts for a family give something away, and learns no more than that.</summary>
public class CheckTextsTests(IntakeServer intake)
{
    const string Path = "/gm0344/intake/v1/texts/_toets", Families = "/gm0344/intake/v1/families";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_said_per_text_and_reader_whether_it_gives_something_away()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990706"))!);
        var family = $"{registered["familyId"]}";
        using var lotte = await intake.As("lotte");
        var person = (await lotte.Read($"/gm0344/intake/v1/families/{family}/members"))["items"]![0]!["personId"]!;
        using (var put = new HttpRequestMessage(HttpMethod.Put, $"/gm0344/intake/v1/families/{family}/members/{person}/residence") { Content = JsonContent.Create(new { secret = true, street = "Kerkstraat", houseNumber = "12" }) })
        {
            put.Headers.TryAddWithoutValidation("If-Match", await lotte.Etag($"/gm0344/intake/v1/families/{family}"));
            using var done = await lotte.SendAsync(put, Cancel);
            Assert.True(done.IsSuccessStatusCode);
        }

        Assert.Equal(
            [(true, false, "Zonnewijzer"), (false, true, null), (false, false, null), (false, false, null)],
            await Check(family, ("De Zonnewijzer saw it.", null), ("At Kerkstraat 12.", null), ("At Kerkstraat 12.", (Guid)person), ("All is well.", null)));
    }

    [Fact]
    public async Task Of_a_family_that_is_not_here_no_text_is_safe() =>
        Assert.Equal([(false, true, null)], await Check($"{Guid.CreateVersion7()}", ("All is well.", null)));

    [Fact]
    public async Task It_is_said_of_readers_who_was_not_told_of_a_report_in_whichever_file()
    {
        using var lotte = await intake.As("lotte");
        var (told, reported) = (await NewFamily(), await NewFamily());
        var mother = (Guid)(await lotte.Change($"{Families}/{told.Family}", "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"]!;
        Assert.Equal([mother], await Untold(told.Family, mother));
        await lotte.Tell(told.Contact, mother);
        Assert.Empty(await Untold(told.Family, mother));

        await lotte.Change($"{Families}/{reported.Family}", "merges", new { otherFamilyId = told.Family, reason = "One household." });

        foreach (var file in new[] { told.Family, reported.Family })
            Assert.Equal([mother], await Untold(file, mother));
        await lotte.Tell(reported.Contact, mother);
        foreach (var file in new[] { told.Family, reported.Family })
            Assert.Empty(await Untold(file, mother));
    }

    [Fact]
    public async Task A_report_that_came_after_what_a_reader_may_know_of_is_not_why()
    {
        var (family, _) = await NewFamily();
        var reader = Guid.CreateVersion7();

        Assert.Empty(await Untold(family, reader, TestDay.Now.AddDays(-1)));
        Assert.Equal([reader], await Untold(family, reader, TestDay.Now.AddDays(1)));
    }

    [Fact]
    public async Task Of_a_family_that_is_not_here_nobody_was_told()
    {
        var reader = Guid.CreateVersion7();

        Assert.Equal([reader], await Untold($"{Guid.CreateVersion7()}", reader));
    }

    async Task<(string Family, string Contact)> NewFamily()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
        return ($"{registered["familyId"]}", $"/gm0344/intake/v1/contacts/{registered["id"]}");
    }

    async Task<IEnumerable<Guid>> Untold(string family, Guid reader, DateTimeOffset? beganAt = null)
    {
        using var region = await intake.AsClient("investigation-instance");
        using var answer = await region.PostAsJsonAsync(Path, new { familyId = family, texts = Array.Empty<object>(), readers = new[] { reader }, beganAt }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["untold"]!.AsArray().Select(one => (Guid)one!);
    }

    async Task<IEnumerable<(bool, bool, string?)>> Check(string family, params (string Content, Guid? Reader)[] texts)
    {
        using var region = await intake.AsClient("investigation-instance");
        using var answer = await region.PostAsJsonAsync(Path,
            new { familyId = family, texts = texts.Select(one => new { content = one.Content, reader = one.Reader }) }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["items"]!.AsArray()
            .Select(one => ((bool)one!["givesReporterAway"]!, (bool)one["givesSecretAway"]!, (string?)one["words"]));
    }
}
