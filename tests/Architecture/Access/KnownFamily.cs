namespace Geborgen.Architecture.Tests.Access;

/// <summary>A family of the tests with all that counts for who may see it.</summary>
/// <param name="Name">What it is called in a failure.</param>
/// <param name="Id">The family; one that nobody knows when <paramref name="Involved"/> is empty.</param>
/// <param name="Contact">Its first contact.</param>
/// <param name="Municipality">The municipality that is responsible.</param>
/// <param name="Sender">The system or the member of the family that sent the contact, or null.</param>
/// <param name="Involved">Who is or was involved.</param>
public sealed record KnownFamily(string Name, Guid Id, Guid Contact, string Municipality, string? Sender, IReadOnlyList<Involved> Involved)
{
    /// <summary>The emergency that its first contact told of; one that nobody knows where it told of none.</summary>
    public Guid Emergency { get; init; } = Guid.CreateVersion7();

    /// <summary>Whether its first contact told of an emergency.</summary>
    public bool HasEmergency { get; init; }

    /// <summary>What the regional team does about that emergency; one that nobody knows where it told of none.</summary>
    public Guid Response { get; init; } = Guid.CreateVersion7();

    /// <summary>The investigation that was asked for on its first contact; one that nobody knows where none was asked for.</summary>
    public Guid Request { get; init; } = Guid.CreateVersion7();

    /// <summary>The investigation that the regional team opened on that.</summary>
    public Guid Investigation { get; init; } = Guid.CreateVersion7();

    /// <summary>The dossier that was frozen of it.</summary>
    public Guid Dossier { get; init; } = Guid.CreateVersion7();

    /// <summary>Whether it is or was investigated.</summary>
    public bool IsInvestigated { get; init; }

    /// <summary>What was registered in error about it and taken out; one that nobody knows where the family is not known.</summary>
    public Guid Breach { get; init; } = Guid.CreateVersion7();

    /// <summary>What was registered in error in its investigation and taken out.</summary>
    public Guid BreachAtRegion { get; init; } = Guid.CreateVersion7();

    /// <summary>Its plan; one that nobody knows where it has none.</summary>
    public Guid Plan { get; init; } = Guid.CreateVersion7();

    /// <summary>Whether it has a plan.</summary>
    public bool HasPlan { get; init; }

    /// <summary>What was registered in error in its plan and taken out.</summary>
    public Guid BreachAtPlan { get; init; } = Guid.CreateVersion7();

    /// <summary>A statement of its plan that was shared with a member.</summary>
    public Guid SharedAtPlan { get; init; } = Guid.CreateVersion7();

    /// <summary>A member's own goal in its plan.</summary>
    public Guid OwnGoal { get; init; } = Guid.CreateVersion7();

    /// <summary>What a member does by its plan.</summary>
    public Guid OwnAction { get; init; } = Guid.CreateVersion7();

    /// <summary>What is offered to choose in its plan, and one of the ways.</summary>
    public (Guid Choice, Guid Way) Offered { get; init; } = (Guid.CreateVersion7(), Guid.CreateVersion7());

    /// <summary>A statement of its plan that a member took back.</summary>
    public Guid WithdrawnAtPlan { get; init; } = Guid.CreateVersion7();

    /// <summary>The accounts that a worker tied to members of it.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>A statement of its investigation that was shared with a member; one that nobody knows where none was.</summary>
    public Guid Shared { get; init; } = Guid.CreateVersion7();

    /// <summary>What a member said at its first contact and took back; one that nobody knows where none did.</summary>
    public Guid Withdrawn { get; init; } = Guid.CreateVersion7();

    /// <summary>A statement of the contact that was shared with a member.</summary>
    public Guid SharedAtContact { get; init; } = Guid.CreateVersion7();

    /// <summary>A statement of the investigation that a member took back.</summary>
    public Guid WithdrawnAtRegion { get; init; } = Guid.CreateVersion7();

    public bool IsKnown => Involved.Count > 0;

    /// <summary>The family as a service sees that doesn't serve its municipality.</summary>
    public KnownFamily Elsewhere => this with { Sender = null, Involved = [], Members = [] };

    /// <summary>In which phases it is, by who is involved now.</summary>
    public IReadOnlyList<string> Phases => (Now("intake.dutyTeam"), Now("intake.keyWorker") || Now("intake.cover") || Now("intake.duo")) switch
    {
        (true, true) => ["intake", "underway"],
        (true, false) => ["intake"],
        (false, true) => ["underway"],
        _ => ["quiet"],
    };

    /// <summary>In which relations an account is to it, by its own records alone, as a service sees it.</summary>
    public IEnumerable<string> RelationsOf(Account account, string service)
    {
        yield return "none";
        if (Sender is not null && Sender == account.Name)
            yield return "sender";
        if (IsOwnOf(account))
            yield return "ownFile";
        if (Involved.Any(one => one.Organisation == account.Organisation && Matrix.Keeps(one, service)))
            yield return "sameOrganisation";
        foreach (var one in Involved)
            if (one.IsNow && one.Organisation == account.Organisation && (one.Worker is null ? one.Team == account.Team : one.Worker == account.Id))
                yield return one.Name;
    }

    /// <summary>Whether the account is of somebody who appears in it.</summary>
    public bool IsOwnOf(Account account) => Members.Contains(account.Name);

    public override string ToString() => Name;

    bool Now(string relation) => Involved.Any(one => one.IsNow && one.Name == relation);
}

/// <summary>A worker or a team, in a relation to a family.</summary>
public sealed record Involved(string Service, string Relation, string Organisation, string? Worker, string? Team, bool IsNow = true)
{
    /// <summary>The full name of the relation.</summary>
    public string Name => $"{Service}.{Relation}";

    public static Involved Duty(string municipality, bool isNow = true, string relation = "dutyTeam") =>
        new("intake", relation, municipality, null, $"{municipality}-intake", isNow);

    public static Involved Region(bool isNow = true, string relation = "regionalTeam") =>
        new("investigation", relation, "rvt-utrecht", null, "rvt-utrecht-veiligheid", isNow);

    public static Involved By(string relation, Account worker, string service = "intake") => new(service, relation, worker.Organisation!, worker.Id, null);
}
