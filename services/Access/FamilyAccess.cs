using Geborgen.Contracts.Casework;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Geborgen.Access;

/// <summary>
/// The one mechanism that decides who sees what of a family, and that logs it: access follows involvement. It decides
/// on the database's present content at every request; what can't be decided is refused. Scoped to the request.
/// A refusal is logged here, and by <see cref="LogRefused"/> what a rule refused; what is granted is logged by <see cref="Log"/> or <see cref="LogEach"/> before the answer.
/// </summary>
public sealed class FamilyAccess(
    AccessDb db, AccessPolicy policy, AccessLog log, CurrentUser user, ServiceName service,
    IOptions<InstanceOptions> instance, OrganisationRegistry registry, TimeProvider clock)
{
    /// <summary>How long an involvement from another service counts after that service was last heard.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(60);

    readonly Caller caller = Caller.Of(user);
    readonly IReadOnlyCollection<string> keeping = policy.Keeping(service.Value);
    AccessResource? resource;
    ProcessingActivity? named;
    string? municipality;
    BadInputException? wrongQuery;
    Grant? latest;

    // What was written since the request began, and before it began again.
    readonly List<AccessRecord> written = [];
    HashSet<AccessRecord> before = [];

    internal bool Logged { get; private set; }

    /// <summary>Lets a request begin again with nothing loaded. What it logged stays in the log, and is not logged twice.</summary>
    internal void BeginAgain()
    {
        db.ChangeTracker.Clear();
        before = [.. written];
        Logged = false;
    }

    AccessResource Resource => resource ?? throw new InvalidOperationException("The route does not say RequireAccess.");

    /// <summary>Decides on one family. Null means: answer <see cref="Problems.NotFound"/>.</summary>
    public Task<Grant?> To(Guid familyId, CancellationToken cancellation) => To(familyId, sender: null, cancellation);

    /// <summary>
    /// Decides on something that was sent about one family: its sender may have the relation <see cref="AccessPolicy.Sender"/>.
    /// Null means: answer <see cref="Problems.NotFound"/>.
    /// </summary>
    public async Task<Grant?> To(Guid familyId, string? sender, CancellationToken cancellation)
    {
        var facts = (await FactsOn([familyId], sender, cancellation))(familyId);
        return await Decide(familyId, facts, cancellation) is { } grant ? grant with { PersonId = facts.PersonId } : null;
    }

    /// <summary>
    /// Decides on something that belongs to one family, before any of it is read: what is forbidden costs no more than
    /// what is not there. An unknown one is judged as one of an unknown family, so that whoever tries ids leaves a trace.
    /// Null means: answer <see cref="Problems.NotFound"/>.
    /// </summary>
    public async Task<Grant?> To(Guid id, IQueryable<Origin> whose, CancellationToken cancellation)
    {
        var origin = await whose.SingleOrDefaultAsync(cancellation);
        var grant = await To(origin?.FamilyId ?? id, origin?.Sender, cancellation);
        if (origin is not null || grant is null)
            return origin is null ? null : grant;
        // Whoever may do it to any family tried it on one that is not there.
        await Refuse(id, Verdict.NoRelation, cancellation);
        return null;
    }

    /// <summary>
    /// Decides on something that is about no family yet, or about none in particular.
    /// Null means: answer <see cref="Problems.NotFound"/>. A family that the request opens goes into the log by <c>grant with { FamilyId = … }</c>.
    /// </summary>
    public Task<Grant?> ToCollection(CancellationToken cancellation)
    {
        var relations = new HashSet<string>(StringComparer.Ordinal) { AccessPolicy.NoRelation };
        if (caller.InOrganisation(instance.Value.Organisation))
            relations.Add(AccessPolicy.SameOrganisation);
        if (municipality is not null && registry.Current.RunOf(caller.Client) is { } run && run.Municipalities.Contains(municipality))
            relations.UnionWith(run.Service == Keeper.Service ? [AccessPolicy.ServingInstance, AccessPolicy.IntakeInstance] : [AccessPolicy.ServingInstance]);
        return Decide(familyId: null, new Facts(relations, PersonId: null, Phases: null), cancellation);
    }

    /// <summary>
    /// Decides on each family of a page, with one query. A family that is not in the answer must not be shown.
    /// Nothing is logged for those: narrow the list by <see cref="FamiliesInReach"/> first.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, Grant>> ToEach(IReadOnlyCollection<Guid> families, CancellationToken cancellation)
    {
        var facts = await FactsOn(families, sender: null, cancellation);
        return families.Distinct()
            .Select(family => (family, verdict: Judge(facts(family))))
            .Where(decided => decided.verdict.Allowed)
            .ToDictionary(decided => decided.family, decided => GrantOf(decided.family, decided.verdict));
    }

    /// <summary>
    /// The families with which the caller has a current involvement that a resource asks for, or whose file is or was that of the caller's
    /// organisation where it asks for that, to narrow a list with. <see cref="ToEach"/> then decides on what is shown.
    /// </summary>
    public IQueryable<Guid> FamiliesInReach(string? of = null, string? relation = null)
    {
        var now = clock.GetUtcNow();
        var heardSince = now - StaleAfter;
        var asked = (of is null ? Resource : policy.Resources[of]).Allow
            .Where(rule => rule.Roles.Any(caller.Roles.Contains) && policy.Counts(rule, named?.Key))
            .SelectMany(rule => rule.Relations).ToList();
        var ofOrganisation = asked.Contains(AccessPolicy.SameOrganisation);
        string[] names = [.. (ofOrganisation ? keeping : asked).Where(one => relation is null || Relations.OwnNameOf(one) == relation)];
        var relations = Array.ConvertAll(names, Relations.OwnNameOf);
        var counting = db.InvolvementsThatCount(service.Value, heardSince)
            .Where(i => i.Organisation == caller.Organisation && i.Organisation != "" && i.From <= now
                && relations.Contains(i.Relation) && names.Contains(i.Service + "." + i.Relation)
                && !db.Set<MemberAccount>().Any(m => m.FamilyId == i.FamilyId && m.Account == caller.Id && !m.Removed));
        // Two questions and not one with "or": each finds its rows by an index.
        return (ofOrganisation
            ? counting
            : counting.Where(i => ((i.Worker != null && i.Worker == caller.Id) || (i.Worker == null && i.Team != null && i.Team == caller.Team))
                && (i.Until == null || i.Until > now)))
            .Select(i => i.FamilyId);
    }

    /// <summary>
    /// Whether a compartment, a part of what was granted that has rules of its own in the access matrix, is shown as well: the
    /// role, the relation and the processing activity that counted must be named there too.
    /// </summary>
    public bool Shows(string compartment, Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return policy.Resources[compartment].Allow.Any(rule =>
            rule.Roles.Contains(grant.Role) && rule.Relations.Contains(grant.Relation) && rule.Activity == grant.Activity);
    }

    /// <summary>
    /// Logs what is shown or done under a grant: one row per person, one row also when no person is known.
    /// Completes when the rows are committed; only then may the answer go out.
    /// </summary>
    public Task Log(Grant grant, IEnumerable<Guid> subjects, CancellationToken cancellation) =>
        LogEach([(grant, subjects)], cancellation);

    /// <summary>Logs a list: each person shown, for each grant at least one row, and one row also when the list is empty.</summary>
    public async Task LogEach(IEnumerable<(Grant Grant, IEnumerable<Guid> Subjects)> shown, CancellationToken cancellation)
    {
        var entries = shown.Select(item => new Entry(item.Grant, [.. item.Subjects.Distinct()])).ToList();
        if (entries.Count == 0)
            entries.Add(new Entry(Nothing(), []));
        var rows = entries.SelectMany(RowsOf).Where(row => !before.Contains(row)).ToList();
        if (rows.Count > 0)
            await log.Record(rows, cancellation);
        written.AddRange(rows);
        Logged = true;
    }

    /// <summary>Logs a command that was granted and that a rule refused, by the rule's code.</summary>
    public Task LogRefused(Grant grant, string code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return log.Record([RowOf(grant, subject: null) with { Action = AccessAction.Denied, Reason = code }], cancellation);
    }

    /// <summary>
    /// Logs in the files of other families, too, that what was granted latest reads or tells of somebody whom they know. It is no access to
    /// those files.
    /// </summary>
    public async Task LogElsewhere(IEnumerable<(Guid FamilyId, Guid PersonId)> elsewhere, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        var grant = latest ?? throw new InvalidOperationException("Nothing was granted that could be logged.");
        var rows = elsewhere.Select(one => RowOf(grant with { FamilyId = one.FamilyId }, one.PersonId)).ToArray();
        if (rows.Length > 0)
            await log.Record(rows, cancellation);
    }

    /// <summary>Takes the route's resource, the processing activity that the caller names and what is wrong with the query; null when the request may go on to its decision.</summary>
    internal async Task<string?> Begin(
        IReadOnlyList<AccessResource> candidates, string? header, string? of, BadInputException? query, CancellationToken cancellation)
    {
        (municipality, wrongQuery) = (of, query);
        resource = candidates.FirstOrDefault(candidate => candidate.Names(caller.Roles)) ?? candidates[0];
        if (!resource.Names(caller.Roles))
            return await Refuse(familyId: null, Verdict.RoleNotNamed, cancellation);
        if (header is not null)
            return policy.Activities.TryGetValue(header, out named) ? null : await Refuse(familyId: null, Verdict.ActivityUnknown, cancellation);
        return resource.Allow.Any(rule => policy.Counts(rule, named: null) && rule.Roles.Any(caller.Roles.Contains))
            ? null : await Refuse(familyId: null, Verdict.ActivityMissing, cancellation);
    }

    Verdict Judge(Facts facts) => Verdict.On(policy, Resource, named?.Key, caller, facts);

    async Task<Grant?> Decide(Guid? familyId, Facts facts, CancellationToken cancellation)
    {
        var verdict = Judge(facts);
        if (verdict.Allowed)
            return latest = GrantOf(familyId, verdict);
        await Refuse(familyId, verdict.Reason!, cancellation);
        return null;
    }

    async Task<string> Refuse(Guid? familyId, string reason, CancellationToken cancellation)
    {
        await log.Record([RowOf(familyId, subject: null) with { Action = AccessAction.Denied, Reason = reason }], cancellation);
        return reason;
    }

    async Task<Func<Guid, Facts>> FactsOn(IReadOnlyCollection<Guid> families, string? sender, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = await FamilyFacts.Read(db, families, caller.Id, service.Value, now - StaleAfter, cancellation);
        var isSender = sender is { Length: > 0 } && sender == caller.Signature;
        return family =>
        {
            // A file stays where it was opened: under the address of another municipality it is not there.
            var involvements = rows.Involvements[family].ToList();
            var here = municipality is null ? involvements : involvements.FindAll(one => one.Municipality == municipality);
            var elsewhere = here.Count == 0 && involvements.Count > 0;
            return Facts.Of(
                caller, new(here, rows.OwnFiles.TryGetValue(family, out var person) ? person : null, isSender && !elsewhere, elsewhere),
                keeping, now);
        };
    }

    /// <summary>What a query asks that the route does not know is told to who may ask, and to nobody else.</summary>
    Grant GrantOf(Guid? familyId, Verdict verdict) => wrongQuery is null ? new(
        Resource.Key, Resource.Action, familyId, verdict.Role!, verdict.Relation!, verdict.Activity!.Key, verdict.Activity.LegalBasis) : throw wrongQuery;

    /// <summary>An empty list shows nothing of any family; without one it was asked for as the matrix's first rule for the role says.</summary>
    Grant Nothing()
    {
        if (wrongQuery is not null)
            throw wrongQuery;
        var forCaller = Resource.Allow.Where(rule => rule.Roles.Any(caller.Roles.Contains)).ToList();
        var rule = forCaller.Find(rule => policy.Counts(rule, named?.Key)) ?? forCaller[0];
        var activity = named ?? policy.Activities[rule.Activity];
        return new(Resource.Key, Resource.Action, null, rule.Roles.First(caller.Roles.Contains), AccessPolicy.NoRelation, activity.Key, activity.LegalBasis);
    }

    IEnumerable<AccessRecord> RowsOf(Entry entry) => entry.Subjects.Count == 0
        ? [RowOf(entry.Grant, null)]
        : entry.Subjects.Select(subject => RowOf(entry.Grant, subject));

    AccessRecord RowOf(Grant grant, Guid? subject) => RowOf(grant.FamilyId, subject) with
    {
        Resource = grant.Resource,
        Action = grant.Action,
        Role = grant.Role,
        Relation = grant.Relation,
        Activity = grant.Activity,
        LegalBasis = grant.LegalBasis,
    };

    AccessRecord RowOf(Guid? familyId, Guid? subject) => new()
    {
        FamilyId = familyId,
        SubjectId = subject,
        Account = caller.Id,
        Client = caller.Client,
        Organisation = caller.Organisation,
        Resource = Resource.Key,
        Activity = named?.Key,
        LegalBasis = named?.LegalBasis,
        TraceId = System.Diagnostics.Activity.Current?.TraceId.ToHexString(),
        SpanId = System.Diagnostics.Activity.Current?.SpanId.ToHexString(),
    };

    /// <summary>What was shown or done under a grant.</summary>
    /// <param name="Grant">What was granted.</param>
    /// <param name="Subjects">The persons whose data it was.</param>
    sealed record Entry(Grant Grant, IReadOnlyList<Guid> Subjects);
}
