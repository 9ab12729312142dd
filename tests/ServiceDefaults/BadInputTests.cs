using System.Net;
using System.Text;
using System.Text.Json;

namespace Geborgen.ServiceDefaults.Tests;

public sealed class BadInputTests(SampleService sample)
{
    const string Notes = SampleService.Api + "/notes";
    const string Good = """{ "kind": "question", "text": "a" }""";

    [Theory]
    [InlineData("", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\"} x", "body")]
    [InlineData("{\"kind\":\"question\",\"text\":5}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":null}", "text")]
    [InlineData("{\"kind\":\"question\"}", "text")]
    [InlineData("{\"kind\":\"riskScore\",\"text\":\"a\"}", "kind")]
    [InlineData("{\"kind\":0,\"text\":\"a\"}", "kind")]
    [InlineData("{\"kind\":\"0\",\"text\":\"a\"}", "kind")]
    [InlineData("{\"kind\":\"question,selfReferral\",\"text\":\"a\"}", "kind")]
    [InlineData("{\"kind\":\" question\",\"text\":\"a\"}", "kind")]
    [InlineData("{\"kind\":\"Question\",\"text\":\"a\"}", "kind")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\\u0000b\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\\u0007b\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\\u0085b\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"   \"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"\\u200B\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"\\u202E \\u2066\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\\uD800b\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\\uDC00b\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"lines\":[{\"words\":\"ok\"},{\"words\":\"\\u0000\"}]}", "lines[1].words")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"lines\":[{\"words\":\"ok\"},{\"words\":\"1\"}]}", "lines[1].words")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"lines\":[{}]}", "lines[0].words")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"about\":\"00000000-0000-0000-0000-000000000000\"}", "about")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"about\":\"x\"}", "about")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"code\":\"  \"}", "code")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"code\":\"\\u00AD\"}", "code")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"names\":[\"abc\",\"abcdef\"]}", "names")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"lines\":[null]}", "lines")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"lines\":[{\"words\":\"ok\"},null]}", "lines")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"tags\":[null]}", "tags")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"2026-11-20T14:05:00-00:00\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"riskLevel\":1}", "riskLevel")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"lines\":[{\"words\":\"ok\",\"score\":1}]}", "lines[0].score")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"Text\":\"b\"}", "Text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"text\":\"b\"}", "text")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"2026-11-20\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"2026-11-20T14:05:00\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"soon\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":7}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"9999-12-31T23:59:59.9999999Z\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"2101-01-01T00:00:00Z\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"1890-01-01T00:00:00+01:00\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"at\":\"0001-01-01T00:00:00Z\"}", "at")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"on\":\"9999-12-31\"}", "on")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"on\":\"1889-12-31\"}", "on")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"on\":\"2026-02-29\"}", "on")]
    [InlineData("{\"kind\":\"question\",\"text\":\"a\",\"on\":\"2026-11-20T00:00:00Z\"}", "on")]
    public async Task A_body_that_cannot_be_accepted_names_the_field(string json, string field)
    {
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, json), 400);
        Assert.Equal(field, problem.GetProperty("errors").EnumerateObject().First().Name);
        Assert.Equal("urn:geborgen:problem:invalid-input", problem.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"", 201)]
    [InlineData("application/json;charset=UTF-8", 201)]
    [InlineData("Application/JSON", 201)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=nonsense", 415)]
    [InlineData("application/vnd.api+json", 415)]
    [InlineData("application/merge-patch+json", 415)]
    [InlineData("text/json", 415)]
    [InlineData("no type", 415)]
    public async Task A_body_is_json_in_utf_8_and_says_so(string type, int status)
    {
        using var answer = await sample.Send(HttpMethod.Post, Notes, Good, change: request =>
        {
            request.Content!.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        });

        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 201)
            await SampleService.Problem(answer, status);
    }

    [Theory]
    [InlineData("Milan\u202E naliM", "Milan naliM")]
    [InlineData(" \u200BMilan ", "Milan")]
    [InlineData("one\n\ttwo", "one\n\ttwo")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("Zoe\u0308 Cafe\u0301", "Zo\u00EB Caf\u00E9")]
    [InlineData("A\u0302\u0301 \u0308x", "\u1EA4 \u0308x")]
    public async Task A_text_is_kept_as_people_see_it(string sent, string kept)
    {
        using var answer = await sample.Send(HttpMethod.Post, Notes, JsonSerializer.Serialize(new { kind = "question", text = sent }));

        Assert.Equal(kept, JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_compressed_body_is_refused() => await SampleService.Problem(
        await sample.Send(HttpMethod.Post, Notes, Good, change: request => request.Content!.Headers.ContentEncoding.Add("gzip")), 415);

    [Theory]
    [InlineData("/notes/1", 200)]
    [InlineData("/notes/2", 404)]
    [InlineData("/fault", 500)]
    public async Task Head_is_answered_as_get_without_the_body(string path, int status)
    {
        using var read = await sample.Send(HttpMethod.Get, SampleService.Api + path);
        using var answer = await sample.Send(HttpMethod.Head, SampleService.Api + path);

        Assert.Equal((status, status), ((int)read.StatusCode, (int)answer.StatusCode));
        Assert.Equal(read.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(read.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_header_in_another_alphabet_is_no_hindrance()
    {
        using var answer = await sample.Send(HttpMethod.Get, SampleService.Api + "/notes/1", change: request =>
            request.Headers.TryAddWithoutValidation("X-Sender", "Súdwest-Fryslân"));

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Every_missing_member_is_named()
    {
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, "{}"), 400);
        Assert.Equal(["kind", "text"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_together_in_words_about_the_field()
    {
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, """
            {"kind":"riskScore","at":"soon","lines":[{"words":1},{},{"words":"a"},{"words":"ok","score":2}],"on":5,"code":"ABCDEFGHIJKL","level":1,"about":"x","about":"y","tags":null,"before":[]}
            """), 400);
        Assert.Equal(new Dictionary<string, string[]>
        {
            ["kind"] = ["Must be one of question, selfReferral."],
            ["at"] = ["Must be a date-time with an offset, such as 2026-11-20T14:05:00+01:00."],
            ["lines[0].words"] = ["Must be a text."],
            ["lines[1].words"] = ["Must be given."],
            ["lines[2].words"] = ["Must be at least 2 long."],
            ["lines[3].score"] = ["Is not known here."],
            ["on"] = ["Must be a date, such as 2026-11-20."],
            ["code"] = ["Must be at most 10 long.", "Must match ^[a-z]+$."],
            ["level"] = ["Is not known here."],
            ["about"] = ["Must be an id, such as 01935a00-0000-7000-8000-000000000001.", "Is given more than once."],
            ["before"] = ["Must be one of question, selfReferral."],
            ["text"] = ["Must be given."],
        }, problem.GetProperty("errors").Deserialize<Dictionary<string, string[]>>());
    }

    [Fact]
    public async Task All_limits_are_told_together_in_the_same_words()
    {
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, JsonSerializer.Serialize(new
        {
            kind = "question",
            text = new string('a', 101),
            lines = new[] { new { words = "a" } },
            code = "A",
        })), 400);
        Assert.Equal(new Dictionary<string, string[]>
        {
            ["text"] = ["Must be at most 100 long."],
            ["lines[0].words"] = ["Must be at least 2 long."],
            ["code"] = ["Must match ^[a-z]+$."],
        }, problem.GetProperty("errors").Deserialize<Dictionary<string, string[]>>());
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("*/*", 200)]
    [InlineData("text/html, application/*;q=0.5", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("", 200)]
    [InlineData("text/html", 406)]
    [InlineData("application/hal+json", 406)]
    [InlineData("application/json;q=0, */*", 406)]
    [InlineData("application/json;q=0", 406)]
    public async Task Who_can_not_read_json_is_told_so_before_anything_is_done(string accept, int status)
    {
        using var answer = await sample.Send(HttpMethod.Get, Notes, change: request => request.Headers.TryAddWithoutValidation("Accept", accept));

        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 200)
            await SampleService.Problem(answer, status);
    }

    [Theory]
    [InlineData("/notes/%00")]
    [InlineData("/a%00b?limit=1")]
    public async Task What_the_web_server_refuses_by_itself_says_nothing_and_harms_no_other_request(string path)
    {
        using var answer = await sample.Send(HttpMethod.Get, SampleService.Api + path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var next = await sample.Send(HttpMethod.Get, Notes);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        byte[] invalid = [.. "{\"kind\":\"question\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, change: request =>
            request.Content = new ByteArrayContent(invalid) { Headers = { ContentType = new("application/json") } }), 400);
    }

    [Fact]
    public async Task A_deep_body_is_refused() =>
        await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, new string('[', 10_000)), 400);

    [Fact]
    public async Task A_long_list_is_refused_by_name()
    {
        var json = JsonSerializer.Serialize(new { kind = "question", text = "a", lines = Enumerable.Repeat(new { words = "ok" }, 10_000) });
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, json), 400);
        Assert.Equal("lines", problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_256_KB_is_read_and_one_byte_more_is_413(bool chunked)
    {
        // The server counts the frames of chunks too.
        var framing = chunked ? 1024 : 0;
        await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, Padded(Extensions.BodyLimit - framing), change: Chunk), 400);
        await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, Padded(Extensions.BodyLimit + 1), change: Chunk), 413);

        void Chunk(HttpRequestMessage request) => request.Headers.TransferEncodingChunked = chunked;
    }

    static string Padded(int bytes)
    {
        const string start = "{\"kind\":\"question\",\"text\":\"", end = "\"}";
        return start + new string('a', bytes - start.Length - end.Length) + end;
    }

    [Fact]
    public async Task Another_media_type_is_415() =>
        await SampleService.Problem(await sample.Send(HttpMethod.Post, Notes, change: request =>
            request.Content = new StringContent("<a/>", Encoding.UTF8, "application/xml")), 415);

    [Theory]
    [InlineData("DELETE", SampleService.Api + "/notes", 405)]
    [InlineData("GET", SampleService.Api + "/nothing", 404)]
    [InlineData("GET", SampleService.Api + "/notes/one", 404)]
    [InlineData("GET", SampleService.Api + "/notes/1/", 404)]
    [InlineData("GET", SampleService.Api + "/notes/", 404)]
    [InlineData("GET", "/gm0355/sample/v1/notes", 404)]
    [InlineData("GET", "/GM0344/sample/v1/notes", 404)]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", SampleService.Api + "/notes?limit=0", 400)]
    [InlineData("GET", SampleService.Api + "/notes?limit=101", 400)]
    [InlineData("GET", SampleService.Api + "/notes?limit=many", 400)]
    [InlineData("GET", SampleService.Api + "/notes?cursor=%00", 400)]
    [InlineData("GET", SampleService.Api + "/notes?cursor=!", 400)]
    [InlineData("GET", SampleService.Api + "/notes?cursor=AAAA", 400)]
    [InlineData("GET", SampleService.Api + "/notes?cursor=e30", 400)]
    // {"at":"2026-11-20T14:05:00+01:00","id":1} and {"at":"9999-12-31T23:59:59.9999999Z","id":1}
    [InlineData("GET", SampleService.Api + "/notes?cursor=eyJhdCI6IjIwMjYtMTEtMjBUMTQ6MDU6MDArMDE6MDAiLCJpZCI6MX0", 400)]
    [InlineData("GET", SampleService.Api + "/notes?cursor=eyJhdCI6Ijk5OTktMTItMzFUMjM6NTk6NTkuOTk5OTk5OVoiLCJpZCI6MX0", 400)]
    public async Task A_request_that_fits_nothing_gets_its_status(string method, string path, int status) =>
        await SampleService.Problem(await sample.Send(new HttpMethod(method), path), status);

    [Fact]
    public async Task A_wrong_query_names_the_key()
    {
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Get, Notes + "?limit=many"), 400);
        Assert.Equal("limit", problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Theory]
    [InlineData("GET", "/notes?limit=2&nonsense=1", "nonsense")]
    [InlineData("GET", "/notes?nonsense", "nonsense")]
    [InlineData("GET", "/notes?id=1", "id")]
    [InlineData("GET", "/notes?page=1", "page")]
    [InlineData("GET", "/notes?Limit=2", "Limit")]
    [InlineData("GET", "/notes/1?id=1", "id")]
    [InlineData("GET", "/me?user=1", "user")]
    [InlineData("POST", "/notes?note=1", "note")]
    [InlineData("GET", "/openapi.json?nonsense=1", "nonsense")]
    [InlineData("GET", "/docs?nonsense=1", "nonsense")]
    public async Task A_query_parameter_that_the_route_does_not_know_is_refused_with_its_name(string method, string path, string name)
    {
        var body = method == "POST" ? """{"kind":"question","text":"x"}""" : null;
        var problem = await SampleService.Problem(await sample.Send(new HttpMethod(method), SampleService.Api + path, body), 400);
        Assert.Equal("urn:geborgen:problem:invalid-input", problem.GetProperty("type").GetString());
        Assert.Equal(name, problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Theory]
    [InlineData("GET", SampleService.Api + "/nothing?nonsense=1", 404)]
    [InlineData("DELETE", SampleService.Api + "/notes?nonsense=1", 405)]
    public async Task Where_no_route_is_its_query_is_not_looked_at(string method, string path, int status) =>
        await SampleService.Problem(await sample.Send(new HttpMethod(method), path), status);

    [Fact]
    public async Task Without_a_token_nobody_learns_what_a_route_knows() =>
        await SampleService.Problem(await sample.Send(HttpMethod.Get, Notes + "?nonsense=1", token: "none"), 401);

    [Fact]
    public async Task Unknown_and_unserved_look_the_same()
    {
        async Task<string> Body(string path) =>
            await (await sample.Send(HttpMethod.Get, path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var missing = await Body(Notes + "/2");
        Assert.Equal(missing, await Body("/gm0355/sample/v1/notes/1"));
        Assert.Equal(missing, await Body(SampleService.Api + "/nothing"));
        Assert.Equal(missing, await Body(SampleService.Api + "/refusal/NotFound"));
    }

    [Fact]
    public async Task Nobody_gets_out_of_a_problem_document_by_asking_for_html() =>
        await SampleService.Problem(await sample.Send(HttpMethod.Get, SampleService.Api + "/nothing", change: request =>
            request.Headers.Accept.ParseAdd("text/html")), 404);

    [Fact]
    public async Task A_fault_tells_the_caller_and_the_log_nothing_of_its_text()
    {
        var response = await sample.Send(HttpMethod.Get, SampleService.Api + "/fault");
        var problem = await SampleService.Problem(response, 500);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("999990019", problem.GetRawText());
        Assert.Contains(sample.Logged, line =>
            line.Contains("InvalidOperationException", StringComparison.Ordinal) && line.Contains("/sample/v1/fault", StringComparison.Ordinal));
        Assert.DoesNotContain(sample.Logged, line => line.Contains("999990019", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_is_away_is_503_and_says_when_to_try_again()
    {
        var response = await sample.Send(HttpMethod.Get, SampleService.Api + "/away");
        await SampleService.Problem(response, 503);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.DoesNotContain(sample.Logged, line => line.Contains("999990019", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Invalid", 400)]
    [InlineData("Conflict", 409)]
    [InlineData("Forbidden", 403)]
    [InlineData("Stale", 412)]
    public async Task A_refusal_keeps_its_code(string kind, int status)
    {
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Get, SampleService.Api + "/refusal/" + kind), status);
        Assert.Equal("urn:geborgen:problem:some-rule", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_is_right_is_accepted_and_answered_in_utc()
    {
        var response = await sample.Send(HttpMethod.Post, Notes,
            "{\"kind\":\"selfReferral\",\"text\":\"'; DROP TABLE x; -- <script> \\uD83D\\uDE00\",\"at\":\"2026-11-20T14:05:00+01:00\",\"on\":\"2100-12-31\"}");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var note = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("selfReferral", note.GetProperty("kind").GetString());
        Assert.Equal("'; DROP TABLE x; -- <script> \U0001F600", note.GetProperty("text").GetString());
        Assert.Equal("2026-11-20T13:05:00.000Z", note.GetProperty("at").GetString());
        Assert.Equal("2100-12-31", note.GetProperty("on").GetString());
    }
}
