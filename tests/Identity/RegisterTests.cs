using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Geborgen.Identity.Tests;

/// <summary>A helper makes an account by the code that a family handed over, and by nothing else.</summary>
public sealed class RegisterTests : IAsyncLifetime
{
    const string Page = "/realms/geborgen/login-actions/registration", Code = "0344-0123456789ABCDEF0123", Password = "een lange zin mag";

    readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("geborgen-register-tests-");
    readonly ConcurrentQueue<(string Path, string Code, string Token)> asked = [];
    WebApplication gateway = null!;
    RunningIdentity identity = null!;
    Browser browser = null!;
    int answer = StatusCodes.Status200OK;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        gateway = builder.Build();
        gateway.Urls.Add("http://127.0.0.1:0");
        gateway.MapPost("/{municipality}/planning/v1/partner-plans", (HttpContext http, JsonObject body) =>
        {
            asked.Enqueue((http.Request.Path, (string)body["code"]!, http.Request.Headers.Authorization.ToString()["Bearer ".Length..]));
            return Results.StatusCode(answer);
        });
        await gateway.StartAsync(Cancel);
        identity = await Start();
        browser = new(identity);
    }

    [Fact]
    public async Task Who_has_a_code_makes_an_account_and_logs_in_with_it()
    {
        using var made = await Register();
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);

        var token = new JsonWebToken((await identity.UserTokenAsync("oma", Password)).AccessToken);
        Assert.Equal(["partner"], token.Claims.Where(claim => claim.Type == "realm_access").SelectMany(claim => JsonNode.Parse(claim.Value)!["roles"]!.AsArray().Select(role => (string?)role)));
        Assert.False(token.TryGetClaim("organisation", out _));
    }

    [Fact]
    public async Task The_code_is_used_in_the_name_of_the_new_account_where_it_comes_from()
    {
        using var made = await Register();

        var (path, code, token) = Assert.Single(asked);
        Assert.Equal(("/gm0344/planning/v1/partner-plans", Code), (path, code));
        Assert.True((await identity.ValidateAsync(token)).IsValid);
        Assert.Equal(new JsonWebToken((await identity.UserTokenAsync("oma", Password)).AccessToken).Subject, new JsonWebToken(token).Subject);
    }

    [Fact]
    public async Task The_account_outlives_the_process()
    {
        using var made = await Register();
        await identity.DisposeAsync();

        identity = await Start();

        Assert.Equal(200, (await identity.UserTokenAsync("oma", Password)).Status);
        Assert.NotEqual(200, (await identity.UserTokenAsync("oma", "another sentence")).Status);
    }

    [Theory]
    [InlineData("code", "0344-ffff")]
    [InlineData("code", "../../0344")]
    public async Task What_is_no_code_is_not_asked_about(string field, string value)
    {
        using var refused = await Register((field, value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(asked);
    }

    [Theory]
    [InlineData(StatusCodes.Status404NotFound, "De code klopt niet")]
    [InlineData(StatusCodes.Status503ServiceUnavailable, "Probeer het straks opnieuw")]
    public async Task Whose_code_lets_nobody_in_has_no_account_and_may_try_again(int status, string said)
    {
        answer = status;
        using var refused = await Register();
        Assert.Contains(said, await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.NotEqual(200, (await identity.UserTokenAsync("oma", Password)).Status);

        answer = StatusCodes.Status200OK;
        using var made = await Register();
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    [Fact]
    public async Task A_name_that_somebody_has_looks_like_a_code_that_does_not_count()
    {
        using var taken = await Register(("username", "Lotte"));
        Assert.Empty(asked);
        answer = StatusCodes.Status404NotFound;
        using var refused = await Register();

        Assert.Equal(Said(await taken.Content.ReadAsStringAsync(Cancel)), Said(await refused.Content.ReadAsStringAsync(Cancel)));

        static string Said(string page) => page.Split("id=\"fault\">")[1].Split("</p>")[0];
    }

    [Theory]
    [InlineData("password", "te kort")]
    [InlineData("username", "o m a")]
    [InlineData("username", "<b>oma</b>")]
    [InlineData("firstName", " ")]
    [InlineData("lastName", "")]
    public async Task What_is_missing_or_too_short_is_asked_for_again_before_the_code_is_used(string field, string value)
    {
        using var refused = await Register((field, value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_form_of_another_page_makes_no_account()
    {
        using var refused = await browser.SubmitAsync(await browser.TextAsync(Page), Fields(), formToken: "x");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Who_tries_codes_waits()
    {
        await using var strict = await RunningIdentity.StartAsync(keys: keys.FullName, settings: Settings("3"));
        using var guessing = new Browser(strict);
        answer = StatusCodes.Status404NotFound;
        for (var guess = 0; guess < 3; guess++)
            using (await guessing.SubmitAsync(await guessing.TextAsync(Page), Fields()))
            {
            }

        using var refused = await guessing.SubmitAsync(await guessing.TextAsync(Page), Fields());

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Where_no_gateway_is_named_nobody_registers_and_no_page_says_so()
    {
        await using var closed = await RunningIdentity.StartAsync();
        using var visitor = new Browser(closed);
        using var page = await visitor.GetAsync(Page);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);

        Assert.DoesNotContain("registration", await LoginOf(visitor), StringComparison.Ordinal);
        Assert.Contains("registration", await LoginOf(browser), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await identity.DisposeAsync();
        await gateway.DisposeAsync();
        keys.Delete(recursive: true);
    }

    Task<RunningIdentity> Start() => RunningIdentity.StartAsync(keys: keys.FullName, settings: Settings("100"));

    Dictionary<string, string?> Settings(string guesses) => new() { ["Identity:Invitations"] = gateway.Urls.Single(), ["Identity:GuessesPerAddress"] = guesses };

    async Task<HttpResponseMessage> Register(params (string Name, string Value)[] otherwise) =>
        await browser.SubmitAsync(await browser.TextAsync(Page), Fields(otherwise));

    static Dictionary<string, string> Fields(params (string Name, string Value)[] otherwise)
    {
        var fields = new Dictionary<string, string> { ["code"] = Code, ["firstName"] = "Oma", ["lastName"] = "Bakker", ["username"] = "oma", ["password"] = Password };
        foreach (var (name, value) in otherwise)
            fields[name] = value;
        return fields;
    }

    static async Task<string> LoginOf(Browser visitor)
    {
        using var asked = await visitor.GetAsync(visitor.AuthorizationAddress());
        return await visitor.TextAsync(asked.Headers.Location!.ToString());
    }
}
