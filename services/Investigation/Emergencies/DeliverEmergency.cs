using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Emergencies;

/// <summary>Receives an emergency by a direct call from Intake, when the bus does not bring it. However often, it is received once.</summary>
public static class DeliverEmergency
{
    /// <summary>An emergency: ids and a moment; the words stay at Intake.</summary>
    /// <param name="EmergencyId">The emergency at Intake.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="ContactId">The contact at Intake, where the words are.</param>
    /// <param name="RaisedAt">When it was raised.</param>
    public sealed record Request(Guid EmergencyId, Guid FamilyId, Guid ContactId, DateTimeOffset RaisedAt);

    /// <summary>The regional team has it.</summary>
    /// <param name="Id">The response.</param>
    /// <param name="EmergencyId">The emergency at Intake.</param>
    /// <param name="ReceivedAt">When the regional team received it.</param>
    /// <param name="Version">The version, in the ETag.</param>
    public sealed record Response(Guid Id, Guid EmergencyId, DateTimeOffset ReceivedAt, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies", Handle)
        .RequireAccess("emergency.deliver").Idempotent().WithETag()
        .WithName(nameof(DeliverEmergency)).WithSummary("Bring an emergency to the regional team");

    static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, InvestigationDb db, FamilyAccess access, ReceiveEmergency receive,
        TimeLimits limits, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        if (limits.Find(EmergencyResponse.FollowUpTerm, request.RaisedAt) is null)
            return Problems.From(EmergencyRefusals.RaisedTooLongAgo);
        // With an Idempotency-Key there is a transaction already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var response = await receive.Once(
            new(request.EmergencyId, request.FamilyId, municipality, request.ContactId, request.RaisedAt), ct);
        await access.Log(grant with { FamilyId = response.FamilyId }, [], ct);
        await db.SaveChangesAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return TypedResults.Created(
            $"/{municipality}/investigation/v1/emergencies/{response.Id}",
            new Response(response.Id, response.EmergencyId, response.ReceivedAt, response.Version));
    }
}
