using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Support;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.ServiceDefaults.Tests;

public class RouteRefusalTests(SampleService sample)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "promise-empty", "promise-unkept")]
    [InlineData(409, "promise-broken", "promise-too-often")]
    [InlineData(403, "promise-not-yours")]
    public async Task Each_way_in_which_a_rule_refuses_is_described_with_its_status_and_title(int status, params string[] codes)
    {
        var document = await Document();
        var told = ApiDocument.Refusals(Operation(document, "MakePromise"), document).Where(one => one.Status == status).ToList();
        Assert.Equal(codes, told.Select(one => one.Code));
        Assert.All(told, one => Assert.EndsWith(".", one.Title, StringComparison.Ordinal));
        Assert.NotNull(Operation(document, "MakePromise")["responses"]![$"{status}"]);
    }

    [Fact]
    public async Task What_a_rule_refuses_stands_once_in_a_document_with_its_meaning() => Assert.Equal(
        "409 Once is enough.", (string?)(await Document())["components"]!["x-refusals"]!["promise-too-often"]);

    [Fact]
    public async Task What_any_route_answers_is_named_once_too()
    {
        var general = (await Document())["components"]!["schemas"]!["GeneralProblemType"]!["enum"]!.AsArray().Select(type => (string)type!).ToList();
        Assert.Contains(Problems.TypePrefix + "invalid-input", general);
        Assert.Contains(Problems.TypePrefix + "bad-request", general);
        Assert.Contains(Problems.TypePrefix + "too-many-requests", general);
    }

    [Theory]
    [InlineData("MakePromise", "400", "401", "403", "404", "409", "413", "415", "default")]
    [InlineData("ListPromises", "400", "401", "404", "default")]
    [InlineData("ChangeNote", "400", "401", "404", "412", "413", "415", "428", "default")]
    public async Task Each_status_that_can_come_is_named_and_shared(string operation, params string[] statuses)
    {
        var document = await Document();
        var problems = Operation(document, operation)["responses"]!.AsObject().Where(response => response.Key[0] != '2').ToList();
        Assert.Equal(statuses, problems.Select(response => response.Key));
        Assert.All(problems, response => Assert.Equal($"#/components/responses/{response.Key}", (string?)response.Value!["$ref"]));
    }

    [Fact]
    public async Task A_problem_with_the_input_has_the_errors_of_its_fields_and_every_problem_its_four_members()
    {
        var document = await Document();
        var schemas = document["components"]!["schemas"]!;
        Assert.Equal(["detail", "status", "title", "type"], schemas["ProblemDetails"]!["required"]!.AsArray().Select(name => (string)name!).Order());
        Assert.Equal("#/components/schemas/ProblemDetails", (string?)schemas["ValidationProblem"]!["allOf"]![0]!["$ref"]);
        Assert.Equal("array", (string?)schemas["ValidationProblem"]!["properties"]!["errors"]!["additionalProperties"]!["type"]);
        Assert.Equal("#/components/schemas/ValidationProblem", SchemaOf("400"));
        Assert.Equal("#/components/schemas/ProblemDetails", SchemaOf("404"));

        string? SchemaOf(string status) =>
            (string?)document["components"]!["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!["$ref"];
    }

    [Theory]
    [InlineData("MakePromise", "200", "API-Version")]
    [InlineData("ChangeNote", "200", "API-Version", "ETag")]
    [InlineData("TakeNote", "201", "API-Version", "Location")]
    [InlineData("TakeNote", "404", "API-Version")]
    [InlineData("TakeNote", "default", "API-Version", "Retry-After")]
    public async Task The_headers_of_an_answer_are_described(string operation, string status, params string[] headers)
    {
        var document = await Document();
        var answer = ApiDocument.Response(Operation(document, operation), status, document)!;
        Assert.Equal(headers, answer["headers"]!.AsObject().Select(header => header.Key));
        Assert.All(answer["headers"]!.AsObject(), header => Assert.NotEmpty((string)ApiDocument.Resolve(header.Value!, document)["description"]!));
    }

    [Fact]
    public async Task What_may_be_null_what_may_not_be_empty_and_what_lists_hold_is_described()
    {
        var note = (await Document())["components"]!["schemas"]!["Note"]!["properties"]!;
        Assert.Equal(1, (int?)note["text"]!["minLength"]);
        Assert.Null(note["kind"]!["minLength"]);
        Assert.Equal("#/components/schemas/NoteKind", (string?)note["kind"]!["$ref"]);
        Assert.Contains(note["before"]!["oneOf"]!.AsArray(), one => (string?)one!["type"] == "null");
        Assert.Contains(note["before"]!["oneOf"]!.AsArray(), one => (string?)one!["$ref"] == "#/components/schemas/NoteKind");
        foreach (var list in new[] { "tags", "earlierTags" })
            Assert.Equal("string", (string?)note[list]!["items"]!["type"]);
    }

    [Fact]
    public async Task One_of_something_that_is_not_there_and_one_that_is_only_shown_are_not_described()
    {
        var document = await Document();
        Assert.DoesNotContain("promise-nowhere", document.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(Operation(document, "ListPromises")["responses"]!["409"]);
    }

    [Fact]
    public async Task Every_part_of_a_path_is_declared_and_every_body_has_a_schema_of_its_own()
    {
        var document = await Document();
        Assert.All(ApiDocument.Operations(document), one => Assert.Equal(
            one.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')).Order(),
            ApiDocument.Parameters(one.Operation, document).Where(part => (string)part["in"]! == "path").Select(part => (string)part["name"]!).Order()));
        Assert.Equal("#/components/schemas/PromisesRequest",
            (string?)Operation(document, "MakePromise")["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]);
    }

    [Fact]
    public async Task Operations_stand_under_their_resource() =>
        Assert.Equal("promises", (string?)Assert.Single(Operation(await Document(), "MakePromise")["tags"]!.AsArray()));

    [Theory]
    [InlineData("2026-11-23", "2026-11-20", "2026-12-04")]
    [InlineData("2026-11-29", "2026-11-20", "2026-12-04")]
    [InlineData("2026-11-30", "2026-11-27", "2026-12-11")]
    [InlineData("2027-11-24", "2027-11-19", "2027-12-03")]
    [InlineData("2026-11-22", "2026-11-13", "2026-11-27")]
    public void The_dates_of_an_example_move_along_with_the_calendar(string today, string past, string planned)
    {
        var example = JsonNode.Parse("""{ "at": "2026-11-20T14:05:00+01:00", "plans": [ { "until": "2026-12-04" } ], "text": "2026-11-20 was a Friday.", "none": null }""")!;
        var moved = OpenApiOperations.AsOf(example, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            (past + "T14:05:00+01:00", planned, "2026-11-20 was a Friday.", null),
            ((string?)moved["at"], (string?)moved["plans"]![0]!["until"], (string?)moved["text"], (string?)moved["none"]));
    }

    static JsonObject Operation(JsonObject document, string id) =>
        ApiDocument.Operations(document).Single(one => (string?)one.Operation["operationId"] == id).Operation;

    async Task<JsonObject> Document() =>
        JsonNode.Parse(await sample.Client.GetStringAsync(SampleService.Api + "/openapi.json", Stop))!.AsObject();
}

/// <summary>A use case whose rules refuse in every way in which code can.</summary>
static class Promises
{
    public sealed record Request(string What);

    public static Refusal TooOften { get; } = new("promise-too-often", "Once is enough.", "Keep it.");

    static Refusal Empty { get; } = new("promise-empty", "A promise says something.", "Say what.", RefusalKind.Invalid);

    static Refusal Unkept { get; } = new("promise-unkept", "The last one was not kept.", "Keep it.", RefusalKind.Invalid);

    static Refusal Broken { get; } = new("promise-broken", "It is broken.", "Make another.");

    static Refusal NotYours { get; } = new("promise-not-yours", "It is somebody else's.", "Make your own.", RefusalKind.Forbidden);

    static Refusal Nowhere { get; } = new("promise-nowhere", "There is none.", "Make one.", RefusalKind.NotFound);

    public static Task<Results<Ok<int>, ProblemHttpResult>> Make(Request request) =>
        Apply(() => Check(request.What).Refusal ?? First(Missing(request.What)));

    /// <summary>Says how many ways there are to go wrong; that refuses nothing.</summary>
    public static Ok<int> List() => Microsoft.AspNetCore.Http.TypedResults.Ok(Count());

    static async Task<Results<Ok<int>, ProblemHttpResult>> Apply(Func<Refusal?> change)
    {
        await Task.Yield();
        return (change() ?? await Later()) is { } refusal ? Problems.From(refusal) : Microsoft.AspNetCore.Http.TypedResults.Ok(1);
    }

    static (int Kept, Refusal? Refusal) Check(string what) => what.Length == 0 ? (0, Empty) : (1, null);

    static IEnumerable<Refusal> Missing(string what)
    {
        if (what == "unkept")
            yield return Unkept;
        if (what == "broken")
            yield return Broken;
    }

    static async Task<Refusal?> Later()
    {
        await Task.Yield();
        return NotYours.Code.Length == 0 ? NotYours : Nowhere.Code.Length == 0 ? Nowhere : null;
    }

    static Refusal? First(IEnumerable<Refusal> all) => all.FirstOrDefault();

    static int Count() => Missing("").Count();
}
