namespace Geborgen.Planning.Agreements;

/// <summary>A safety agreement of an emergency at Intake, as was said of it last.</summary>
public sealed class EmergencyAgreement
{
    /// <summary>The agreement.</summary>
    public required Guid Id { get; init; }

    /// <summary>The emergency.</summary>
    public required Guid EmergencyId { get; init; }

    /// <summary>The family.</summary>
    public required Guid FamilyId { get; init; }

    /// <summary>Until when it holds; null once it ended.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>The version of the emergency that said so.</summary>
    public required int Version { get; set; }
}

/// <summary>An emergency that ended at Intake: what still holds of what was agreed then lives on in the plan.</summary>
public sealed class EndedEmergency
{
    /// <summary>The emergency.</summary>
    public required Guid Id { get; init; }
}
