using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Geborgen.ServiceDefaults;
using Geborgen.Support;

namespace Geborgen.Wire.Tests;

/// <summary>What can't be right is refused with the field that is wrong, on every route with a body of every service.</summary>
public sealed class InvalidBodyTests(Services services)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> All => [.. Services.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_body_that_can_not_be_right_is_answered_with_the_field_that_is_wrong(string service)
    {
        var running = await services.Of(service);
        var bodies = new InvalidBodies(JsonNode.Parse(await running.Http.GetStringAsync(new Uri($"{running.Api}/openapi.json", UriKind.Relative), Stop))!.AsObject());

        var (sent, accepted) = await bodies.Send(async roles =>
        {
            var client = new HttpClient { BaseAddress = running.Http.BaseAddress };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOf(roles));
            return client;
        }, Stop);

        Assert.True(sent > 0);
        Assert.True(accepted.Count == 0, string.Join('\n', accepted));
    }

    /// <summary>Of an account with one of some roles.</summary>
    Task<string> TokenOf(IReadOnlyList<string> roles) =>
        roles.Contains(Roles.LocalTeam) ? services.TokenOfUser("lotte")
        : roles.Contains(Roles.RegionalTeam) ? services.TokenOfUser("rosa")
        : roles.Contains(Roles.FamilyMember) ? services.TokenOfUser("fatima")
        : roles.Contains(Roles.PrivacyOfficer) ? services.TokenOfUser("pieter")
        : roles.Contains(Roles.MunicipalSystem) ? services.TokenOfClient("gm0344-case-system")
        : services.TokenOfClient("intake-gm0344-instance");
}
