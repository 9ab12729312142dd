using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>A header that an answer which succeeds always has, for its description.</summary>
/// <param name="Name">The name: one of <see cref="OpenApiHeaders"/>.</param>
sealed record AnswerHeader(string Name);

/// <summary>The headers of answers, each of which is one component.</summary>
static class OpenApiHeaders
{
    public const string ETag = "ETag";
    public const string Location = "Location";
    public const string RetryAfter = "Retry-After";
    public const string Version = "API-Version";

    /// <summary>All of them.</summary>
    public static void Add(OpenApiDocument document)
    {
        document.AddComponent(Version, Header("Full version of this API."));
        document.AddComponent(ETag, Header("The version of what is answered: the If-Match of its next change."));
        document.AddComponent(Location, Header("Where what was made is read."));
        document.AddComponent(RetryAfter, Header("After how many seconds to try again.", type: JsonSchemaType.Integer));
    }

    static OpenApiHeader Header(string description, JsonSchemaType type = JsonSchemaType.String) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = type } };
}
