using System.Text;
using Geborgen.ServiceDefaults;

namespace Geborgen.Fuzz.Tests;

/// <summary>A request as it is sent.</summary>
/// <param name="Operation">The operation that it is meant for.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path and query, as they stand.</param>
/// <param name="Account">Who asks; null for nobody.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="Foreign">Whether it goes on with the cursor of another list.</param>
sealed record Sent(string Operation, string Method, string Path, string? Account, IReadOnlyList<(string Name, string Value)> Headers, string? Body, bool Foreign = false)
{
    const int Shown = 3_000;

    public HttpRequestMessage Message(Uri server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri($"{server.ToString().TrimEnd('/')}{Path}"));
        if (Body is not null)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        // The server hangs up on a body that is too large for it, maybe only when the next request comes.
        message.Headers.ConnectionClose = Body?.Length > Extensions.BodyLimit;
        foreach (var (name, value) in Headers)
            if (name == "Content-Type")
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            else
                message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    /// <summary>How a failure shows it, so that it can be sent again by hand.</summary>
    public override string ToString() =>
        Cut($"""
            {Operation} as {Account ?? "nobody"}
            {Method} {Path}
            {string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}"))}

            {Body}
            """);

    static string Cut(string text) => text.Length > Shown ? $"{text[..Shown]}… ({text.Length} signs)" : text;
}
