using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Geborgen.Support;

namespace Geborgen.EndToEnd.Tests;

public sealed class OutageTests(Platform platform)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_broker_is_silent_contacts_are_accepted_and_nobody_is_taken_out_of_rotation()
    {
        await platform.WaitUntilReadyAsync();
        Guid family;
        platform.Signal("rabbitmq", Processes.Freeze);
        try
        {
            family = await AcceptedFamilyAsync("gm0344", Contacts.NewKey());
            await Eventually.IsTrueAsync("the gateway says that not everything is ready", TimeSpan.FromMinutes(2), async ct =>
                await platform.ReadinessAsync(ct) == HttpStatusCode.ServiceUnavailable);
            using var service = new HttpClient { BaseAddress = new(platform.UrlOf("intake-gm0344")) };
            using var health = await service.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            Assert.Equal("degraded", (await health.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("status").GetString());
            await AcceptedFamilyAsync("gm0344", Contacts.NewKey());
        }
        finally
        {
            platform.Signal("rabbitmq", Processes.Thaw);
        }
        await platform.SeeFamilyAsync("lotte", family);
        await platform.WaitUntilReadyAsync();
    }

    [Fact]
    public async Task While_an_organisation_is_silent_the_others_work_on_and_its_callers_hear_when_to_try_again()
    {
        await platform.WaitUntilReadyAsync();
        var known = await AcceptedFamilyAsync("gm0355", Contacts.NewKey());
        await platform.SeeFamilyAsync("bram", known, words: "read");

        var key = Contacts.NewKey();
        platform.Signal("intake-gm0355", Processes.Freeze);
        try
        {
            var waiting = platform.PostContactAsync("gm0355", Contacts.Concern("Melding in Zeist."), key, Ct);
            await platform.SeeFamilyAsync("lotte", await AcceptedFamilyAsync("gm0344", Contacts.NewKey()));
            await platform.SeeFamilyAsync("bram", known, words: "notReachableNow");
            using var answer = await waiting;
            await AssertSaysWhenToTryAgainAsync(answer, HttpStatusCode.GatewayTimeout);
        }
        finally
        {
            platform.Signal("intake-gm0355", Processes.Thaw);
        }
        await platform.SeeFamilyAsync("bram", await AcceptedFamilyAsync("gm0355", key));
    }

    [Fact]
    public async Task While_an_organisation_is_down_its_callers_hear_when_to_try_again_and_are_served_as_soon_as_it_is_back()
    {
        await platform.WaitUntilReadyAsync();
        var key = Contacts.NewKey();
        platform.Signal("intake-gm0355", Processes.Kill);
        using (var answer = await platform.PostContactAsync("gm0355", Contacts.Concern("Melding in Zeist."), key, Ct))
            await AssertSaysWhenToTryAgainAsync(answer, HttpStatusCode.ServiceUnavailable);
        await platform.SeeFamilyAsync("lotte", await AcceptedFamilyAsync("gm0344", Contacts.NewKey()));

        await platform.WaitUntilReadyAsync();
        await platform.SeeFamilyAsync("bram", await AcceptedFamilyAsync("gm0355", key));
    }

    async Task<Guid> AcceptedFamilyAsync(string municipality, string key)
    {
        using var answer = await platform.PostContactAsync(municipality, Contacts.Concern("Melding in Zeist."), key, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await Contacts.IdsAsync(answer, Ct)).Family;
    }

    static async Task AssertSaysWhenToTryAgainAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Equal((int)status, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("status").GetInt32());
    }
}
