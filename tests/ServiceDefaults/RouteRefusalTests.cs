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
    }

    [Fact]
    public async Task What_a_rule_refuses_stands_once_in_a_document_with_its_meaning() => Assert.Equal(
        "409 Once is enough.", (string?)(await Document())["components"]!["x-refusals"]!["promise-too-often"]);

    [Theory]
    [InlineData("MakePromise", "200")]
    [InlineData("ListPromises", "200")]
    [InlineData("TakeNote", "201")]
    public async Task Whatever_does_not_succeed_is_one_problem_answer_that_all_operations_share(string operation, string success)
    {
        var answers = Operation(await Document(), operation)["responses"]!.AsObject();
        Assert.Equal([success, "default"], answers.Select(answer => answer.Key));
        Assert.Equal("#/components/responses/default", (string?)answers["default"]!["$ref"]);
    }

    [Theory]
    [InlineData(400, "invalid-input")]
    [InlineData(400, "bad-request")]
    [InlineData(401, "unauthenticated")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not-found")]
    [InlineData(405, "method-not-allowed")]
    [InlineData(409, "conflict")]
    [InlineData(412, "stale")]
    [InlineData(413, "content-too-large")]
    [InlineData(415, "unsupported-media-type")]
    [InlineData(428, "if-match-required")]
    [InlineData(429, "too-many-requests")]
    [InlineData(500, "fault")]
    [InlineData(503, "unavailable")]
    [InlineData(504, "timeout")]
    public async Task The_problem_answer_names_each_status_with_its_code(int status, string code) => Assert.Contains(
        $" {status} {code}", (string)(await Document())["components"]!["responses"]!["default"]!["description"]!, StringComparison.Ordinal);

    [Fact]
    public async Task A_problem_with_the_input_has_the_errors_of_its_fields_and_every_problem_its_four_members()
    {
        var problem = (await Document())["components"]!["schemas"]!["ProblemDetails"]!;
        Assert.Equal(["detail", "status", "title", "type"], problem["required"]!.AsArray().Select(name => (string)name!).Order());
        Assert.Equal("array", (string?)problem["properties"]!["errors"]!["additionalProperties"]!["type"]);
    }

    [Theory]
    [InlineData("MakePromise", "200", "API-Version")]
    [InlineData("ChangeNote", "200", "API-Version", "ETag")]
    [InlineData("TakeNote", "201", "API-Version", "Location")]
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
    public async Task How_long_a_text_may_be_and_what_it_looks_like_is_described_also_where_it_may_be_null()
    {
        var code = (await Document())["components"]!["schemas"]!["Note"]!["properties"]!["code"]!;
        Assert.Equal((10, "^[a-z]+$"), ((int?)code["maxLength"], (string?)code["pattern"]));
    }

    [Fact]
    public async Task One_of_something_that_is_not_there_and_one_that_is_only_shown_are_not_described()
    {
        var document = await Document();
        Assert.DoesNotContain("promise-nowhere", document.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(Operation(document, "ListPromises")["x-refusals"]);
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
