using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Access;

/// <summary>
/// The access matrix (<c>access.json</c>: role, relation, processing activity, resource) and the processing register
/// (<c>processing-activities.json</c>), read once and checked against each other. What they do not name is denied.
/// </summary>
public sealed class AccessPolicy
{
    /// <summary>The relation of a rule that asks for no relation to a family.</summary>
    public const string NoRelation = "none";

    /// <summary>The caller's system sent the thing itself.</summary>
    public const string Sender = "sender";

    /// <summary>
    /// On a family: the file is or was that of the caller's organisation, by who works with it or gives the work. Elsewhere: the caller works
    /// for the organisation that runs the instance.
    /// </summary>
    public const string SameOrganisation = "sameOrganisation";

    /// <summary>The caller is an instance that the organisation registry has serve the municipality of the request.</summary>
    public const string ServingInstance = "servingInstance";

    /// <summary>The caller is the instance of Intake that the organisation registry has serve the municipality of the request.</summary>
    public const string IntakeInstance = "intakeInstance";

    /// <summary>The caller is a member of the family itself, by a worker's act; gives nothing but what names it.</summary>
    public const string OwnFile = "ownFile";

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    static readonly string[] OfNoService = [NoRelation, Sender, SameOrganisation, ServingInstance, IntakeInstance, OwnFile];

    static readonly FrozenSet<string> KnownRoles = typeof(Roles).GetFields()
        .Select(field => (string)field.GetRawConstantValue()!).ToFrozenSet(StringComparer.Ordinal);

    readonly FrozenSet<string> knownRelations;
    readonly FrozenSet<string> working;

    AccessPolicy(MatrixFile matrix, RegisterFile register)
    {
        Resources = matrix.Resources.ToFrozenDictionary(pair => pair.Key,
            pair => new AccessResource(pair.Key, pair.Value.What, pair.Value.About, pair.Value.Action, pair.Value.Allow), StringComparer.Ordinal);
        Given = matrix.Relations.ToFrozenDictionary(StringComparer.Ordinal);
        knownRelations = Given.SelectMany(service => service.Value.All.Select(relation => Relations.By(service.Key, relation)))
            .Concat(OfNoService).ToFrozenSet(StringComparer.Ordinal);
        working = Given.SelectMany(service => service.Value.WorksWithFile.Select(relation => Relations.By(service.Key, relation))).ToFrozenSet(StringComparer.Ordinal);
        ForbiddenLooksUnknownTo = matrix.ForbiddenLooksUnknownTo.ToFrozenSet(StringComparer.Ordinal);
        LegalBases = register.LegalBases.ToFrozenDictionary(StringComparer.Ordinal);
        Activities = register.Activities.ToFrozenDictionary(activity => activity.Key, StringComparer.Ordinal);
        var faults = Faults().ToArray();
        if (faults.Length > 0)
            throw new InvalidOperationException("The access matrix and the processing register do not fit:\n" + string.Join('\n', faults));
    }

    /// <summary>
    /// The relations that each service gives. One counts under its full name alone, in the rules that say so: that of another service
    /// is another relation.
    /// </summary>
    public IReadOnlyDictionary<string, GivenRelations> Given { get; }

    /// <summary>Every resource that a route can name.</summary>
    public IReadOnlyDictionary<string, AccessResource> Resources { get; }

    /// <summary>The processing activities by key.</summary>
    public IReadOnlyDictionary<string, ProcessingActivity> Activities { get; }

    /// <summary>The legal bases by key, in full.</summary>
    public IReadOnlyDictionary<string, string> LegalBases { get; }

    /// <summary>The roles that are answered 404 instead of 403 where a resource about a family does not name them.</summary>
    public IReadOnlySet<string> ForbiddenLooksUnknownTo { get; }

    /// <summary>Reads the two files that stand beside the binaries.</summary>
    /// <exception cref="InvalidOperationException">They name something unknown or contradict each other.</exception>
    public static AccessPolicy Load() => Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "access.json")),
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "processing-activities.json")));

    /// <summary>Whether somebody in a relation, by its full name, works with the file and reads it.</summary>
    public bool WorksWithFile(string relation) => working.Contains(relation);

    /// <summary>
    /// The relations, by their full names, that make a file of a service that of an organisation: those that it gives itself, and those of the
    /// family's own file. A service in which others only look in keeps no files, and shows those of all others.
    /// </summary>
    internal IReadOnlyCollection<string> Keeping(string service)
    {
        var keepers = Given.Where(one => one.Value.WorksWithFile.Count > 0).ToList();
        var shows = Given.TryGetValue(service, out var own) && own.WorksWithFile.Count == 0;
        return [.. keepers.Where(one => one.Key == service || one.Key == Keeper.Service || shows)
            .SelectMany(one => one.Value.WorksWithFile.Concat(one.Value.GivesWork).Select(relation => Relations.By(one.Key, relation)))];
    }

    /// <summary>
    /// Whether a rule counts: the one whose activity the caller names, and for who names none each whose activity is not chosen.
    /// </summary>
    internal bool Counts(AccessRule rule, string? named) => named is null ? !IsChosen(rule) : rule.Activity == named;

    bool IsChosen(AccessRule rule) => Activities.TryGetValue(rule.Activity, out var activity) && activity.Chosen;

    internal static AccessPolicy Parse(string matrix, string register) => new(
        JsonSerializer.Deserialize<MatrixFile>(matrix, Strict) ?? throw new InvalidOperationException("The access matrix is empty."),
        JsonSerializer.Deserialize<RegisterFile>(register, Strict) ?? throw new InvalidOperationException("The processing register is empty."));

    IEnumerable<string> Faults()
    {
        foreach (var activity in Activities.Values)
        {
            foreach (var fault in Unknown(activity.Key, "role", activity.Roles, KnownRoles)
                .Concat(Unknown(activity.Key, "relation", activity.Relations, knownRelations))
                .Concat(Unknown(activity.Key, "phase", activity.Phases, Phases.All))
                .Concat(Unknown(activity.Key, "legal basis", [activity.LegalBasis], LegalBases.Keys)))
                yield return fault;
        }
        foreach (var (service, given) in Given)
        {
            foreach (var fault in Unknown(service, "relation", given.All, Relations.All)
                .Concat(given.All.CountBy(relation => relation).Where(one => one.Value > 1).Select(one => $"{service}: names relation '{one.Key}' twice.")))
                yield return fault;
        }
        foreach (var fault in Unknown("forbiddenLooksUnknownTo", "role", ForbiddenLooksUnknownTo, KnownRoles))
            yield return fault;
        foreach (var resource in Resources.Values)
        {
            foreach (var fault in resource.Allow.SelectMany(rule => FaultsOf(resource.Key, rule)).Concat(Ambiguities(resource)))
                yield return fault;
        }
    }

    IEnumerable<string> FaultsOf(string resource, AccessRule rule)
    {
        foreach (var fault in Unknown(resource, "role", rule.Roles, KnownRoles)
            .Concat(Unknown(resource, "relation", rule.Relations, knownRelations))
            .Concat(Unknown(resource, "activity", [rule.Activity], Activities.Keys)))
            yield return fault;
        if (!Activities.TryGetValue(rule.Activity, out var activity))
            yield break;
        foreach (var role in rule.Roles.Except(activity.Roles))
            yield return $"{resource}: the register does not allow {activity.Key} to role '{role}'.";
        foreach (var relation in rule.Relations.Except(activity.Relations))
            yield return $"{resource}: the register does not allow {activity.Key} to relation '{relation}'.";
    }

    /// <summary>Beside what is chosen, a role in a relation processes for one purpose.</summary>
    IEnumerable<string> Ambiguities(AccessResource resource) =>
        from rule in resource.Allow
        where !IsChosen(rule)
        from role in rule.Roles
        from relation in rule.Relations
        group rule.Activity by (role, relation) into named
        where named.Count() > 1
        select $"{resource.Key}: names more than one activity for role '{named.Key.role}' in relation '{named.Key.relation}': {string.Join(", ", named)}.";

    static IEnumerable<string> Unknown(string where, string what, IEnumerable<string> used, IEnumerable<string> known) =>
        used.Except(known).Select(value => $"{where}: unknown {what} '{value}'.");

    sealed record MatrixFile(
        IReadOnlyList<string> ForbiddenLooksUnknownTo, IReadOnlyDictionary<string, GivenRelations> Relations,
        IReadOnlyDictionary<string, ResourceEntry> Resources);

    sealed record ResourceEntry(string What, AccessScope About, AccessAction Action, IReadOnlyList<AccessRule> Allow);

    sealed record RegisterFile(IReadOnlyDictionary<string, string> LegalBases, IReadOnlyList<ProcessingActivity> Activities);
}
