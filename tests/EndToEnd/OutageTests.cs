using Aspire.Hosting.Testing;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Geborgen.Support;

namespace Geborgen.EndToEnd.Tests;

[Collection<OnOnePlatform>]
public sealed class OutageTests(Platform platform)
{
    static readonly string Contact = CaseSystem.Concern("Een melding.");

    static readonly string Triage = JsonSerializer.Serialize(new
    {
        outcome = "investigation",
        questions = new[] { new { text = "Is he safe?" } },
        decision = new { reason = "x", alternatives = "x", explanation = "x" },
    });

    readonly CaseSystem utrecht = new(platform, "gm0344");
    readonly CaseSystem zeist = new(platform, "gm0355");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_broker_is_silent_contacts_are_accepted_and_nobody_is_taken_out_of_rotation()
    {
        await SettleAsync();
        Guid family;
        await platform.SignalAsync("rabbitmq", Processes.Freeze, Ct);
        try
        {
            family = await AcceptedFamilyAsync(utrecht);
            await Eventually.IsTrueAsync("the gateway says that not everything is ready", TimeSpan.FromMinutes(2), async ct =>
                await platform.ReadinessAsync(ct) == HttpStatusCode.ServiceUnavailable);
            using var service = new HttpClient { BaseAddress = platform.Application.GetEndpoint("intake-gm0344") };
            await Eventually.IsTrueAsync("the service says so too", TimeSpan.FromMinutes(2), async ct =>
            {
                using var health = await service.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
                Assert.Equal(HttpStatusCode.OK, health.StatusCode);
                return (await health.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("status").GetString() == "degraded";
            });
            await AcceptedFamilyAsync(utrecht);
        }
        finally
        {
            await platform.SignalAsync("rabbitmq", Processes.Thaw, Ct);
        }
        await platform.SeeFamilyAsync("lotte", family);
        await platform.WaitUntilReadyAsync();
    }

    [Fact]
    public async Task While_an_organisation_is_silent_the_others_work_on_and_its_callers_hear_when_to_try_again()
    {
        var known = await SettleAsync();
        await platform.SeeFamilyAsync("bram", known, words: "read");

        var key = CaseSystem.NewKey();
        await platform.SignalAsync("intake-gm0355", Processes.Freeze, Ct);
        try
        {
            var waiting = zeist.PostAsync(Contact, key, Ct);
            await platform.SeeFamilyAsync("lotte", await AcceptedFamilyAsync(utrecht));
            await platform.SeeFamilyAsync("bram", known, words: "notReachableNow");
            using var answer = await waiting;
            await AssertSaysWhenToTryAgainAsync(answer, HttpStatusCode.GatewayTimeout);
        }
        finally
        {
            await platform.SignalAsync("intake-gm0355", Processes.Thaw, Ct);
        }
        await platform.SeeFamilyAsync("bram", (await zeist.SendAsync(Contact, key, Ct)).Family);
    }

    [Fact]
    public async Task While_an_organisation_is_down_its_callers_hear_when_to_try_again_and_are_served_as_soon_as_it_is_back()
    {
        await SettleAsync();
        var key = CaseSystem.NewKey();
        await platform.SignalAsync("intake-gm0355", Processes.Kill, Ct);
        using (var answer = await zeist.PostAsync(Contact, key, Ct))
            await AssertSaysWhenToTryAgainAsync(answer, HttpStatusCode.ServiceUnavailable);
        await platform.SeeFamilyAsync("lotte", await AcceptedFamilyAsync(utrecht));
        await platform.SeeFamilyAsync("bram", (await zeist.SendAsync(Contact, key, Ct)).Family);
    }

    [Fact]
    public async Task While_intake_is_down_the_questions_of_an_investigation_are_said_to_be_away_and_once_it_is_back_they_are_there_and_nothing_is_lost()
    {
        await SettleAsync();
        var (contact, family) = await utrecht.SendAsync(Contact, CaseSystem.NewKey(), Ct);
        await DecideOnInvestigationAsync(contact);
        var investigation = await OpenedAsync(family);
        await QuestionsAsync(investigation);
        // A second is asked for just before Intake ends, so that it may have to be told of afterwards.
        var (laterContact, laterFamily) = await utrecht.SendAsync(Contact, CaseSystem.NewKey(), Ct);
        await DecideOnInvestigationAsync(laterContact);

        await platform.SignalAsync("intake-gm0344", Processes.Kill, Ct);
        using (var answer = await ReadAsync($"investigations/{investigation}/questions"))
        {
            var problem = await AssertSaysWhenToTryAgainAsync(answer, HttpStatusCode.ServiceUnavailable);
            Assert.Equal("urn:geborgen:problem:source-not-reachable", problem.GetProperty("type").GetString());
        }

        await platform.WaitUntilReadyAsync();
        await QuestionsAsync(investigation);
        await QuestionsAsync(await OpenedAsync(laterFamily));
        foreach (var one in new[] { family, laterFamily })
            Assert.Single(await platform.QueryAsync<Guid>("investigation", $"select id from investigations where family_id = '{one}'", Ct));
    }

    /// <summary>The team on duty decides that a contact is investigated.</summary>
    async Task DecideOnInvestigationAsync(Guid contact)
    {
        var path = $"/gm0344/intake/v1/contacts/{contact}";
        using var read = await platform.SendAsync("lotte", HttpMethod.Get, path, Ct);
        using var decided = await platform.SendAsync("lotte", HttpMethod.Post, $"{path}/triage", Ct, Triage, ("If-Match", read.Headers.ETag!.Tag));
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>The investigation about a family, once the regional team sees it.</summary>
    Task<Guid> OpenedAsync(Guid family) => Eventually.SeeAsync<Guid>("the investigation is opened", TimeSpan.FromMinutes(2), async ct =>
    {
        using var answer = await ReadAsync($"families/{family}/investigations");
        if (answer.StatusCode != HttpStatusCode.OK)
            return null;
        var items = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("items");
        return items.GetArrayLength() == 0 ? null : items[0].GetProperty("id").GetGuid();
    });

    /// <summary>Waits until the questions can be read, and until then is told to try again and nothing else.</summary>
    Task QuestionsAsync(Guid investigation) => Eventually.IsTrueAsync("the questions are read", TimeSpan.FromMinutes(2), async ct =>
    {
        using var answer = await ReadAsync($"investigations/{investigation}/questions");
        if (answer.StatusCode == HttpStatusCode.OK)
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("questions")[0].GetString() == "Is he safe?";
        await AssertSaysWhenToTryAgainAsync(answer, HttpStatusCode.ServiceUnavailable);
        return false;
    });

    Task<HttpResponseMessage> ReadAsync(string path) => platform.SendAsync(
        "rosa", HttpMethod.Get, $"/gm0344/investigation/v1/{path}", Ct);

    /// <summary>An instance hears only at its next request that an earlier test killed its database; from here on nothing may fail.</summary>
    /// <returns>A family in Zeist.</returns>
    async Task<Guid> SettleAsync()
    {
        await platform.WaitUntilReadyAsync();
        await utrecht.SendAsync(Contact, CaseSystem.NewKey(), Ct);
        return (await zeist.SendAsync(Contact, CaseSystem.NewKey(), Ct)).Family;
    }

    static async Task<Guid> AcceptedFamilyAsync(CaseSystem system)
    {
        using var answer = await system.PostAsync(Contact, CaseSystem.NewKey(), Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await CaseSystem.IdsAsync(answer, Ct)).Family;
    }

    static async Task<JsonElement> AssertSaysWhenToTryAgainAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }
}
