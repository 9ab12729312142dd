using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>Some of those concerned were told about a report, or all.</summary>
public sealed class Telling
{
    /// <summary>The telling.</summary>
    public required Guid Id { get; init; }

    /// <summary>The members of the family who were told; for nobody else the report is there.</summary>
    public required Guid[] Persons { get; init; }

    /// <summary>How they were told, in the words of who told them.</summary>
    public required string How { get; init; }

    /// <summary>Who told them, by name.</summary>
    public required string ToldBy { get; init; }

    /// <summary>The account that wrote it down.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether with it everybody had been told who must be; false again once somebody joined who must be as well.</summary>
    public bool Everybody { get; internal set; }
}

/// <summary>Telling those concerned waits for a reason of safety.</summary>
public sealed class TellingPostponement
{
    /// <summary>The postponement.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose safety telling would endanger, and how.</summary>
    public required string SafetyReason { get; init; }

    /// <summary>The last day of the postponement.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The account that decided.</summary>
    public required string By { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The time limits that count for telling those concerned.</summary>
/// <param name="Near">How near its deadline telling goes on before a reporter's wish to be kept apart was decided on.</param>
/// <param name="ShieldDecision">Within which that wish is decided on then.</param>
public sealed record TellingTerms(TimeLimit Near, TimeLimit ShieldDecision)
{
    /// <summary>The time limits as they count at a moment.</summary>
    public static TellingTerms At(TimeLimits limits, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new(limits.For(Contact.NearDeadlineTerm, at), limits.For(Contact.ShieldDecisionTerm, at));
    }
}
