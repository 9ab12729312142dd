using System.Security.Cryptography;
using System.Text;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.CaseFiles;

/// <summary>
/// <c>Idempotency-Key</c>: the same key with the same body is carried out once, however often and from how many connections it comes.
/// Who repeats it is authorised as for a new request, and gets status, location and version of the first answer with what was made as it is now.
/// </summary>
public static class IdempotentRoutes
{
    /// <summary>The header with the caller's key: 1 to 255 visible ASCII characters.</summary>
    public const string Header = "Idempotency-Key";

    static readonly Refusal Reused = new("idempotency-key-reused", "Idempotency key reused",
        "This Idempotency-Key was used with another body. Use a new key for a new request.");

    static readonly Refusal StillRunning = new("idempotency-key-in-use", "Request still running",
        "The first request with this Idempotency-Key is still running. Repeat it after Retry-After seconds.");

    /// <summary>
    /// Honours <c>Idempotency-Key</c> on a POST. Keys are kept for 24 hours per client, user and route; refusals are not kept.
    /// The use case is a <see cref="Change{T}"/> and runs in one transaction with the key.
    /// Comes after <see cref="AccessRoutes.RequireAccess"/> and before any other filter.
    /// </summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder route)
    {
        route.AddEndpointFilter(Once)
            .WithMetadata(new IdempotentRoute(), new RequestHeader(Header,
                "A key of your own, new for each request. For 24 hours the same request with the same key is not carried out again; its answer shows what the first made, as it is now.",
                Required: false, Reused, StillRunning));
        route.Finally(endpoint =>
        {
            if (endpoint.Metadata.First(one => one is AccessRequirement or IdempotentRoute) is IdempotentRoute)
                throw new InvalidOperationException($"{endpoint.DisplayName}: Idempotent comes after RequireAccess.");
            var handle = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                // The body is read twice: to bind it, and to compare it with that of the first request.
                if (context.Request.Headers.ContainsKey(Header))
                    context.Request.EnableBuffering(bufferThreshold: Extensions.BodyLimit);
                return handle(context);
            };
        });
        return route;
    }

    static async ValueTask<object?> Once(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        if (!request.Request.Headers.TryGetValue(Header, out var header))
            return await next(context);
        if (header is not [{ Length: >= 1 and <= 255 } key] || !key.All(sign => sign is >= '!' and <= '~'))
            return Problems.Invalid(Header, "Must be 1 to 255 visible ASCII characters.");

        var cancellation = request.RequestAborted;
        var store = request.RequestServices.GetRequiredService<AnswerStore>();
        var repetition = request.RequestServices.GetRequiredService<Repetition>();
        var scope = ScopeOf(request.RequestServices.GetRequiredService<CurrentUser>(), request.Request, key);
        request.Request.Body.Position = 0;
        var body = await SHA256.HashDataAsync(request.Request.Body, cancellation);

        await using var reservation = await store.Reserve(scope, cancellation);
        switch (reservation)
        {
            case { TookTooLong: true }:
                request.Response.Headers.RetryAfter = "5";
                return Problems.From(StillRunning);
            case { First: { } first }:
                if (!CryptographicOperations.FixedTimeEquals(first.Body, body))
                    return Problems.From(Reused);
                repetition.First = first.Made;
                break;
        }
        var answer = await next(context);
        if (!AccessRoutes.Succeeds(answer))
            return answer;
        if (repetition.First is { } before)
            return new GivenAgain((IResult)answer!, before);
        var made = repetition.Made ?? throw new InvalidOperationException($"{request.GetEndpoint()!.DisplayName}: what is carried out once is a Change.");
        await reservation.Complete(new(body, made), cancellation);
        return answer;
    }

    // The route, not the letters of the path: what is written otherwise is the same request.
    static byte[] ScopeOf(CurrentUser user, HttpRequest request, string key)
    {
        var route = (RouteEndpoint)request.HttpContext.GetEndpoint()!;
        var values = route.RoutePattern.Parameters.Select(one => Canonical(request.RouteValues[one.Name]));
        return SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', [user.Client, user.Id, request.Method, route.RoutePattern.RawText, .. values, key])));
    }

    static string Canonical(object? value) => Guid.TryParse($"{value}", out var id) ? id.ToString() : $"{value}".ToUpperInvariant();
}

/// <summary>Marks a route that is carried out once.</summary>
sealed class IdempotentRoute;
