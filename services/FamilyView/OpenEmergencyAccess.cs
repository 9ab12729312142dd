using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.FamilyView;

/// <summary>
/// Opens a file in an emergency, without being involved: with a reason, for an hour. Everybody who is involved sees who
/// did it, when and why.
/// </summary>
public static class OpenEmergencyAccess
{
    /// <summary>Why the file must be opened now.</summary>
    /// <param name="Reason">The reason, in 10 to 1,000 characters.</param>
    public sealed record Request([property: Required, StringLength(EmergencyAccess.LongestReason)] string Reason);

    /// <summary>The access that was given.</summary>
    /// <param name="Id">The access, which is also the id of the involvement.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="From">From when.</param>
    /// <param name="Until">Until when; nobody can extend it.</param>
    public sealed record Response(Guid Id, Guid FamilyId, DateTimeOffset From, DateTimeOffset Until);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/emergency-access", Handle)
        .RequireAccess("family.emergency-access").Idempotent()
        .WithName(nameof(OpenEmergencyAccess)).WithSummary("Open a file in an emergency, with a reason, for an hour")
        .WithDescription("Everybody who is involved with the family sees who opened it, when and why, and finds it listed over all their families. Refused with emergency-reason-missing when the reason says nothing.");

    static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, FamilyViewDb db, FamilyAccess access, Change<EmergencyAccess> change, CancellationToken ct)
    {
        if (await db.MunicipalityOf(id, ct) is not { } municipality)
        {
            // Whoever tries ids leaves a trace.
            if (await access.To(id, ct) is { } tried)
                await access.Log(tried, [], ct);
            return Problems.NotFound();
        }
        return await change.OpenFor(id, by => Task.FromResult(EmergencyAccess.Open(id, new(municipality), request.Reason, by)), ct)
            .AnswerCreated(_ => $"/family-view/v1/families/{id}", (opened, _) => new Response(opened.Id, id, opened.From, opened.Until));
    }
}

/// <summary>The files that are opened in an emergency.</summary>
sealed class EmergencyAccesses(FamilyViewDb db) : Files<EmergencyAccess>
{
    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.Set<EmergencyAccess>().Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));

    /// <inheritdoc/>
    public override Task<IEnumerable<Guid>> PersonsOf(EmergencyAccess file, CancellationToken ct) => db.PersonsOf(file.FamilyId, ct);
}
