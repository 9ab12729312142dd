namespace Geborgen.Planning.Plans;

/// <summary>The domains of a family's life. Each counts as much as another.</summary>
public enum LifeDomain
{
    /// <summary>Everybody's safety.</summary>
    Safety,

    /// <summary>Bringing up.</summary>
    Upbringing,

    /// <summary>School and learning.</summary>
    School,

    /// <summary>Leisure: play, sport, friends.</summary>
    Leisure,

    /// <summary>Kin, friends, neighbours.</summary>
    Network,

    /// <summary>The household.</summary>
    Household,

    /// <summary>Work and income, debts too.</summary>
    WorkAndIncome,

    /// <summary>Housing.</summary>
    Housing,

    /// <summary>Dealings with agencies.</summary>
    Agencies,
}

/// <summary>How a domain of life goes, as somebody sees it. It is no scale: nobody adds these up.</summary>
public enum DomainView
{
    /// <summary>It goes well.</summary>
    GoesWell,

    /// <summary>It is hard.</summary>
    IsHard,

    /// <summary>It is not known.</summary>
    NotKnown,
}

/// <summary>What somebody says of a domain of life. What was said before stays.</summary>
public sealed class DomainDescription
{
    /// <summary>The domain.</summary>
    public required LifeDomain Domain { get; init; }

    /// <summary>How it goes.</summary>
    public required DomainView View { get; init; }

    /// <summary>The member of the family whose view it is; null for a professional's.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Where the words stand; null where nothing more was said.</summary>
    public Guid? StatementId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
