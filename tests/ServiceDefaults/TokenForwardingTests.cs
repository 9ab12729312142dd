using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.ServiceDefaults.Tests;

public sealed class TokenForwardingTests(SampleService sample)
{
    [Fact]
    public async Task The_callers_token_and_processing_activity_go_along()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("sample", client => client.BaseAddress = sample.Client.BaseAddress).AddForwardedToken();
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = "Bearer " + sample.Issuer.TokenFor(Roles.Reviewer);
        context.Request.Headers[TokenForwarding.ProcessingActivityHeader] = "emergency-response";
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("sample");

        var response = await client.GetAsync(SampleService.Api + "/review", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["emergency-response"], response.RequestMessage!.Headers.GetValues(TokenForwarding.ProcessingActivityHeader));
    }

    [Fact]
    public async Task Without_a_caller_there_is_nothing_to_call_with()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("sample", client => client.BaseAddress = sample.Client.BaseAddress).AddForwardedToken();
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("sample");
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(SampleService.Api + "/review", TestContext.Current.CancellationToken));
    }
}
