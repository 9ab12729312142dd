using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Wire.Tests;

/// <summary>Whatever a request can hold has an end, in every field of every route of every service.</summary>
public sealed class LimitTests(Services services)
{
    static readonly string[] Ends = ["format", "enum", "maxLength", "pattern"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> All => [.. Services.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_text_and_every_list_of_a_request_has_a_limit(string service)
    {
        var running = await services.Of(service);
        var document = JsonNode.Parse(await running.Http.GetStringAsync(new Uri($"{running.Api}/openapi.json", UriKind.Relative), Stop))!.AsObject();

        var limitless =
            from one in ApiDocument.Operations(document)
            where one.Operation["requestBody"] is not null
            from place in Limitless((string)one.Operation["operationId"]!, one.Operation["requestBody"]!["content"]!["application/json"]!["schema"]!, document)
            select place;
        Assert.Empty(limitless);
    }

    static IEnumerable<string> Limitless(string place, JsonNode schema, JsonObject document)
    {
        schema = ApiDocument.Resolve(schema, document);
        var types = schema["type"] is JsonArray several ? several.Select(one => (string)one!).ToList() : [(string?)schema["type"] ?? ""];
        if (types.Contains("string") && Ends.All(limit => schema[limit] is null) || types.Contains("array") && schema["maxItems"] is null)
            yield return place;
        var parts = (schema["oneOf"]?.AsArray() ?? []).Select(shape => (place, shape!))
            .Concat((schema["properties"]?.AsObject() ?? []).Select(member => ($"{place}.{member.Key}", member.Value!)))
            .Concat(schema["items"] is { } item ? [($"{place}[]", item)] : []);
        foreach (var found in parts.SelectMany(part => Limitless(part.Item1, part.Item2, document)))
            yield return found;
    }
}
