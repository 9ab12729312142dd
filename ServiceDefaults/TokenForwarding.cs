using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.ServiceDefaults;

/// <summary>Calls between services on behalf of the caller.</summary>
public static class TokenForwarding
{
    /// <summary>The header in which a caller names its processing activity.</summary>
    public const string ProcessingActivityHeader = "Processing-Activity";

    /// <summary>
    /// Sends the caller's own token and processing activity along, so that the other service decides by the same rules.
    /// Token exchange (RFC 8693) per organisation can take the place of this one handler.
    /// </summary>
    public static IHttpClientBuilder AddForwardedToken(this IHttpClientBuilder client)
    {
        client.Services.AddHttpContextAccessor();
        return client.AddHttpMessageHandler(services =>
            new ForwardCaller(services.GetRequiredService<IHttpContextAccessor>()));
    }

    sealed class ForwardCaller(IHttpContextAccessor accessor) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var caller = accessor.HttpContext
                ?? throw new InvalidOperationException("A call with the caller's token needs a caller.");
            Forward("Authorization");
            Forward(ProcessingActivityHeader);
            return base.SendAsync(request, cancellationToken);

            void Forward(string header)
            {
                if (caller.Request.Headers.TryGetValue(header, out var values))
                    request.Headers.TryAddWithoutValidation(header, values.AsEnumerable());
            }
        }
    }
}
