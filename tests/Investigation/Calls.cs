using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Investigation.Tests;

/// <summary>How the tests call the API.</summary>
static class Calls
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<JsonObject> Read(this HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonObject>(path, Cancel))!;

    public static async Task<HttpStatusCode> Status(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    /// <summary>Changes something below a resource, on its present version, and answers with what came of it.</summary>
    public static async Task<JsonObject> Do(this HttpClient client, string resource, string below, object? body = null, string method = "POST")
    {
        using var answer = await client.Try(resource, below, body, method);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{below}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Tries to, and answers with the code of the refusal.</summary>
    public static async Task<string> Refused(this HttpClient client, string resource, string below, object? body = null, string method = "POST")
    {
        using var answer = await client.Try(resource, below, body, method);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>().Split(':')[^1];
    }

    public static async Task<HttpResponseMessage> Try(
        this HttpClient client, string resource, string below, object? body = null, string method = "POST", string? ifMatch = null)
    {
        using var read = await client.GetAsync(resource, Cancel);
        using var request = new HttpRequestMessage(new HttpMethod(method), resource + below);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if ((ifMatch ?? read.Headers.ETag?.Tag) is { Length: > 0 } tag)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await client.SendAsync(request, Cancel);
    }
}
