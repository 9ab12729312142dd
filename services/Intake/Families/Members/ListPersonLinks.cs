using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Shows which members may be people who were known already: same citizen service number, other registration. It is a
/// proposal; it tells nothing of the other family.
/// </summary>
public static class ListPersonLinks
{
    /// <summary>A proposed or confirmed link.</summary>
    /// <param name="Id">The link once it was confirmed; null while it is proposed.</param>
    /// <param name="PersonId">The member of this family.</param>
    /// <param name="KnownPersonId">The person as registered before.</param>
    /// <param name="Status">Proposed or confirmed.</param>
    /// <param name="ConfirmedAt">When a worker confirmed it.</param>
    public sealed record Item(Guid? Id, Guid PersonId, Guid KnownPersonId, LinkStatus Status, DateTimeOffset? ConfirmedAt);

    /// <summary>How far a link is.</summary>
    public enum LinkStatus
    {
        /// <summary>The numbers match; nobody decided.</summary>
        Proposed,

        /// <summary>A worker confirmed it.</summary>
        Confirmed,
    }

    /// <summary>The links of a family.</summary>
    /// <param name="Items">The links.</param>
    /// <param name="Version">The family's version, in the ETag.</param>
    public sealed record Response(IReadOnlyList<Item> Items, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/person-links", Handle)
        .RequireAccess("person-link.decide").WithETag()
        .WithName(nameof(ListPersonLinks)).WithSummary("List proposed and confirmed links of members to known persons");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, ProposedLinks proposals, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        var confirmed = family.Links.Where(link => link.UndoneAt is null).ToList();
        var proposed = (await proposals.Of(family, ct)).ExceptBy(confirmed.Select(done => done.PersonId), link => link.PersonId);
        await access.Log(grant, family.Members.Select(member => member.PersonId), ct);
        return TypedResults.Ok(new Response(
            [
                .. confirmed.Select(link => new Item(link.Id, link.PersonId, link.KnownPersonId, LinkStatus.Confirmed, link.ConfirmedAt)),
                .. proposed.Select(link => new Item(null, link.PersonId, link.KnownPersonId, LinkStatus.Proposed, null)),
            ], family.Version));
    }
}
