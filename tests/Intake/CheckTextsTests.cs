using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

/// <summary>Another service asks whether its texts for a family give something away, and learns no more than that.</summary>
public class CheckTextsTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_said_per_text_and_reader_whether_it_gives_something_away()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990263"))!);
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
            [(true, false), (false, true), (false, false), (false, false)],
            await Check(family, ("De Zonnewijzer saw it.", null), ("At Kerkstraat 12.", null), ("At Kerkstraat 12.", (Guid)person), ("All is well.", null)));
    }

    [Fact]
    public async Task Of_a_family_that_is_not_here_no_text_is_safe() =>
        Assert.Equal([(false, true)], await Check($"{Guid.CreateVersion7()}", ("All is well.", null)));

    async Task<IEnumerable<(bool, bool)>> Check(string family, params (string Content, Guid? Reader)[] texts)
    {
        using var region = await intake.AsClient("investigation-instance");
        using var answer = await region.PostAsJsonAsync("/gm0344/intake/v1/texts/_toets",
            new { familyId = family, texts = texts.Select(one => new { content = one.Content, reader = one.Reader }) }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["items"]!.AsArray()
            .Select(one => ((bool)one!["givesReporterAway"]!, (bool)one["givesSecretAway"]!));
    }
}
