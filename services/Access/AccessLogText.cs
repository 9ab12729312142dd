namespace Geborgen.Access;

/// <summary>The text columns of the access log, in the one order in which they are written and sealed. Never reordered: stored digests depend on it.</summary>
static class AccessLogText
{
    internal static readonly IReadOnlyList<(string Column, Func<AccessRecord, string?> Of)> Columns =
    [
        ("account", row => row.Account),
        ("client", row => row.Client),
        ("role", row => row.Role),
        ("organisation", row => row.Organisation),
        ("relation", row => row.Relation),
        ("resource", row => row.Resource),
        ("reason", row => row.Reason),
        ("activity", row => row.Activity),
        ("legal_basis", row => row.LegalBasis),
        ("trace_id", row => row.TraceId),
        ("span_id", row => row.SpanId),
    ];

    internal static string Of(AccessAction action) => action switch
    {
        AccessAction.Read => "read",
        AccessAction.Write => "write",
        AccessAction.List => "list",
        AccessAction.Emergency => "emergency",
        AccessAction.Denied => "denied",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
