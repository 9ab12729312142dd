using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Geborgen.ServiceDefaults;

/// <summary>HEAD is answered as GET is, by the same rules and in the same logs, without the body (RFC 9110, 9.3.2).</summary>
static class HeadRequests
{
    internal static void UseHeadRequests(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsHead(request.Method))
            return next(context);
        request.Method = HttpMethods.Get;
        // The server leaves the body out by the method that it finds when the answer starts.
        context.Response.OnStarting(() =>
        {
            request.Method = HttpMethods.Head;
            return Task.CompletedTask;
        });
        return next(context);
    });
}
