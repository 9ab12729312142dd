using System.Diagnostics;
using Geborgen.Casework;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Every error answer is a problem document (RFC 9457) with <c>type</c>, <c>title</c>, <c>status</c> and <c>detail</c>.
/// Callers may rely on <c>type</c>: <c>urn:geborgen:problem:{code}</c>. No problem repeats what the caller sent.
/// </summary>
public static class Problems
{
    /// <summary>What every problem type starts with.</summary>
    public const string TypePrefix = "urn:geborgen:problem:";

    /// <summary>404: unknown here or not for this caller; the same bytes whatever the reason.</summary>
    public static ProblemHttpResult NotFound() => Result(ForStatus(StatusCodes.Status404NotFound));

    /// <summary>403: only where a route forbids the role whatever the id.</summary>
    public static ProblemHttpResult Forbidden() => Result(ForStatus(StatusCodes.Status403Forbidden));

    /// <summary>412: the record changed since the caller read it.</summary>
    public static ProblemHttpResult Stale() => Result(ForStatus(StatusCodes.Status412PreconditionFailed));

    /// <summary>503: something that the answer depends on is away; the caller may try again.</summary>
    public static ProblemHttpResult Unavailable() => Result(ForStatus(StatusCodes.Status503ServiceUnavailable));

    /// <summary>503: another service that holds what was asked for does not answer now; nothing is lost and the caller may try again.</summary>
    public static ProblemHttpResult SourceNotReachable(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.RetryAfter = "5";
        return Result(NotReachable());
    }

    /// <summary>A rule's refusal as an answer.</summary>
    public static ProblemHttpResult From(Refusal refusal) =>
        refusal.Kind == RefusalKind.NotFound ? NotFound() : Refused(refusal, StatusOf(refusal.Kind));

    /// <summary>The status by which a kind of refusal is answered.</summary>
    internal static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        _ => throw new UnreachableException($"Refusal kind {kind} has no status."),
    };

    /// <summary>What any route can answer, whatever its rules.</summary>
    internal static IReadOnlyList<ProblemDetails> General { get; } =
    [
        InvalidDetails([]),
        .. new[] { 400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 415, 428, 429, 500, 503, 504 }.Select(ForStatus),
        NotReachable(),
    ];

    /// <summary>400 with the fields that are wrong.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors) => Result(InvalidDetails(errors));

    /// <summary>400 for one field.</summary>
    public static ProblemHttpResult Invalid(string field, string message) => Result(InvalidDetails(field, message));

    internal static ProblemDetails InvalidDetails(string field, string message) =>
        InvalidDetails(new Dictionary<string, string[]> { [field] = [message] });

    internal static ProblemDetails InvalidDetails(IEnumerable<KeyValuePair<string, string[]>> errors) =>
        new HttpValidationProblemDetails(errors)
        {
            Type = TypePrefix + "invalid-input",
            Title = "Invalid input",
            Status = StatusCodes.Status400BadRequest,
            Detail = "The request cannot be accepted as it is; errors says which fields are wrong.",
        };

    /// <summary>The problem for a status that has nothing more to tell.</summary>
    internal static ProblemDetails ForStatus(int status)
    {
        var (code, detail) = status switch
        {
            400 => ("bad-request", "The request cannot be read."),
            401 => ("unauthenticated", "A valid access token is required."),
            403 => ("forbidden", "This role may not use this resource."),
            404 => ("not-found", "There is nothing here for you."),
            405 => ("method-not-allowed", "The resource does not support this method; Allow says which it does."),
            406 => ("not-acceptable", "The resource answers in application/json."),
            408 => ("request-timeout", "The request took too long to arrive."),
            409 => ("conflict", "The request does not fit the state of the resource."),
            412 => ("stale", "The resource changed since you read it. Read it again and repeat with its new ETag."),
            413 => ("content-too-large", "The request body is larger than is accepted."),
            415 => ("unsupported-media-type", "The request body must be application/json."),
            428 => ("if-match-required", "Send If-Match with the ETag that you read."),
            429 => ("too-many-requests", "Too many requests. Try again after Retry-After seconds; in acute danger at once, with Processing-Activity: emergency-response."),
            503 => ("unavailable", "The service is not reachable now. Try again after Retry-After seconds."),
            504 => ("timeout", "The service did not answer in time. The request may have been carried out; repeat it with the same Idempotency-Key."),
            >= 500 => ("fault", "Something went wrong on our side. Nothing was changed unless you were told so."),
            _ => ("refused", "The request was refused."),
        };
        return new ProblemDetails
        {
            Type = TypePrefix + code,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = detail,
        };
    }

    static ProblemDetails NotReachable() => new()
    {
        Type = TypePrefix + "source-not-reachable",
        Title = "The service that holds this does not answer now.",
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = "What it holds is not lost. Try again after Retry-After seconds.",
    };

    internal static ProblemHttpResult Result(ProblemDetails problem) => TypedResults.Problem(problem);

    static ProblemHttpResult Refused(Refusal refusal, int status) => Result(new ProblemDetails
    {
        Type = TypePrefix + refusal.Code,
        Title = refusal.Title,
        Status = status,
        Detail = refusal.Detail,
    });
}
