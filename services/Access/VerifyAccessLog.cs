using System.Globalization;
using Geborgen.Messaging;
using Npgsql;

namespace Geborgen.Access;

/// <summary>Checks that the access log is whole, while services write to it.</summary>
static class VerifyAccessLog
{
    internal const string Name = "--verify-access-log";

    internal static async Task<Outcome> Run(NpgsqlConnection connection, AccessLogHead head)
    {
        var chain = await AccessLogChain.Verify(connection, head.Read(), CancellationToken.None);
        return chain switch
        {
            { BrokenAt: { } row } => new(
                Invariant($"The access log is broken at row {row:N0}: {chain.Fault}."), Succeeded: false),
            { Rows: 0 } => new("The access log holds no row."),
            _ => new(Invariant($"The access log holds: {chain.Rows:N0} rows, first {chain.First:u}, last {chain.Last:u}.")),
        };
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
