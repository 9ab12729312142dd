using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Offers responsibility for children to another municipality: the family moved, or a child was placed there.</summary>
public static class OfferResponsibility
{
    /// <summary>For whom, to whom and why.</summary>
    /// <param name="Children">The children; at least one, at most 50.</param>
    /// <param name="ToMunicipality">The other municipality, by its CBS code.</param>
    /// <param name="Reason">Why, in words for the receiving team.</param>
    public sealed record Request(
        [property: Required, MaxLength(50)] IReadOnlyList<Guid> Children,
        [property: Required, StringLength(6)] string ToMunicipality,
        [property: Required, StringLength(5000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/responsibility-offers", Handle)
        .RequireAccess("responsibility.offer").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(OfferResponsibility)).WithSummary("Offer responsibility for children to another municipality");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Family> change, OrganisationRegistry registry, CancellationToken ct) =>
        change.Apply(id, (family, by) =>
        {
            var known = registry.Current.Municipalities.Select(one => new Municipality(one.Code)).ToList();
            var to = new Municipality(request.ToMunicipality);
            if (!known.Contains(to))
                return ResponsibilityRefusals.UnknownMunicipality;
            // Of several municipalities of one organisation it is the children's. Who works for none, such as a regional team,
            // acts for the one that keeps the file.
            var ours = known.FindAll(one => registry.Current.IntakeOnDuty(one).Organisation == by.Organisation);
            var from = ours.Where(one => request.Children.All(child => family.ResponsibleFor(child, by.Now) == one))
                .Concat(ours).DefaultIfEmpty(family.Municipality).First();
            return family.OfferResponsibility(
                request.Children, from, to, registry.Current.IntakeOnDuty(to), request.Reason, by);
        }, ct).Answer(FamilyResponse.Of);
}
