namespace Geborgen.Access;

/// <summary>Something that a route gives access to, as the access matrix names it.</summary>
/// <param name="Key">The key, for instance <c>contact.read</c>.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="About">Whether it is about one family, which the request names.</param>
/// <param name="Action">What is done, as the access log says it.</param>
/// <param name="Allow">Who may; whoever fits no rule may not.</param>
public sealed record AccessResource(string Key, string What, AccessScope About, AccessAction Action, IReadOnlyList<AccessRule> Allow)
{
    internal bool Names(IReadOnlySet<string> roles) => Allow.Any(rule => rule.Roles.Any(roles.Contains));
}

/// <summary>One of the roles, in one of the relations, and the processing activity for which that is.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Relations">The relations, each by its full name: the service that gives it and its own.</param>
/// <param name="Activity">Key of the processing activity.</param>
public sealed record AccessRule(IReadOnlyList<string> Roles, IReadOnlyList<string> Relations, string Activity);

/// <summary>What a resource is about.</summary>
public enum AccessScope
{
    /// <summary>One family, which the request names: to families and systems, forbidden and unknown look the same.</summary>
    Family,

    /// <summary>No family in particular: a role that may never use it is told so.</summary>
    Collection,
}

/// <summary>What is done with personal data.</summary>
public enum AccessAction
{
    /// <summary>One thing is read.</summary>
    Read,

    /// <summary>Something is added or changed.</summary>
    Write,

    /// <summary>Several things are shown or searched.</summary>
    List,

    /// <summary>A file is opened in an emergency.</summary>
    Emergency,

    /// <summary>It was refused: to who may not, or by a rule to who may.</summary>
    Denied,
}

/// <summary>A decision in favour of the caller, on which what is shown or done is logged.</summary>
/// <param name="Resource">Key of the resource in the access matrix.</param>
/// <param name="Action">What is done.</param>
/// <param name="FamilyId">The family, or null where none is concerned or it does not exist yet.</param>
/// <param name="Role">The role that counted.</param>
/// <param name="Relation">The relation that counted, by its full name.</param>
/// <param name="Activity">Key of the processing activity.</param>
/// <param name="LegalBasis">Key of its legal basis.</param>
/// <param name="PersonId">The member of the family to whom a worker tied the caller's account; null for everybody else.</param>
public sealed record Grant(
    string Resource, AccessAction Action, Guid? FamilyId, string Role, string Relation, string Activity, string LegalBasis, Guid? PersonId = null);
