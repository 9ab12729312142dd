using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// What the web server itself refuses, before there is a request: NUL in a path, a header that is too long. It answers that with a bare status; here
/// that becomes a problem with the headers of every answer. The server tells of it by its diagnostics, and its own answer is left out.
/// </summary>
static class BareRefusals
{
    const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    internal static void AnswerBareRefusals(this KestrelServerOptions server) => server.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
    {
        var answers = new Answers(connection.Transport.Output);
        connection.Features.Set(answers);
        connection.Transport = new Pipes(connection.Transport.Input, answers);
        return next(connection);
    }));

    internal static void UseBareRefusals(this WebApplication app)
    {
        var version = app.Services.GetRequiredService<ServiceDescription>().Version;
        app.Services.GetRequiredService<DiagnosticListener>().Subscribe(new Told(version), (name, _, _) => name == Refused);
    }

    /// <summary>Hears that a request is refused, on the connection of that request.</summary>
    sealed class Told(string version) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> said)
        {
            // Above an encrypted connection the answer would have to be encrypted too; whoever ends that one is in front of us.
            if (said.Value is IFeatureCollection request && request.Get<ITlsHandshakeFeature>() is null
                && request.Get<IHttpResponseFeature>() is { HasStarted: false } response)
                request.Get<Answers>()?.Instead(response.StatusCode, version);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>What the server writes on a connection; once that was refused, what we say in its place.</summary>
    sealed class Answers(PipeWriter connection) : PipeWriter
    {
        bool refused;
        byte[] answer = [], unsent = [];

        public void Instead(int status, string version)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(Problems.ForStatus(status), JsonSerializerOptions.Web);
            var headers = string.Join("\r\n", StandardHeaders.Of(version).Select(header => $"{header.Name}: {header.Value}"));
            answer =
            [
                .. Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 {status} {Problems.ForStatus(status).Title}\r\nContent-Type: application/problem+json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n\r\n"),
                .. body,
            ];
            refused = true;
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => refused ? Unsent(sizeHint) : connection.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => refused ? Unsent(sizeHint) : connection.GetSpan(sizeHint);

        public override void Advance(int bytes)
        {
            if (!refused)
                connection.Advance(bytes);
            else
                // Now it is the server's turn to write, behind what it answered before.
                connection.Write(answer);
            answer = [];
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => connection.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => connection.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => connection.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => connection.CompleteAsync(exception);

        public override bool CanGetUnflushedBytes => connection.CanGetUnflushedBytes;

        public override long UnflushedBytes => connection.UnflushedBytes;

        byte[] Unsent(int size) => unsent = unsent.Length >= Math.Max(size, 1) ? unsent : new byte[Math.Max(size, 4096)];
    }
}
