using System.Globalization;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Geborgen.ServiceDefaults;

/// <summary>An answer about one resource whose version the <c>ETag</c> carries.</summary>
public interface IVersioned
{
    /// <summary>The aggregate's version.</summary>
    int Version { get; }
}

/// <summary>Entity tags: the aggregate's version as a strong tag.</summary>
public static class ETags
{
    /// <summary>The entity tag of a version, for instance <c>"3"</c> with its quotes.</summary>
    public static string From(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version in one strong tag of <see cref="From"/>; null for anything else.</summary>
    public static int? Version(string? header) =>
        EntityTagHeaderValue.TryParse(header, out var tag) && !tag.IsWeak
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Sends <c>ETag</c> with every answer of the route whose value is <see cref="IVersioned"/>.</summary>
    public static RouteHandlerBuilder WithETag(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(async (context, next) =>
        {
            var result = await next(context);
            var answer = result is INestedHttpResult nested ? nested.Result : result;
            if (answer is IValueHttpResult { Value: IVersioned resource })
                context.HttpContext.Response.Headers.ETag = From(resource.Version);
            return result;
        }).WithMetadata(new AnswerHeader(OpenApiHeaders.ETag));

    /// <summary>Takes <c>If-Match</c> where it is sent: who adds need not have read the latest, but is told when it names an earlier one.</summary>
    public static RouteHandlerBuilder TakesIfMatch(this RouteHandlerBuilder route) => route
        .WithMetadata(new RequestHeader("If-Match", "The ETag that you read; an earlier one is answered 412. Left out, it counts for whatever stands there now."));

    /// <summary>Requires <c>If-Match</c> with one strong entity tag of <see cref="From"/>: absent 428, any other form 400.</summary>
    public static RouteHandlerBuilder RequireIfMatch(this RouteHandlerBuilder route) => route
        .AddEndpointFilter((context, next) =>
        {
            var request = context.HttpContext.Request;
            if (request.Headers.IfMatch.Count == 0)
                return ValueTask.FromResult<object?>(Problems.Result(Problems.ForStatus(StatusCodes.Status428PreconditionRequired)));
            if (IfMatch.Version(context.HttpContext) is null)
                return ValueTask.FromResult<object?>(Problems.Invalid("If-Match", "Must be the one ETag that you read, such as \"3\"."));
            return next(context);
        })
        .WithMetadata(new RequestHeader("If-Match", "The ETag that you read; an earlier one is answered 412, none 428.", Required: true));
}

/// <summary>The version that the caller says to have read.</summary>
public static class IfMatch
{
    /// <summary>The version in <c>If-Match</c>; null when it is absent or not one strong tag of <see cref="ETags.From"/>. A list, <c>*</c> and weak tags do not count.</summary>
    public static int? Version(HttpContext context) => context.Request.Headers.IfMatch is [{ } header] ? ETags.Version(header) : null;
}

/// <summary>A header that a route's filters read, for its description.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What stands in it.</param>
/// <param name="Required">Whether no request goes without it.</param>
/// <param name="Refusals">Why a request is refused for what stands in it, or for want of it.</param>
public sealed record RequestHeader(string Name, string Description, bool Required = false, params IReadOnlyList<Refusal> Refusals);
