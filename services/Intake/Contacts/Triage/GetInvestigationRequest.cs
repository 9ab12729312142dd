using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Reads what an investigation was asked to find out.</summary>
public static class GetInvestigationRequest
{
    /// <summary>What an investigation was asked to find out.</summary>
    /// <param name="Id">The request.</param>
    /// <param name="ContactId">The contact on which it was decided.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="RequestedAt">When it was asked.</param>
    /// <param name="Questions">The questions, in the order in which they were asked.</param>
    /// <param name="Version">The version of the contact, in the ETag.</param>
    public sealed record Response(
        Guid Id, Guid ContactId, Guid FamilyId, DateTimeOffset RequestedAt, IReadOnlyList<string> Questions,
        [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/investigation-requests/{requestId:guid}", Handle)
        .RequireAccess("investigation-request.read").WithETag()
        .WithName(nameof(GetInvestigationRequest)).WithSummary("Read the questions that an investigation must answer");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid requestId, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(one => one.InvestigationRequest!.RequestId == requestId, ct);
        var familyId = contact?.InvestigationRequest?.FamilyId ?? contact?.FamilyId ?? requestId;
        if (await access.To(familyId, ct) is not { } grant || contact?.InvestigationRequest is not { } asked)
            return Problems.NotFound();
        await access.Log(grant, await db.PersonsOf(familyId, ct), ct);
        return TypedResults.Ok(new Response(asked.RequestId, contact.Id, familyId, asked.At, asked.Questions, contact.Version));
    }
}
