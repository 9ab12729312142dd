using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Geborgen.ServiceDefaults;

/// <summary>A body is JSON in UTF-8, not compressed (RFC 8259). What says that it is anything else is answered 415.</summary>
static class ReadableBodies
{
    const string Json = "application/json";

    internal static void UseReadableBodies(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null)
            return next(context);
        if (request.Headers.ContentEncoding.Count > 0 || (request.ContentType is { } type && !IsJson(type)))
            return ProblemAnswers.Answer(context, Problems.ForStatus(StatusCodes.Status415UnsupportedMediaType));
        // The reader takes a charset in quotes for an unknown one.
        if (request.ContentType is not null)
            request.ContentType = Json;
        // Where it can't be read, it is read again for all that is wrong with it.
        request.EnableBuffering(Extensions.BodyLimit);
        return next(context);
    });

    static bool IsJson(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
