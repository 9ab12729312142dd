using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;
using OpenTelemetry;

namespace Geborgen.Messaging;

/// <summary>How what is asked of the database shows under the request or the event that asked.</summary>
static partial class DatabaseSpans
{
    internal static void Name(NpgsqlTracingOptionsBuilder tracing) => tracing
        .ConfigureCommandSpanNameProvider(command => NameOf(command.CommandText))
        .ConfigureBatchSpanNameProvider(batch => NameOf(string.Join(";\n", batch.BatchCommands.Select((DbBatchCommand command) => command.CommandText))));

    /// <summary>What it does and to which table, for instance <c>SELECT contacts</c>. Settings and locks in front don't count.</summary>
    internal static string NameOf(string sql)
    {
        var said = new[] { Change(), Reading(), Words() }.Select(words => words.Match(sql)).First(match => match.Success);
        return $"{said.Groups["verb"].Value.ToUpperInvariant()} {said.Groups["what"].Value}{(Next().IsMatch(sql) ? " and more" : "")}";
    }

    [GeneratedRegex(@"\b(?:(?<verb>insert)\s+into|(?<!\b(?:for|do)\s+)(?<verb>update)|(?<verb>delete)\s+from)\s+""?(?<what>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(?<verb>select)\b[^;]*?\bfrom\s+""?(?<what>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Reading();

    [GeneratedRegex(@"(?<verb>\w+)\s+(?<what>\w+)")]
    private static partial Regex Words();

    [GeneratedRegex(@";\s*\w")]
    private static partial Regex Next();

    /// <summary>
    /// What concurrency makes the database say is counted on: whoever asked decides what it means, and where nobody does,
    /// the request itself is red.
    /// </summary>
    internal sealed class CountedOn : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Source.Name == "Npgsql" && data.GetTagItem("error.type") is PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.LockNotAvailable
                or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected)
                data.SetTag("error.type", null).SetStatus(ActivityStatusCode.Unset);
        }
    }
}
