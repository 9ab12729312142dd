using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Json.Schema;

namespace Geborgen.Wire.Tests;

/// <summary>What an operation answers is shown, and is such as it really answers.</summary>
public sealed class AnswerExampleTests(Services services)
{
    const string Components = "#/components/schemas/";
    const string Definitions = "#/$defs/";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> All => [.. Services.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_answer_or_each_of_its_items_is_shown(string service)
    {
        var document = await Document(service);
        var bare =
            from one in ApiDocument.Operations(document)
            from answer in one.Operation["responses"]!.AsObject()
            where answer.Key[0] == '2' && ApiDocument.Resolve(answer.Value!, document)["content"] is not null
                && !IsShown(ApiDocument.Resolve(answer.Value!, document)["content"]!["application/json"]!["schema"]!, document)
            select $"{one.Operation["operationId"]} {answer.Key}";
        Assert.Empty(bare);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_shown_has_every_member_of_its_schema_as_it_says_and_no_other(string service)
    {
        var schemas = (await Document(service))["components"]!["schemas"]!.AsObject();
        // An answer may have more members one day; an example of today has those of today.
        var closed = JsonNode.Parse(schemas.ToJsonString().Replace(Components, Definitions, StringComparison.Ordinal))!.AsObject();
        foreach (var (_, one) in closed.Where(one => one.Value!["properties"] is not null))
            one!["additionalProperties"] = false;
        var options = new EvaluationOptions { RequireFormatValidation = true, OutputFormat = OutputFormat.List };

        var wrong =
            from one in schemas
            from example in one.Value!["examples"]?.AsArray() ?? []
            let schema = JsonSchema.FromText(new JsonObject { ["$ref"] = Definitions + one.Key, ["$defs"] = closed.DeepClone() }.ToJsonString())
            let found = schema.Evaluate(JsonSerializer.SerializeToElement(example), options)
            where !found.IsValid
            from detail in found.Details ?? []
            from error in detail.Errors ?? new Dictionary<string, string>()
            select $"{one.Key}{detail.InstanceLocation}: {error.Value}";
        Assert.Empty(wrong);
    }

    static bool IsShown(JsonNode schema, JsonObject document) =>
        ApiDocument.Resolve(schema, document) is var resolved
        && (resolved["examples"] is not null
            || resolved["anyOf"] is JsonArray shapes && shapes.All(shape => IsShown(shape!, document))
            || resolved["properties"]?["items"]?["items"] is { } item && IsShown(item, document));

    async Task<JsonObject> Document(string service)
    {
        var running = await services.Of(service);
        return JsonNode.Parse(await running.Http.GetStringAsync(new Uri($"{running.Api}/openapi.json", UriKind.Relative), Stop))!.AsObject();
    }
}
