using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>Recognises that somebody else changed the same aggregate in the meantime, or waits for the same.</summary>
public static class Staleness
{
    /// <summary>Whether of some who waited for each other the database let this one go: nothing was done, and it can begin again.</summary>
    public static bool IsDeadlock(this Exception? exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } || (exception is not null && exception.InnerException.IsDeadlock());

    /// <summary>
    /// Whether an exception means this: either the state's version or the version of an event in its stream was taken.
    /// Which of the two the database reports first depends on the order of its statements. A row that would exclude another,
    /// such as a second key worker at one moment, was decided on an older state too: clocks of replicas may differ.
    /// </summary>
    internal static bool IsStale(this Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as PostgresException ?? exception.InnerException as PostgresException) is
    {
        SqlState: PostgresErrorCodes.UniqueViolation,
        ConstraintName: EventsModel.StreamVersionIndex,
    } or { SqlState: PostgresErrorCodes.ExclusionViolation };
}
