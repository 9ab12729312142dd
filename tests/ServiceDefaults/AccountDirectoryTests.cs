using System.Net.Http.Headers;
using Geborgen.Support;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(TestIdentity))]

namespace Geborgen.ServiceDefaults.Tests;

/// <summary>The directory of accounts, asked as it stands at the identity provider.</summary>
public sealed class AccountDirectoryTests(TestIdentity identity)
{
    const string Lotte = "01935a00-0000-7000-8000-000000000001";
    const string Sem = "01935a00-0000-7000-8000-000000000024";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Lotte)]
    [InlineData("01935A00-0000-7000-8000-000000000001")]
    public async Task An_account_is_found_with_who_it_is_and_as_what(string account)
    {
        var found = (await (await Directory()).Find(account, Cancel)).Content!;

        Assert.Equal(
            (Lotte, "Lotte de Vries", "Lotte", "gm0344", "gm0344-intake", "Gezinswerker", "+31 30 000 0101", true),
            (found.Id, found.Name, found.GivenName, found.Organisation, found.Team, found.Function, found.Phone, found.Active));
        Assert.Equal([Roles.LocalTeam], found.Roles);
    }

    [Theory]
    [InlineData("01935c00-0000-7000-8000-00000000dead")]
    [InlineData("lotte@example.org")]
    [InlineData("")]
    [InlineData("../users/01935a00-0000-7000-8000-000000000001")]
    [InlineData("{01935a00-0000-7000-8000-000000000001}")]
    public async Task What_is_nobodys_account_is_not_there(string account)
    {
        var found = await (await Directory()).Find(account, Cancel);

        Assert.Equal((SourceStatus.Read, null), (found.Status, found.Content));
    }

    [Fact]
    public async Task A_system_has_an_account_without_a_name()
    {
        var found = (await (await Directory()).Find("01935a00-0000-7000-8000-000000000014", Cancel)).Content!;

        Assert.Equal(("", "", "gm0344"), (found.Name, found.GivenName, found.Organisation));
        Assert.Equal([Roles.MunicipalSystem], found.Roles);
    }

    [Fact]
    public async Task An_account_that_ended_is_there_but_not_in_use()
    {
        await identity.EnableAsync(Sem, enabled: false);
        try
        {
            Assert.False((await (await Directory()).Find(Sem, Cancel)).Content!.Active);
        }
        finally
        {
            await identity.EnableAsync(Sem, enabled: true);
        }
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_is_not_empty()
    {
        var found = await (await Directory(line: new CutLine { IsCut = true })).Find(Lotte, Cancel);

        Assert.Equal((SourceStatus.NotReachableNow, null), (found.Status, found.Content));
    }

    [Fact]
    public async Task Who_may_not_read_accounts_does_not_learn_that_there_is_none()
    {
        var found = await (await Directory("gm0344-case-system")).Find(Lotte, Cancel);

        Assert.Equal(SourceStatus.NotReachableNow, found.Status);
    }

    [Theory]
    [InlineData("text/html", "<h1>Not Found</h1>")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "")]
    public async Task What_something_in_between_does_not_find_is_not_nobodys_account(string type, string body)
    {
        await using var proxy = WebApplication.CreateSlimBuilder().Build();
        proxy.Urls.Add("http://127.0.0.1:0");
        proxy.MapFallback(() => Results.Text(body, type, statusCode: 404));
        await proxy.StartAsync(Cancel);

        var found = await (await Directory(authority: $"{proxy.Urls.Single()}/realms/geborgen")).Find(Lotte, Cancel);

        Assert.Equal(SourceStatus.NotReachableNow, found.Status);
    }

    async Task<AccountDirectory> Directory(string client = "intake-gm0344-instance", CutLine? line = null, string? authority = null)
    {
        line ??= new();
        line.InnerHandler = new SocketsHttpHandler();
        var http = new HttpClient(line);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await identity.ClientTokenAsync(client));
        var settings = new ServiceCollection().Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options => options.Authority = authority ?? $"{identity.Authority}").BuildServiceProvider();
        return new(http, settings.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>(), NullLogger<AccountDirectory>.Instance);
    }
}
