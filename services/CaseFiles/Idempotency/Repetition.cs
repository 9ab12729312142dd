using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Geborgen.CaseFiles;

/// <summary>
/// Whether a request was carried out before, and what it made. What it made is looked up again then, under the rights of today, and
/// shown as it is now: an answer that was kept would show words that were taken out since. Scoped to the request.
/// </summary>
public sealed class Repetition
{
    /// <summary>What the first, equal request made; null when this is the first.</summary>
    internal Made? First { get; set; }

    /// <summary>What this request made; null while it made nothing.</summary>
    internal Made? Made { get; set; }
}

/// <summary>What a request made or changed.</summary>
/// <param name="Id">What was made or changed.</param>
/// <param name="FamilyId">Its family; null where it belongs to none.</param>
/// <param name="Version">The version that it had then.</param>
/// <param name="At">When.</param>
sealed record Made(Guid Id, Guid? FamilyId, int Version, DateTimeOffset At);

/// <summary>What is kept of a request that was carried out: none of its words.</summary>
/// <param name="Body">SHA-256 of the request's body.</param>
/// <param name="Made">What it made.</param>
sealed record CarriedOut(byte[] Body, Made Made);

/// <summary>An answer that is given again: as things are now, with the version of the first, so that whoever goes on from it is told to read again.</summary>
sealed record GivenAgain(IResult Now, Made First) : IResult, IStatusCodeHttpResult
{
    int? IStatusCodeHttpResult.StatusCode => ((Now as INestedHttpResult)?.Result ?? Now) is IStatusCodeHttpResult { StatusCode: { } status } ? status : null;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        if (headers.ContainsKey(HeaderNames.ETag))
            headers.ETag = ETags.From(First.Version);
        return Now.ExecuteAsync(httpContext);
    }
}
