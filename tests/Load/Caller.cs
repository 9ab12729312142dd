using System.Net;
using System.Net.Http.Headers;

namespace Geborgen.Load;

/// <summary>Somebody who calls the platform through the gateway, over a fixed number of connections.</summary>
internal sealed class Caller(Platform platform, Tokens tokens, int connections) : IDisposable
{
    static readonly MediaTypeHeaderValue Json = new("application/json");

    readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        UseCookies = false,
        UseProxy = false,
        // The trace starts at the gateway, as it does for a caller who traces nothing.
        ActivityHeadersPropagator = null,
    });

    readonly Uri contacts = new(platform.Gateway, "/gm0344/intake/v1/contacts");

    /// <summary>The case system of Utrecht.</summary>
    public static Caller CaseSystem(Platform platform, int connections) => new(platform, Tokens.OfCaseSystem(platform), connections);

    /// <summary>Lotte, a regular worker of the team on duty.</summary>
    public static Caller Lotte(Platform platform, int connections) => new(platform, Tokens.OfLotte(platform), connections);

    /// <summary>Sends a contact and returns the answer's body.</summary>
    /// <exception cref="InvalidOperationException">It was not accepted.</exception>
    public async Task<byte[]> PostContactAsync(byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, contacts);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        var (status, answer) = await SendAsync(request, cancellation);
        return status == HttpStatusCode.Created ? answer : throw Refused(request, status, answer);
    }

    /// <summary>Reads; null when there is nothing to see for this caller.</summary>
    /// <exception cref="InvalidOperationException">It was answered by something else than 200 or 404.</exception>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(platform.Gateway, path));
        var (status, answer) = await SendAsync(request, cancellation);
        return status switch
        {
            HttpStatusCode.OK => answer,
            HttpStatusCode.NotFound => null,
            _ => throw Refused(request, status, answer),
        };
    }

    public void Dispose()
    {
        http.Dispose();
        tokens.Dispose();
    }

    async Task<(HttpStatusCode, byte[])> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization = new("Bearer", await tokens.GetAsync(cancellation));
        using var answer = await http.SendAsync(request, cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    static InvalidOperationException Refused(HttpRequestMessage request, HttpStatusCode status, byte[] answer) =>
        new($"{request.Method} {request.RequestUri} was answered {(int)status}: {System.Text.Encoding.UTF8.GetString(answer)}");
}
