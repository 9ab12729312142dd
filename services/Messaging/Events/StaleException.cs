using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Geborgen.Messaging;

/// <summary>
/// Somebody else changed the same aggregate in the meantime. Nothing was saved; the caller reads it again and decides
/// again (412 to an API caller).
/// </summary>
/// <param name="inner">How the database said so.</param>
public sealed class StaleException(Exception inner) : Exception("The aggregate was changed by somebody else.", inner)
{
    /// <summary>
    /// Whether an exception means this: either the state's version or the version of an event in its stream was taken.
    /// Which of the two the database reports first depends on the order of its statements.
    /// </summary>
    internal static bool Is(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as PostgresException ?? exception.InnerException as PostgresException) is
        {
            SqlState: PostgresErrorCodes.UniqueViolation,
            ConstraintName: EventsModel.StreamVersionIndex,
        };
}
