using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
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
    /// <param name="PlaceCorrectedAt">When it was last found that the family is in another place than was told; left out when it was not.</param>
    public sealed record Request(Guid EmergencyId, Guid FamilyId, Guid ContactId, DateTimeOffset RaisedAt, DateTimeOffset? PlaceCorrectedAt = null);

    /// <summary>The regional team has it.</summary>
    /// <param name="Id">The response.</param>
    /// <param name="EmergencyId">The emergency at Intake.</param>
    /// <param name="ReceivedAt">When the regional team received it.</param>
    /// <param name="Version">The version, in the ETag.</param>
    public sealed record Response(Guid Id, Guid EmergencyId, DateTimeOffset ReceivedAt, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies", Handle)
        .RequireAccess("emergency.deliver").Idempotent().WithETag()
        .WithName(nameof(DeliverEmergency)).WithSummary("Bring an emergency to the regional team");

    static Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, Change<EmergencyResponse> change, ReceiveEmergency receive, TimeLimits limits, CancellationToken ct) =>
        change.Open(async _ =>
        {
            if (limits.Find(EmergencyResponse.FollowUpTerm, request.RaisedAt) is null)
                return new Opened<EmergencyResponse>(EmergencyRefusals.RaisedTooLongAgo);
            var response = await receive.Once(
                new(request.EmergencyId, request.FamilyId, municipality, request.ContactId, request.RaisedAt), ct);
            if (request.PlaceCorrectedAt is { } corrected)
                response.NotePlace(corrected);
            return new(response, response.FamilyId, []);
        }, ct).AnswerCreated(
            opened => $"/{municipality}/investigation/v1/emergencies/{opened.File!.Id}",
            (response, _) => new Response(response.Id, response.EmergencyId, response.ReceivedAt, response.Version));
}
