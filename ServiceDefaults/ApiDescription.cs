using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// The service's own OpenAPI document. It is made when it is first asked for, and given out as bytes from then on; only
/// in a new week it is made anew, since the dates of its examples move along, so that what is a plan in them is always still to come.
/// </summary>
sealed class ApiDescription(IServiceProvider services, TimeProvider clock)
{
    /// <summary>The name that <c>AddOpenApi()</c> gives a document.</summary>
    public const string Document = "v1";

    /// <summary>It is a file of its own and never part of a page, where an apostrophe could end something.</summary>
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Lock turn = new();
    (DateOnly Week, Task<OpenFile> File)? kept;

    /// <summary>The document as it is today.</summary>
    public async Task<FileContentHttpResult> Answer(HttpContext context) => (await Today()).Answer(context);

    /// <summary>The document with its examples as they were written: in the week of <see cref="OpenApiOperations.Written"/>.</summary>
    public async Task<JsonObject> AsWritten()
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync();
        return JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!.AsObject();
    }

    /// <summary>The document with its examples as of today, as the one file that everybody gets.</summary>
    public Task<OpenFile> Today()
    {
        var week = OpenApiOperations.WeekOf(WorkingDays.DateOf(clock.GetUtcNow()));
        lock (turn)
        {
            if (kept is not { File.IsFaulted: false } known || known.Week != week)
                kept = (week, Task.Run(() => Make(week)));
            return kept.Value.File;
        }
    }

    async Task<OpenFile> Make(DateOnly week) => new(JsonSerializer.SerializeToUtf8Bytes(InWeek(await AsWritten(), week), Plain), "application/json");

    /// <summary>Moves the dates of the examples, and of nothing else.</summary>
    static JsonNode InWeek(JsonNode document, DateOnly week)
    {
        foreach (var name in new[] { "example", "examples" })
            foreach (var holder in Objects(document).Where(one => one[name] is not null).ToList())
                holder[name] = OpenApiOperations.AsOf(holder[name]!, week);
        return document;
    }

    static IEnumerable<JsonObject> Objects(JsonNode? at) => at switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
