using System.Globalization;

namespace Geborgen.Access;

/// <summary>
/// Rows of the access log whose content was erased with its salt, as a later row of the log says. What went without such a row
/// was not erased but taken away. The record itself is sealed like every row: it can't be put in between others afterwards. Whoever owns the
/// database can put one at the end, as the seal has no secret.
/// </summary>
/// <param name="First">Place of the first row that was erased.</param>
/// <param name="Last">Place of the last one.</param>
readonly record struct AccessLogErasure(long First, long Last)
{
    const string Resource = "access-log.erasure";

    /// <summary>The erasure that a row records; null when it records something else.</summary>
    internal static AccessLogErasure? Of(string? resource, string? reason) =>
        resource == Resource && reason?.Split('-') is [var first, var last]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? new(from, to)
            : null;

    /// <summary>The row that records it, committed together with the erasure.</summary>
    internal AccessRecord ToRecord() => new()
    {
        Resource = Resource,
        Action = AccessAction.Write,
        Reason = string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}"),
    };
}
