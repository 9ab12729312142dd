using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Geborgen.Identity.Tests;

public sealed class LoginTests(SharedIdentity shared) : IDisposable
{
    readonly RunningIdentity identity = shared.Server;
    readonly Browser browser = new(shared.Server);

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task Someone_logs_in_and_the_portal_gets_tokens_and_fresh_ones()
    {
        using var asked = await browser.GetAsync(browser.AuthorizationAddress());
        Assert.StartsWith("/realms/geborgen/login-actions/authenticate?", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await browser.TextAsync(asked.Headers.Location.ToString());
        using var submitted = await browser.SubmitAsync(page, "rosa", "geborgen");
        using var returned = await browser.GetAsync(submitted.Headers.Location!.ToString());

        Assert.StartsWith(Browser.Callback + "?", returned.Headers.Location!.ToString(), StringComparison.Ordinal);
        var query = Browser.Query(returned);
        Assert.Equal("a state & more", query["state"]);
        Assert.Equal(identity.Issuer, query["iss"]);

        var first = await RedeemAsync(query["code"]);
        Assert.Equal(200, first.Status);
        var id = new JsonWebToken(first.Body.GetProperty("id_token").GetString());
        Assert.Equal("a-nonce", id.GetClaim("nonce").Value);
        Assert.Equal("Rosa Meijer", id.GetClaim("name").Value);
        Assert.Equal("portal", id.Audiences.Single());
        Assert.True(id.TryGetPayloadValue<long>("auth_time", out _));
        var access = new JsonWebToken(first.AccessToken);
        Assert.Equal("rvt-utrecht-veiligheid", access.GetClaim("team").Value);
        Assert.Equal(id.GetClaim("sid").Value, access.GetClaim("sid").Value);
        Assert.True((await identity.ValidateAsync(first.AccessToken)).IsValid);

        var second = await RefreshAsync(first);
        Assert.Equal(200, second.Status);
        Assert.Equal(access.GetClaim("sid").Value, new JsonWebToken(second.AccessToken).GetClaim("sid").Value);
        Assert.NotEqual(first.AccessToken, second.AccessToken);
        Assert.True((await identity.ValidateAsync(second.AccessToken)).IsValid);
    }

    [Fact]
    public async Task Who_is_logged_in_is_not_asked_again_unless_the_portal_wants_it()
    {
        await browser.LogInAsync("rosa");
        using var again = await browser.GetAsync(browser.AuthorizationAddress());
        Assert.Contains("code", Browser.Query(again).Keys);
        using var silent = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "none")));
        Assert.Contains("code", Browser.Query(silent).Keys);
        using var anew = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "login")));
        Assert.StartsWith("/realms/geborgen/login-actions/authenticate?", anew.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("prompt", anew.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_logged_in_and_no_page_wanted_is_told_to_the_portal()
    {
        using var answer = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "none")));
        Assert.Equal("login_required", Browser.Query(answer)["error"]);
    }

    [Theory]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("response_type", "token")]
    [InlineData("scope", "openid everything")]
    public async Task A_request_without_PKCE_or_for_more_than_allowed_is_refused(string name, string? value)
    {
        await browser.LogInAsync("rosa");
        using var answer = await browser.GetAsync(browser.AuthorizationAddress((name, value)));
        if (answer.StatusCode is HttpStatusCode.Redirect)
            Assert.Contains("error", Browser.Query(answer).Keys);
        else
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("redirect_uri", "http://localhost:8080/other")]
    [InlineData("redirect_uri", "http://evil.example/signin-oidc")]
    [InlineData("redirect_uri", null)]
    [InlineData("client_id", "nobody")]
    [InlineData("client_id", "development-cli")]
    [InlineData("client_id", "gm0344-case-system")]
    public async Task An_unknown_client_or_address_gets_no_redirect(string name, string? value)
    {
        await browser.LogInAsync("rosa");
        using var answer = await browser.GetAsync(browser.AuthorizationAddress((name, value)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("another-verifier-that-is-long-enough-to-be-allowed-012345")]
    [InlineData(null)]
    public async Task A_code_without_its_verifier_is_worth_nothing(string? verifier)
    {
        var answer = await RedeemAsync(await browser.LogInAsync("rosa"), verifier);
        Assert.Equal(400, answer.Status);
        Assert.Equal(verifier is null ? "invalid_request" : "invalid_grant", answer.Error);
    }

    [Fact]
    public async Task A_code_works_once_and_a_second_use_ends_what_came_of_the_first()
    {
        var code = await browser.LogInAsync("rosa");
        var first = await RedeemAsync(code);
        Assert.Equal("invalid_grant", (await RedeemAsync(code)).Error);
        Assert.Equal("invalid_grant", (await RefreshAsync(first)).Error);
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_a_second_use_ends_the_chain()
    {
        var first = await RedeemAsync(await browser.LogInAsync("rosa"));
        var second = await RefreshAsync(first);
        Assert.Equal("invalid_grant", (await RefreshAsync(first)).Error);
        Assert.Equal("invalid_grant", (await RefreshAsync(second)).Error);
    }

    [Fact]
    public async Task A_wrong_password_says_so_to_a_screen_reader_and_gives_no_login()
    {
        using var asked = await browser.GetAsync(browser.AuthorizationAddress());
        using var wrong = await browser.SubmitAsync(await browser.TextAsync(asked.Headers.Location!.ToString()), "noor", "<script>");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        using var silent = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "none")));
        Assert.Equal("login_required", Browser.Query(silent)["error"]);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused()
    {
        using var asked = await browser.GetAsync(browser.AuthorizationAddress());
        using var forged = await browser.SubmitAsync(await browser.TextAsync(asked.Headers.Location!.ToString()), "rosa", "geborgen", formToken: "forged");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var silent = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "none")));
        Assert.Equal("login_required", Browser.Query(silent)["error"]);
    }

    [Fact]
    public async Task The_page_is_Dutch_labelled_without_script_and_in_no_frame()
    {
        using var asked = await browser.GetAsync(browser.AuthorizationAddress(("state", "\"><script>alert(1)</script>")));
        using var answer = await browser.GetAsync(asked.Headers.Location!.ToString());
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"nl\">", page, StringComparison.Ordinal);
        Assert.Contains("<label for=\"username\">", page, StringComparison.Ordinal);
        Assert.Contains("<label for=\"password\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://localhost:8080;", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task The_login_cookie_can_be_read_by_no_script()
    {
        using var asked = await browser.GetAsync(browser.AuthorizationAddress());
        using var submitted = await browser.SubmitAsync(await browser.TextAsync(asked.Headers.Location!.ToString()), "rosa", "geborgen");
        var cookie = Assert.Single(submitted.Headers.GetValues("Set-Cookie"), value => value.StartsWith("geborgen-login=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Userinfo_tells_the_portal_who_logged_in()
    {
        var tokens = await RedeemAsync(await browser.LogInAsync("rosa"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(identity.Issuer + "/protocol/openid-connect/userinfo"));
        request.Headers.Authorization = new("Bearer", tokens.AccessToken);
        using var answer = await identity.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var told = await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            { "sub": "01935a00-0000-7000-8000-000000000004", "preferred_username": "rosa", "organisation": "rvt-utrecht",
              "team": "rvt-utrecht-veiligheid", "name": "Rosa Meijer", "given_name": "Rosa", "family_name": "Meijer" }
            """), told), told!.ToJsonString());

        using var without = await identity.Http.GetAsync(request.RequestUri, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, without.StatusCode);
    }

    [Fact]
    public async Task Logging_out_ends_the_login_and_its_refresh_tokens()
    {
        var tokens = await RedeemAsync(await browser.LogInAsync("hugo"));
        using var forged = await browser.GetAsync(identity.Issuer + "/protocol/openid-connect/logout");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var still = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "none")));
        Assert.Contains("code", Browser.Query(still).Keys);

        using var left = await browser.GetAsync(identity.Issuer + "/protocol/openid-connect/logout?post_logout_redirect_uri="
            + Uri.EscapeDataString("http://localhost:8080/signout-callback-oidc") + "&state=s&id_token_hint=" + tokens.Body.GetProperty("id_token").GetString());
        Assert.Equal("http://localhost:8080/signout-callback-oidc?state=s", left.Headers.Location!.ToString());
        using var gone = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "none")));
        Assert.Equal("login_required", Browser.Query(gone)["error"]);
        Assert.Equal("invalid_grant", (await RefreshAsync(tokens)).Error);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_logging_out()
    {
        var tokens = await RedeemAsync(await browser.LogInAsync("hugo"));
        using var copy = browser.Copy();
        using var before = await copy.GetAsync(browser.AuthorizationAddress(("prompt", "none")));
        Assert.Contains("code", Browser.Query(before).Keys);

        using var left = await browser.GetAsync(identity.Issuer + "/protocol/openid-connect/logout?id_token_hint=" + tokens.Body.GetProperty("id_token").GetString());
        using var after = await copy.GetAsync(browser.AuthorizationAddress(("prompt", "none")));

        Assert.Equal("login_required", Browser.Query(after)["error"]);
    }

    [Fact]
    public async Task Logging_out_where_the_cookie_is_not_ends_it_all_the_same()
    {
        var tokens = await RedeemAsync(await browser.LogInAsync("hugo"));

        using var elsewhere = await identity.Http.GetAsync(
            new Uri(identity.Issuer + "/protocol/openid-connect/logout?id_token_hint=" + tokens.Body.GetProperty("id_token").GetString()), TestContext.Current.CancellationToken);
        using var after = await browser.GetAsync(browser.AuthorizationAddress(("prompt", "none")));

        Assert.Equal("login_required", Browser.Query(after)["error"]);
    }

    [Fact]
    public async Task Logging_out_of_one_login_leaves_another()
    {
        var tokens = await RedeemAsync(await browser.LogInAsync("hugo"));
        using var other = new Browser(identity);
        await other.LogInAsync("hugo");

        using var left = await browser.GetAsync(identity.Issuer + "/protocol/openid-connect/logout?id_token_hint=" + tokens.Body.GetProperty("id_token").GetString());
        using var still = await other.GetAsync(browser.AuthorizationAddress(("prompt", "none")));

        Assert.Contains("code", Browser.Query(still).Keys);
    }

    Task<Answer> RedeemAsync(string code, string? verifier = Browser.Verifier) => identity.TokenAsync(
        [("grant_type", "authorization_code"), ("client_id", "portal"), ("code", code), ("redirect_uri", Browser.Callback),
            .. verifier is null ? [] : new[] { ("code_verifier", verifier) }]);

    Task<Answer> RefreshAsync(Answer tokens) => identity.TokenAsync(("grant_type", "refresh_token"), ("client_id", "portal"),
        ("refresh_token", tokens.Body.GetProperty("refresh_token").GetString()!));
}
