using Geborgen.Support;

namespace Geborgen.Identity.Tests;

public sealed class RefusalTests(SharedIdentity shared)
{
    static readonly string[] Personal = ["lotte", "rosa", "a-wrong-password", "example.org"];

    readonly RunningIdentity identity = shared.Server;

    [Theory]
    [InlineData("gm0344-case-system", "wrong", 401, "invalid_client")]
    [InlineData("gm0344-case-system", "", 400, "invalid_request")]
    [InlineData("nobody", "development-only", 401, "invalid_client")]
    public async Task An_unknown_client_or_a_wrong_secret_is_refused(string client, string secret, int status, string error)
    {
        var answer = await identity.ClientTokenAsync(client, secret);
        Assert.Equal((status, error), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("lotte", "wrong")]
    [InlineData("lotte", "")]
    [InlineData("nobody", "geborgen")]
    [InlineData("service-account-gm0344-case-system", "")]
    [InlineData("service-account-gm0344-case-system", "geborgen")]
    public async Task A_wrong_user_name_or_password_looks_the_same(string user, string password)
    {
        var answer = await identity.UserTokenAsync(user, password);
        Assert.Equal(400, answer.Status);
        Assert.False(answer.Has("access_token"));
    }

    [Fact]
    public async Task A_wrong_password_is_an_invalid_grant()
    {
        var wrong = await identity.UserTokenAsync("saar", "wrong");
        Assert.Equal((400, "invalid_grant"), (wrong.Status, wrong.Error));
        Assert.Equal(wrong.Body.GetRawText(), (await identity.UserTokenAsync("nobody at all", "wrong")).Body.GetRawText());
    }

    [Theory]
    [InlineData("portal", null)]
    [InlineData("gm0344-case-system", "development-only")]
    public async Task Only_the_development_client_may_use_passwords(string client, string? secret)
    {
        var answer = await identity.TokenAsync([("grant_type", "password"), ("client_id", client), ("username", "lotte"), ("password", "geborgen"),
            .. secret is null ? [] : new[] { ("client_secret", secret) }]);
        Assert.Equal((400, "unauthorized_client"), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("portal")]
    [InlineData("development-cli")]
    public async Task A_public_client_has_no_token_of_its_own(string client)
    {
        var answer = await identity.TokenAsync(("grant_type", "client_credentials"), ("client_id", client));
        Assert.NotEqual(200, answer.Status);
    }

    [Fact]
    public async Task An_unknown_scope_or_grant_is_refused()
    {
        Assert.Equal("invalid_scope", (await identity.UserTokenAsync("lotte", scope: "everything")).Error);
        Assert.Equal("invalid_scope", (await identity.UserTokenAsync("lotte", scope: "offline_access")).Error);
        Assert.Equal("unsupported_grant_type", (await identity.TokenAsync(("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("client_id", "development-cli"), ("device_code", "x"))).Error);
    }

    [Fact]
    public async Task The_development_client_gets_no_refresh_token()
    {
        Assert.False((await identity.UserTokenAsync("lotte", scope: "openid")).Has("refresh_token"));
    }

    [Fact]
    public async Task After_too_many_wrong_passwords_the_right_one_is_refused_and_others_are_not_touched()
    {
        await using var own = await RunningIdentity.StartAsync();
        for (var i = 0; i < 10; i++)
            Assert.Equal(400, (await own.UserTokenAsync("lotte", "wrong")).Status);

        Assert.Equal("invalid_grant", (await own.UserTokenAsync("lotte")).Error);
        Assert.Equal("invalid_grant", (await own.UserTokenAsync("LOTTE")).Error);
        Assert.Equal(200, (await own.UserTokenAsync("daan")).Status);
    }

    [Fact]
    public async Task One_password_for_many_users_is_slowed_and_the_right_one_gets_in_afterwards()
    {
        var clock = new TestClock(TestDay.Now);
        // Each guess takes its time: of twenty none is forgotten before the last, on whatever machine.
        await using var own = await RunningIdentity.StartAsync(clock, settings: new Dictionary<string, string?> { ["Identity:GuessesPerAddress"] = "20" });
        for (var i = 0; i < 20; i++)
            Assert.Equal(400, (await own.UserTokenAsync($"somebody-{i}", "geborgen")).Status);

        Assert.Equal((429, "temporarily_unavailable"), await Refused());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await own.UserTokenAsync("lotte")).Status);

        async Task<(int, string)> Refused()
        {
            var answer = await own.UserTokenAsync("lotte");
            return (answer.Status, answer.Error);
        }
    }

    [Fact]
    public async Task Guessing_the_secret_of_a_client_is_slowed_and_the_right_one_gets_in_afterwards()
    {
        var clock = new TestClock(TestDay.Now);
        await using var own = await RunningIdentity.StartAsync(clock);
        for (var i = 0; i < 100; i++)
            Assert.Equal(401, (await own.ClientTokenAsync("gm0344-case-system", $"guess-{i}")).Status);

        Assert.Equal(429, (await own.ClientTokenAsync("gm0344-case-system")).Status);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await own.ClientTokenAsync("gm0344-case-system")).Status);
    }

    [Fact]
    public async Task Who_has_to_wait_is_told_how_long()
    {
        await using var own = await RunningIdentity.StartAsync(settings: new Dictionary<string, string?> { ["Identity:GuessesPerAddress"] = "1" });
        Assert.Equal(400, (await own.UserTokenAsync("lotte", "wrong")).Status);

        using var form = new FormUrlEncodedContent([new("username", "lotte"), new("password", "geborgen")]);
        using var answer = await own.Http.PostAsync(new Uri(own.Issuer + "/login-actions/authenticate"), form, TestContext.Current.CancellationToken);

        Assert.Equal(429, (int)answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Who_is_right_is_not_counted()
    {
        await using var own = await RunningIdentity.StartAsync(settings: new Dictionary<string, string?> { ["Identity:GuessesPerAddress"] = "2" });
        for (var i = 0; i < 5; i++)
            Assert.Equal(200, (await own.UserTokenAsync("lotte")).Status);
    }

    [Fact]
    public async Task Nothing_about_a_person_is_logged()
    {
        await using var own = await RunningIdentity.StartAsync();
        Assert.Equal(200, (await own.UserTokenAsync("lotte", scope: "openid profile email")).Status);
        Assert.Equal(400, (await own.UserTokenAsync("lotte", "a-wrong-password")).Status);
        using var browser = new Browser(own);
        await browser.LogInAsync("rosa");

        Assert.DoesNotContain(own.Logged, line => Personal
            .Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
