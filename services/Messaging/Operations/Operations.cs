using System.Globalization;
using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Geborgen.Messaging;

/// <summary>
/// What a process of a service can be started for instead of serving. Its last line on standard output says what came of
/// it, and its exit code is 0 only if it was done and all is well. Neither the bus nor anything else of the service starts.
/// </summary>
static class Operations
{
    /// <summary>What ASP.NET takes as <c>--key value</c>; any other setting has a colon or an equals sign.</summary>
    static readonly string[] HostSettings = ["--applicationName", "--contentRoot", "--environment", "--urls"];

    /// <summary>
    /// What the arguments ask for, where that needs the database and nothing else of the service; null when the service has
    /// to be built first. An argument that is neither an operation nor a setting is refused.
    /// </summary>
    internal static Func<Task<Outcome>>? Of<TDb>(
        string[] args, IReadOnlyDictionary<string, Func<NpgsqlConnection, Task<Outcome>>> more, Func<string> connectionString, Func<Task<string>> migrate) where TDb : ServiceDb
    {
        string[] names = ["--migrate", .. more.Keys, "--release", "--rebuild"];
        return args switch
        {
            ["--migrate"] => async () => new(await migrate()),
            ["--release"] => () => AsService(Release, connectionString()),
            ["--rebuild", ..] => null,
            [var name] when more.TryGetValue(name, out var act) => () => AsService(act, connectionString()),
            _ => Unknown(args, names) is { } unknown
                ? () => Task.FromResult(new Outcome(
                    $"The argument {unknown} is not known. There are {string.Join(", ", names[..^1])} and {names[^1]} NAME; without any of them the service serves.",
                    Succeeded: false))
                : null,
        };
    }

    /// <summary>Does it, says what came of it and sets the exit code.</summary>
    internal static async Task Run(Func<Task<Outcome>> operation)
    {
        Outcome outcome;
        try
        {
            outcome = await operation();
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            outcome = new Outcome($"It failed: {Cause(exception)}", Succeeded: false);
        }
        await Console.Out.WriteLineAsync(outcome.Line);
        Environment.ExitCode = outcome.Succeeded ? 0 : 1;
    }

    /// <summary>What an exception says in one line.</summary>
    internal static string Cause(Exception exception) => exception.GetBaseException() switch
    {
        PostgresException refused => refused.MessageText,
        var other => other.Message.ReplaceLineEndings(" "),
    };

    /// <summary>Empties a projection, which whatever instance runs then reads anew.</summary>
    internal static async Task<Outcome> RebuildProjection<TDb>(IServiceProvider services, string[] names, CancellationToken ct) where TDb : ServiceDb
    {
        var projections = services.GetKeyedServices<ProjectionRegistration<TDb>>(KeyedService.AnyKey)
            .Where(one => one.Empty is not null).OrderBy(one => one.Name, StringComparer.Ordinal).ToArray();
        if (names is not [var name] || Array.Find(projections, one => one.Name == name) is not { } projection)
            return new($"Name one projection to rebuild: {string.Join(", ", projections.Select(one => one.Name))}.", Succeeded: false);
        await using var scope = services.CreateAsyncScope();
        await Rebuild.Empty(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TDb>(), projection, ct);
        return new($"The projection {name} was emptied; while the service runs, it is read anew from the feeds of {string.Join(", ", projection.Sources)}.");
    }

    static async Task<Outcome> Release(NpgsqlConnection connection) => await Outbox.Release(connection, CancellationToken.None) switch
    {
        0 => new("No event is parked or held."),
        1 => new("1 event that was parked or held is tried again within half a minute."),
        var events => new(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events that were parked or held are tried again within half a minute.")),
    };

    static async Task<Outcome> AsService(Func<NpgsqlConnection, Task<Outcome>> act, string connectionString)
    {
        await using var connection = new NpgsqlConnection(ServiceRole.Connection(connectionString).ConnectionString);
        await connection.OpenAsync();
        return await act(connection);
    }

    /// <summary>An operation that is said with an equals sign would be taken for a setting, and the process would serve.</summary>
    static string? Unknown(string[] args, string[] operations)
    {
        for (var i = 0; i < args.Length; i++)
            if (operations.Contains(args[i].Split('=')[0], StringComparer.OrdinalIgnoreCase))
                return args[i];
            else if (args[i].Contains('=', StringComparison.Ordinal))
                continue;
            else if (i + 1 < args.Length && (args[i].Contains(':', StringComparison.Ordinal) || HostSettings.Contains(args[i], StringComparer.OrdinalIgnoreCase)))
                i++;
            else
                return args[i];
        return null;
    }
}

/// <summary>What came of an operation.</summary>
/// <param name="Line">One line that an operator understands.</param>
/// <param name="Succeeded">Whether it was done and all is well.</param>
public readonly record struct Outcome(string Line, bool Succeeded = true);
