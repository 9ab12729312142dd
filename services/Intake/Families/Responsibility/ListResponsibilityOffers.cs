using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads which municipality is responsible for which child, and the offers to pass that on.</summary>
public static class ListResponsibilityOffers
{
    /// <summary>An offer.</summary>
    /// <param name="Id">The offer.</param>
    /// <param name="Children">The children.</param>
    /// <param name="FromMunicipality">The municipality that offered it.</param>
    /// <param name="ToMunicipality">The municipality that was asked.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="OfferedAt">When.</param>
    /// <param name="Answer">What came of it; null while it is open.</param>
    /// <param name="AnswerReason">Why it was refused; null otherwise.</param>
    /// <param name="AnsweredAt">When it was answered or withdrawn; null while it is open.</param>
    public sealed record Item(
        Guid Id, IReadOnlyList<Guid> Children, string FromMunicipality, string ToMunicipality, string Reason, DateTimeOffset OfferedAt,
        OfferAnswer? Answer, string? AnswerReason, DateTimeOffset? AnsweredAt);

    /// <summary>Who is responsible for a child now.</summary>
    /// <param name="ChildId">The child.</param>
    /// <param name="Municipality">The municipality.</param>
    public sealed record Responsible(Guid ChildId, string Municipality);

    /// <summary>The offers of a family.</summary>
    /// <param name="Items">All of them, the latest first.</param>
    /// <param name="Responsibilities">Who is responsible for each child of the family now.</param>
    /// <param name="Version">The family's version, in the ETag.</param>
    public sealed record Response(
        IReadOnlyList<Item> Items, IReadOnlyList<Responsible> Responsibilities, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/responsibility-offers", Handle)
        .RequireAccess("responsibility.read").WithETag()
        .WithName(nameof(ListResponsibilityOffers)).WithSummary("List who is responsible for which child, and offers to pass that on");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        var now = time.GetUtcNow();
        await access.Log(grant, family.Members.Select(member => member.PersonId), ct);
        return TypedResults.Ok(new Response(
            [.. family.Offers.OrderByDescending(one => one.OfferedAt).ThenByDescending(one => one.Id).Select(one => new Item(
                one.Id, one.Children, one.FromMunicipality.Code, one.ToMunicipality.Code, one.Reason, one.OfferedAt,
                one.Answer, one.AnswerReason, one.AnsweredAt))],
            [.. family.ChildrenOn(WorkingDays.DateOf(now)).Select(child => new Responsible(child, family.ResponsibleFor(child, now).Code))],
            family.Version));
    }
}
