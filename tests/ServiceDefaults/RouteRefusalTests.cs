using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Support;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.ServiceDefaults.Tests;

public class RouteRefusalTests(SampleService sample)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("400", "promise-empty", "promise-unkept")]
    [InlineData("409", "promise-broken", "promise-too-often")]
    [InlineData("403", "promise-not-yours")]
    public async Task Each_way_in_which_a_rule_refuses_is_described_under_its_status(string status, params string[] codes)
    {
        var answer = (await Operation("MakePromise"))["responses"]![status]!;
        Assert.Equal(codes, TypesOf(answer).Where(code => code.StartsWith("promise-", StringComparison.Ordinal)));
        Assert.All(codes, code => Assert.Contains($"- `{code}`: ", (string)answer["description"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_any_route_answers_under_the_same_status_is_named_too() => Assert.Equal(
        ["promise-empty", "promise-unkept", "invalid-input", "bad-request"], TypesOf((await Operation("MakePromise"))["responses"]!["400"]!));

    [Fact]
    public async Task One_of_something_that_is_not_there_and_one_that_is_only_shown_are_not_described()
    {
        var api = (await Document()).ToJsonString();
        Assert.DoesNotContain("promise-nowhere", api, StringComparison.Ordinal);
        Assert.Null((await Operation("ListPromises"))["responses"]!["409"]);
    }

    [Fact]
    public async Task Every_part_of_a_path_is_declared_and_every_body_has_a_schema_of_its_own()
    {
        var document = await Document();
        Assert.All(ApiDocument.Operations(document), one => Assert.Equal(
            one.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')).Order(),
            (one.Operation["parameters"]?.AsArray() ?? []).Where(part => (string)part!["in"]! == "path").Select(part => (string)part!["name"]!).Order()));
        Assert.Equal("#/components/schemas/PromisesRequest",
            (string?)(await Operation("MakePromise"))["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]);
    }

    [Fact]
    public async Task Operations_stand_under_their_resource() =>
        Assert.Equal("promises", (string?)Assert.Single((await Operation("MakePromise"))["tags"]!.AsArray()));

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

    static IEnumerable<string> TypesOf(JsonNode answer) =>
        answer["content"]!["application/problem+json"]!["schema"]!["allOf"]![1]!["properties"]!["type"]!["enum"]!.AsArray()
            .Select(type => ((string)type!)[Problems.TypePrefix.Length..]);

    async Task<JsonObject> Operation(string id) =>
        ApiDocument.Operations(await Document()).Single(one => (string?)one.Operation["operationId"] == id).Operation;

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
