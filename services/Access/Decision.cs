using Geborgen.ServiceDefaults;

namespace Geborgen.Access;

/// <summary>Who asks.</summary>
sealed record Caller(string Id, string Client, string Signature, string Organisation, string? Team, IReadOnlySet<string> Roles)
{
    internal static Caller Of(CurrentUser user) => new(user.Id, user.Client, user.Signature, user.Organisation, user.Team, user.Roles);

    /// <summary>An account or organisation without a name equals no other.</summary>
    internal bool Is(Involvement involvement) => InOrganisation(involvement.Organisation)
        && (involvement.Worker is not null ? Id.Length > 0 && involvement.Worker == Id : involvement.Team is not null && involvement.Team == Team);

    internal bool InOrganisation(string? organisation) => Organisation.Length > 0 && Organisation == organisation;
}

/// <summary>What is known about a caller and a family, as far as it counts.</summary>
/// <param name="Relations">The relations that hold.</param>
/// <param name="PersonId">The member of the family as whom the caller appears in it, or null.</param>
/// <param name="Phases">The family's phases; null where no family is concerned.</param>
sealed record Facts(IReadOnlySet<string> Relations, Guid? PersonId, IReadOnlySet<string>? Phases)
{
    internal bool OwnFile => PersonId is not null;

    /// <summary>Facts from the involvements that count: those of sources that were heard lately.</summary>
    internal static Facts Of(Caller caller, IReadOnlyCollection<Involvement> counting, Guid? personId, bool sender, DateTimeOffset now)
    {
        var current = counting.Where(i => i.Relation is not null && i.From <= now && (i.Until is null || i.Until > now)).ToArray();
        var relations = current.Where(caller.Is).Select(i => i.Relation!).Append(AccessPolicy.NoRelation).ToHashSet(StringComparer.Ordinal);
        if (sender)
            relations.Add(AccessPolicy.Sender);
        if (personId is not null)
            relations.Add(AccessPolicy.OwnFile);
        if (counting.Any(i => i.Relation is not null && i.From <= now && caller.InOrganisation(i.Organisation)))
            relations.Add(AccessPolicy.SameOrganisation);
        var phases = new HashSet<string>(StringComparer.Ordinal);
        if (current.Any(i => i.Relation == Contracts.Casework.Relations.DutyTeam))
            phases.Add(Access.Phases.Intake);
        if (current.Any(i => i.Relation is Contracts.Casework.Relations.KeyWorker or Contracts.Casework.Relations.Cover or Contracts.Casework.Relations.Duo))
            phases.Add(Access.Phases.Underway);
        if (phases.Count == 0)
            phases.Add(Access.Phases.Quiet);
        return new Facts(relations, personId, phases);
    }
}

/// <summary>
/// The outcome of a decision: the role, the relation and the processing activity that counted, or the reason of the refusal as a code.
/// </summary>
readonly record struct Verdict(string? Role, string? Relation, ProcessingActivity? Activity, string? Reason)
{
    internal const string OwnFile = "own-file";
    internal const string NoRelation = "no-relation";
    internal const string ActivityNotForThis = "activity-not-for-this";
    internal const string ActivityNotNow = "activity-not-now";
    internal const string RoleNotNamed = "role-not-named";
    internal const string ActivityMissing = "activity-missing";
    internal const string ActivityUnknown = "activity-unknown";

    internal bool Allowed => Reason is null;

    static Verdict Refuse(string reason) => new(null, null, null, reason);

    /// <summary>Decides on facts alone: the first rule that fits counts, and whoever fits none is refused.</summary>
    internal static Verdict On(AccessPolicy policy, AccessResource resource, string? named, Caller caller, Facts facts)
    {
        var fitting = (
            from rule in resource.Allow
            from role in rule.Roles
            where caller.Roles.Contains(role) && !(facts.OwnFile && role != Roles.FamilyMember)
            from relation in rule.Relations
            where facts.Relations.Contains(relation)
            select (rule, role, relation)).ToArray();
        if (fitting.Length == 0)
            return Refuse(facts.OwnFile ? OwnFile : NoRelation);
        var counting = fitting.Where(fit => policy.Counts(fit.rule, named)).Select(fit => (fit.role, fit.relation, activity: policy.Activities[fit.rule.Activity])).ToArray();
        if (counting.Length == 0)
            return Refuse(ActivityNotForThis);
        var now = Array.FindIndex(counting, fit => facts.Phases is not { } phases || fit.activity.Phases.Any(phases.Contains));
        return now < 0 ? Refuse(ActivityNotNow) : new Verdict(counting[now].role, counting[now].relation, counting[now].activity, null);
    }
}
