using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Geborgen.Support;

/// <summary>Keeps what a host logs, so that a test can say what must and must not be in it.</summary>
public sealed class LogRecorder(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        lines.Enqueue(formatter(state, exception) + exception);
    }
}
