using System.ComponentModel;
using System.Text.Json;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Geborgen.FamilyView;

/// <summary>
/// Reads a family over all organisations. What stands here are ids, codes and dates; with <c>expand</c> the words are
/// read at their sources, under the sources' own rules.
/// </summary>
static class GetFamily
{
    /// <summary>What can be expanded: the service that holds it and the path of the list below a family.</summary>
    static readonly Dictionary<string, (string Service, string List)> Expandable = new(StringComparer.Ordinal)
    {
        ["members"] = ("intake", "members"),
        ["contacts"] = ("intake", "contacts"),
        ["emergencies"] = ("intake", "emergencies"),
        ["notKnown"] = ("intake", "not-known"),
        ["informalSupports"] = ("intake", "informal-supports"),
        ["responsibilityOffers"] = ("intake", "responsibility-offers"),
        ["residences"] = ("intake", "residences"),
        ["emergencyResponses"] = ("investigation", "emergencies"),
        ["investigations"] = ("investigation", "investigations"),
        ["plans"] = ("planning", "plans"),
    };

    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}", Handle)
        .RequireAccess("family.view")
        .WithName(nameof(GetFamily)).WithSummary("Read a family over all organisations")
        .WithDescription(
            "The skeleton: members, who is involved, running terms, contacts, who opened the file in an emergency. "
            + "There is no ETag: the view has no version of its own.");

    static async Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id,
        [FromQuery, Description("Comma-separated: members, residences, contacts, notKnown (what nobody knows), informalSupports, responsibilityOffers, emergencies, emergencyResponses (what the regional team does about them), investigations, plans. Each is read at its source with your own token; a source that does not answer is shown as notReachableNow.")] string? expand,
        [FromQuery, Description("A domain of life, such as workAndIncome: of goals and support only those of that domain are shown.")] string? domain,
        FamilyViewDb db, FamilyAccess access, Sources sources, TimeLimits limits, TimeProvider time, CancellationToken ct)
    {
        var names = expand?.Split(',').Distinct().ToArray() ?? [];
        if (names.Any(name => !Expandable.ContainsKey(name)))
            return Problems.Invalid("expand", $"Must be some of {string.Join(", ", Expandable.Keys)}, separated by commas.");
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();

        var now = time.GetUtcNow();
        var known = (await Skeleton.Read(db, id, now, ct)).OfDomain(domain);
        var inReach = await access.ToEach([.. known.Links.Select(link => link.FamilyId)], ct);
        await access.Log(grant, known.Members.Select(member => member.PersonId), ct);
        var expanded = await Task.WhenAll(names.Select(async name => (
            name, Answer: await sources.ReadList<JsonElement>(
                Expandable[name].Service, known.Municipality, $"families/{id}/{Expandable[name].List}", ct))));
        return TypedResults.Ok(FamilyResponse.Of(
            id, known, known.Links.Where(link => inReach.ContainsKey(link.FamilyId)), grant.Relation, names.Length == 0 ? null : expanded.ToDictionary(one => one.name, one => one.Answer), limits, now));
    }
}
