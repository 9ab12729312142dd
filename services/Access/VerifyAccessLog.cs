using System.Globalization;
using Geborgen.Messaging;
using Npgsql;

namespace Geborgen.Access;

/// <summary>Checks the chain of the access log, while services write to it.</summary>
static class VerifyAccessLog
{
    internal const string Name = "--verify-access-log";

    internal static async Task<Outcome> Run(NpgsqlConnection connection)
    {
        var chain = await AccessLogChain.Verify(connection, CancellationToken.None);
        return chain switch
        {
            { BrokenAt: { } row } => new(
                Invariant($"The access log is broken at row {row:N0}: it was changed or inserted, or what stood before it is missing."), Succeeded: false),
            { Rows: 0 } => new("The access log holds no row."),
            _ => new(Invariant($"The access log holds: {chain.Rows:N0} rows, first {chain.First:u}, last {chain.Last:u}.")),
        };
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
