using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Geborgen.EndToEnd.Tests;

[Collection<OnOnePlatform>]
public sealed class FirstCallTests(Platform platform)
{
    const string Said = "Sem komt al drie weken zonder eten op school.";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_of_concern_reaches_the_shared_family_view_of_those_involved_and_nobody_else()
    {
        await platform.WaitUntilReadyAsync();

        using var created = await platform.SendAsync(
            "gm0344-case-system", HttpMethod.Post, "/gm0344/intake/v1/contacts", Ct, CaseSystem.Concern(Said, "Zuiderduin", "999990019"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.NotNull(created.Headers.ETag);
        var location = created.Headers.Location!.ToString();
        var sent = await created.Content.ReadFromJsonAsync<JsonElement>(Ct);
        var family = sent.GetProperty("familyId").GetGuid();
        Assert.EndsWith($"/gm0344/intake/v1/submissions/{sent.GetProperty("id").GetGuid()}", location, StringComparison.Ordinal);
        Assert.Equal("received", sent.GetProperty("status").GetString());

        using var state = await platform.SendAsync("gm0344-case-system", HttpMethod.Get, location, Ct);
        Assert.Equal(HttpStatusCode.OK, state.StatusCode);
        Assert.Equal(created.Headers.ETag, state.Headers.ETag);
        Assert.Equal(
            ["familyId", "id", "receivedAt", "registeredAt", "statements", "status"],
            (await state.Content.ReadFromJsonAsync<JsonElement>(Ct)).EnumerateObject().Select(property => property.Name).Order());

        var seen = await platform.SeeFamilyAsync("lotte", family, words: "read");
        Assert.Equal(sent.GetProperty("id").GetGuid(), Assert.Single(seen.GetProperty("contacts").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal("child", Assert.Single(seen.GetProperty("members").EnumerateArray()).GetProperty("role").GetString());
        var words = seen.GetProperty("expanded");
        Assert.Contains("Zuiderduin", words.GetProperty("members").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Said, words.GetProperty("contacts").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Vermeer", seen.GetRawText(), StringComparison.Ordinal);

        foreach (var other in (string[])["daan", "bram", "gm0344-case-system"])
            Assert.Equal(await RefusalAsync(other, Guid.CreateVersion7()), await RefusalAsync(other, family));
    }

    async Task<string> RefusalAsync(string caller, Guid family)
    {
        using var answer = await platform.ViewAsync(caller, family, Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
