using System.Text.Json;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>The access matrix and the processing register, read as a person would read them and by none of the product's code.</summary>
static class Matrix
{
    static readonly JsonElement Access = JsonDocument.Parse(Repository.Read("deploy/access.json")).RootElement;

    static readonly JsonElement Register = JsonDocument.Parse(Repository.Read("deploy/processing-activities.json")).RootElement;

    static readonly JsonElement[] Parties =
        [.. JsonDocument.Parse(Repository.Read("deploy/organisations.json")).RootElement.GetProperty("parties").EnumerateArray()];

    static readonly JsonElement Resources = Access.GetProperty("resources");

    static readonly string[] Hidden = Texts(Access, "forbiddenLooksUnknownTo");

    static readonly HashSet<string> Chosen = [.. Register.GetProperty("activities").EnumerateArray()
        .Where(activity => activity.TryGetProperty("chosen", out var chosen) && chosen.GetBoolean()).Select(activity => activity.GetProperty("key").GetString()!)];

    static readonly Dictionary<string, string[]> Phases = Register.GetProperty("activities").EnumerateArray()
        .ToDictionary(activity => activity.GetProperty("key").GetString()!, activity => Texts(activity, "phases"));

    public static IEnumerable<string> Activities => Phases.Keys;

    public static IEnumerable<string> ResourceNames => Resources.EnumerateObject().Select(resource => resource.Name);

    public static IEnumerable<string> Roles => Resources.EnumerateObject().SelectMany(resource => Rules(resource.Name)).SelectMany(rule => Texts(rule, "roles"))
        .Concat(Hidden).Distinct();

    /// <summary>The activities that some rule of a resource names.</summary>
    public static IEnumerable<string> ActivitiesOf(string resource) => Rules(resource).Select(ActivityOf).Distinct();

    /// <summary>Those of them that count only for who names them.</summary>
    public static IEnumerable<string> ChosenFor(string resource) => ActivitiesOf(resource).Where(Chosen.Contains);

    /// <summary>What an account sends to use a resource in any relation: nothing, or an activity that is chosen where it can do no other.</summary>
    public static string? SentFor(string resource, Account account) =>
        NeedsNoHeader(resource, account) ? null : Rules(resource).Where(rule => Names(rule, account)).Select(ActivityOf).FirstOrDefault();

    /// <summary>Whether some rule of a resource names a role.</summary>
    public static bool MayUse(string resource, string role) => Rules(resource).Any(rule => Texts(rule, "roles").Contains(role));

    public static bool IsAboutFamily(string resource) => Resources.GetProperty(resource).GetProperty("about").GetString() == "family";

    /// <summary>What a route answers an account, by its status and the code of its problem.</summary>
    public static string Answer(Route route, Account account, KnownFamily? family, string? activity)
    {
        if (route.Resources.FirstOrDefault(resource => Rules(resource).Any(rule => Names(rule, account))) is not { } named)
            return IsAboutFamily(route.Resources[0]) && account.Roles.Any(Hidden.Contains) ? "404 not-found" : "403 forbidden";
        if (activity is null && !NeedsNoHeader(named, account))
            return "400 processing-activity-required";
        if (activity is not null && !Phases.ContainsKey(activity))
            return "400 processing-activity-unknown";
        if (route.IsWorkList || route.AnswersByFamily)
            return route.Granted;
        var seen = family is null || route.Finds(family) ? family : family.Elsewhere;
        if (!(seen is null ? Allows(named, account, RelationsTo(route.Organisation, account), activity, phases: null) : Allows(named, account, seen, activity, route.Service)))
            return "404 not-found";
        return seen is { IsKnown: false } ? "404 not-found" : route.Granted;
    }

    /// <summary>Whether a work list shows an account a family.</summary>
    public static bool Lists(Route list, Account account, KnownFamily family, string? activity) =>
        Allows(list.Resources[0], account, family, activity, list.Service);

    /// <summary>Every relation that some service gives, by the two names that make its full one.</summary>
    public static IEnumerable<(string Service, string Relation)> Given =>
        from service in Access.GetProperty("relations").EnumerateObject()
        from part in service.Value.EnumerateObject()
        from relation in part.Value.EnumerateArray()
        select (service.Name, relation.GetString()!);

    /// <summary>Whether a team in a relation gives the work to others and reads nothing.</summary>
    public static bool GivesWork(string service, string relation) => Part(service, "givesWork").Contains(relation);

    /// <summary>Whether a service's file of a family is that of an organisation by somebody's work: its own, that of the family, and in the view any.</summary>
    public static bool Keeps(Involved one, string service) => Part(one.Service, "worksWithFile").Concat(Part(one.Service, "givesWork")).Contains(one.Relation)
        && (one.Service == service || one.Service == "intake" || service == "family-view");

    /// <summary>Whether a rule of a resource names a relation for an account.</summary>
    public static bool Names(string resource, Account account, string relation) =>
        Rules(resource).Any(rule => Names(rule, account) && Texts(rule, "relations").Contains(relation));

    /// <summary>Whoever appears in a file never opens it as a worker.</summary>
    static bool Allows(string resource, Account account, KnownFamily family, string? activity, string service) => Allows(
        resource, family.IsOwnOf(account) ? account with { Roles = [.. account.Roles.Intersect(["family-member"])] } : account,
        family.RelationsOf(account, service), activity, family.Phases);

    static bool Allows(string resource, Account account, IEnumerable<string> relations, string? activity, IReadOnlyList<string>? phases) => Rules(resource).Any(rule =>
        Names(rule, account) && Texts(rule, "relations").Intersect(relations).Any() && Counts(rule, activity)
        && (phases is null || Phases[ActivityOf(rule)].Intersect(phases).Any()));

    static bool NeedsNoHeader(string resource, Account account) => Rules(resource).Any(rule => Names(rule, account) && Counts(rule, null));

    /// <summary>An activity that is chosen counts for who names it; every other for who names it or none.</summary>
    static bool Counts(JsonElement rule, string? named) => ActivityOf(rule) is var activity && (named is null ? !Chosen.Contains(activity) : activity == named);

    static string ActivityOf(JsonElement rule) => rule.GetProperty("activity").GetString()!;

    /// <summary>In which relations an account is to a service, asked about Utrecht.</summary>
    static IEnumerable<string> RelationsTo(string organisation, Account account)
    {
        yield return "none";
        if (account.Organisation == organisation)
            yield return "sameOrganisation";
        foreach (var run in Parties.SelectMany(party => party.GetProperty("services").EnumerateArray()))
            if (account.Name == $"{run.GetProperty("instance").GetString()}-instance" && Texts(run, "municipalities").Contains("gm0344"))
            {
                yield return "servingInstance";
                if (run.GetProperty("service").GetString() == "intake")
                    yield return "intakeInstance";
            }
    }

    static string[] Part(string service, string part) =>
        Access.GetProperty("relations").TryGetProperty(service, out var given) && given.TryGetProperty(part, out _) ? Texts(given, part) : [];

    static JsonElement.ArrayEnumerator Rules(string resource) => Resources.GetProperty(resource).GetProperty("allow").EnumerateArray();

    static bool Names(JsonElement rule, Account account) => Texts(rule, "roles").Intersect(account.Roles).Any();

    static string[] Texts(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
