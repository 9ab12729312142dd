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
/// <param name="Relations">The relations that hold, by their full names.</param>
/// <param name="PersonId">The member of the family as whom the caller appears in it, under whichever address it is asked for, or null.</param>
/// <param name="Phases">The family's phases; null where no family is concerned.</param>
sealed record Facts(IReadOnlySet<string> Relations, Guid? PersonId, IReadOnlySet<string>? Phases)
{
    internal bool OwnFile => PersonId is not null;

    /// <summary>Facts from what was said of one family, as far as it counts.</summary>
    internal static Facts Of(Caller caller, Said said, IReadOnlyCollection<string> keeping, DateTimeOffset now)
    {
        var begun = said.Involvements.Where(i => i.From <= now).ToArray();
        var current = begun.Where(i => i.Until is null || i.Until > now).ToArray();
        var relations = current.Where(caller.Is).Select(i => i.Name!).Append(AccessPolicy.NoRelation).ToHashSet(StringComparer.Ordinal);
        if (said.BySender)
            relations.Add(AccessPolicy.Sender);
        if (said.PersonId is not null && !said.IsElsewhere)
            relations.Add(AccessPolicy.OwnFile);
        if (begun.Any(i => keeping.Contains(i.Name!) && caller.InOrganisation(i.Organisation)))
            relations.Add(AccessPolicy.SameOrganisation);
        return new Facts(relations, said.PersonId, Access.Phases.Of(current.Select(i => i.Name!)));
    }
}

/// <summary>What was said of a family and a caller.</summary>
/// <param name="Involvements">The involvements that count: those of this service, and of sources that were heard lately.</param>
/// <param name="PersonId">The member of the family as whom the caller appears in it, or null.</param>
/// <param name="BySender">Whether the caller sent what is asked for.</param>
/// <param name="IsElsewhere">Whether the family is another municipality's than the one under whose address it is asked for.</param>
readonly record struct Said(IReadOnlyCollection<Involvement> Involvements, Guid? PersonId = null, bool BySender = false, bool IsElsewhere = false);

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
