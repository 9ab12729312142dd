using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
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
        Guid id, Request request, FamilyViewDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        if (await db.MunicipalityOf(id, ct) is not { } municipality)
        {
            // Whoever tries ids leaves a trace.
            await access.Log(grant, [], ct);
            return Problems.NotFound();
        }
        var (opened, refusal) = EmergencyAccess.Open(
            id, new Municipality(municipality), request.Reason, new(user.Id, user.Organisation, grant.Role, time.GetUtcNow()));
        if (refusal is not null)
            return Problems.From(refusal);

        db.Add(opened!);
        await access.Log(grant, await db.PersonsOf(id, ct), ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/family-view/v1/families/{id}", new Response(opened!.Id, id, opened.From, opened.Until));
    }
}
