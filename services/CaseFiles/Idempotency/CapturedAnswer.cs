using Geborgen.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Geborgen.CaseFiles;

/// <summary>An answer as it goes over the wire, kept so that it can be given again.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers that belong to the answer.</param>
/// <param name="Content">The body.</param>
/// <param name="Body">SHA-256 of the request's body.</param>
/// <param name="Logged">What was logged for it; decided and logged again when the answer is given again.</param>
sealed record CapturedAnswer(
    int Status, IReadOnlyDictionary<string, string> Headers, byte[] Content, byte[] Body,
    IReadOnlyList<FamilyAccess.Entry> Logged) : IResult, IStatusCodeHttpResult
{
    static readonly string[] Kept = [HeaderNames.ContentType, HeaderNames.Location, HeaderNames.ETag];

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>Writes the answer into memory instead of to the caller, who gets it when it is committed.</summary>
    internal static async Task<CapturedAnswer> Of(HttpContext context, object? answer, byte[] body, IReadOnlyList<FamilyAccess.Entry> logged)
    {
        var result = answer as IResult ?? throw new InvalidOperationException("An idempotent route answers with an IResult.");
        var response = context.Response;
        var wire = response.Body;
        using var content = new MemoryStream();
        response.Body = content;
        try
        {
            await result.ExecuteAsync(context);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            response.Body = wire;
        }
        return new CapturedAnswer(response.StatusCode,
            Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString()),
            content.ToArray(), body, logged);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        response.ContentLength = Content.Length;
        await response.Body.WriteAsync(Content, httpContext.RequestAborted);
    }
}
