using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Supports;

/// <summary>Brings a request together with an offer, once both sides agreed.</summary>
public static class MatchSupport
{
    /// <summary>With which offer, and who agreed.</summary>
    /// <param name="OfferId">The offer.</param>
    /// <param name="OfferAgreed">Whether who offers agreed.</param>
    /// <param name="RequestAgreed">Whether who asks agreed.</param>
    public sealed record Request(Guid OfferId, bool OfferAgreed, bool RequestAgreed);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/support-exchanges/{id:guid}/match", Handle)
        .RequireAccess("support-exchange.work").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(MatchSupport)).WithSummary("Bring a request for support together with an offer");

    static Task<Results<Ok<SupportResponse>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, IntakeDb db, Change<SupportExchange> change, CancellationToken ct)
    {
        return change.ApplyAmong(db.SupportsIn(municipality), id, Match, ct).Answer(SupportResponse.Of);

        async Task<Refusal?> Match(SupportExchange exchange, Actor by)
        {
            // An offer is held as well, so that it does not end meanwhile; what holds a request holds no other.
            var offer = await db.SupportsIn(municipality).AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.OfferId, ct);
            if (exchange.Side == SupportSide.Request && offer is { Side: SupportSide.Offer })
                offer = await db.TakeAsync<SupportExchange>(request.OfferId, ct);
            return exchange.MatchWith(offer, request.OfferAgreed, request.RequestAgreed, by);
        }
    }
}
