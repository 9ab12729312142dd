using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.CaseFiles.Tests;

/// <summary>How the tests call the API.</summary>
static class Calls
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends a body and answers with what came of it.</summary>
    public static async Task<JsonObject> Sent(this HttpClient client, string path, object? body, string? ifMatch = null)
    {
        using var answer = await client.Send(path, body, ifMatch);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Changes something of a file on its present version and answers with what came of it.</summary>
    public static async Task<JsonObject> Change(this HttpClient client, string file, string below, object? body = null) =>
        await client.Sent($"{file}/{below}", body, await client.Version(file));

    /// <summary>A change on the present version is refused with a status and a code, and leaves the file as it was.</summary>
    public static async Task Refused(this HttpClient client, HttpStatusCode status, string code, string file, string below, object? body, HttpClient? reader = null)
    {
        var before = await (reader ?? client).GetStringAsync(file, Cancel);
        using var answer = await client.Send($"{file}/{below}", body, await (reader ?? client).Version(file));
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);
        Assert.Equal((status, $"urn:geborgen:problem:{code}"), (answer.StatusCode, (string?)problem!["type"]));
        Assert.Equal(before, await (reader ?? client).GetStringAsync(file, Cancel));
    }

    public static async Task<JsonObject> Got(this HttpClient client, string path) => (await client.GetFromJsonAsync<JsonObject>(path, Cancel))!;

    public static async Task<string> Version(this HttpClient client, string file)
    {
        using var read = await client.GetAsync(file, Cancel);
        return read.EnsureSuccessStatusCode().Headers.ETag!.Tag;
    }

    public static async Task<HttpResponseMessage> Send(this HttpClient client, string path, object? body, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.Add(IdempotentRoutes.Header, key);
        return await client.SendAsync(request, Cancel);
    }
}
