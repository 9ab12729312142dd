using System.ComponentModel;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Supports;

/// <summary>Lists what is offered and asked for in a municipality, for its local team; who it is, is read one by one.</summary>
public static class ListSupports
{
    /// <summary>An offer or request in the list.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Side">Offered or asked for.</param>
    /// <param name="Kind">What kind of support.</param>
    /// <param name="Text">What is offered or asked for.</param>
    /// <param name="RegisteredAt">When it was written down.</param>
    /// <param name="OfferId">The offer with which a request was brought together; null when it was not.</param>
    /// <param name="EndedAt">When it ended; null while it did not.</param>
    public sealed record Item(
        Guid Id, SupportSide Side, SupportKind Kind, string Text, DateTimeOffset RegisteredAt, Guid? OfferId, DateTimeOffset? EndedAt);

    /// <summary>The parts of the list.</summary>
    public enum View
    {
        /// <summary>What waits to be brought together; an offer stays open for more requests.</summary>
        Open,

        /// <summary>What was brought together and goes on.</summary>
        Matched,

        /// <summary>What ended.</summary>
        Ended,
    }

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/support-exchanges", Handle)
        .RequireAccess("support-exchange.list")
        .WithName(nameof(ListSupports)).WithSummary("List what support is offered and asked for, newest first");

    static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        Municipality municipality, [Description("offer or request; both when absent.")] string? side,
        [Description("Only this kind of support.")] string? kind,
        [Description("open (when absent), matched or ended.")] string? view,
        [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        var (ofSide, ofKind) = (QueryValue.Read<SupportSide>("side", side), QueryValue.Read<SupportKind>("kind", kind));
        var chosen = QueryValue.Read<View>("view", view) ?? View.Open;
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var exchanges = db.SupportsIn(municipality).AsNoTracking()
            .Where(one => ofSide == null || one.Side == ofSide)
            .Where(one => ofKind == null || one.Kind == ofKind)
            .Where(one => chosen == View.Ended ? one.EndedAt != null : one.EndedAt == null && (one.Match != null) == (chosen == View.Matched));
        var found = await exchanges.NewestFirst(page, one => one.RegisteredAt, one => one.Id, one => new Item(
            one.Id, one.Side, one.Kind, one.Text, one.RegisteredAt, one.Match == null ? null : (Guid?)one.Match.OfferId, one.EndedAt), ct);
        await access.Log(grant, [], ct);
        return TypedResults.Ok(found);
    }
}
