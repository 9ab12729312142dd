using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>Keeps who reached which age at which rights switch: from sixteen a young person alone decides who reads their words.</summary>
public sealed class OnRightsChanged : IProjection<InvestigationDb>
{
    /// <summary>Its name in the inbox.</summary>
    public const string Name = "on-rights-changed";

    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } = [typeof(RightsChanged), typeof(InvestigationRequested)];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    /// <summary>Nobody grows younger: the highest age counts, whatever the order in which it is told.</summary>
    /// <inheritdoc/>
    public async Task Apply(InvestigationDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var reached = events.Select(one => one.Event).SelectMany(AgesIn)
            .GroupBy(one => one.PersonId).Select(same => same.MaxBy(one => one.Age)!).OrderBy(one => one.PersonId).ToArray();
        var persons = Array.ConvertAll(reached, one => one.PersonId);
        var ages = Array.ConvertAll(reached, one => one.Age);
        await db.Database.ExecuteSqlAsync($"""
            insert into reached_ages as held (person_id, age) select * from unnest({persons}, {ages})
            on conflict (person_id) do update set age = excluded.age where held.age < excluded.age
            """, ct);
    }

    /// <inheritdoc/>
    public Task Empty(InvestigationDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<ReachedAge>().ExecuteDeleteAsync(ct);
    }

    static IEnumerable<ReachedAge> AgesIn(Contracts.DomainEvent happened) => happened switch
    {
        RightsChanged reached => [new(reached.PersonId, reached.Age)],
        InvestigationRequested asked => (asked.FromSixteen ?? []).Select(person => new ReachedAge(person, ReachedAge.DecidesAlone)),
        _ => [],
    };
}

/// <summary>The highest age at which rights switch that somebody reached, as Intake said.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Age">The age in years.</param>
public sealed record ReachedAge(Guid PersonId, int Age)
{
    /// <summary>The age from which a young person decides alone (Jeugdwet, section 7.3).</summary>
    public const int DecidesAlone = 16;
}
