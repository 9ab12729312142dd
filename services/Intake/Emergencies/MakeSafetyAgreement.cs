using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Emergencies;

/// <summary>Records what those concerned agreed on to keep everybody safe for now.</summary>
public static class MakeSafetyAgreement
{
    /// <summary>The agreement.</summary>
    /// <param name="Who">Who does it, as those concerned call them.</param>
    /// <param name="What">What.</param>
    /// <param name="Until">Until when it holds, with an offset; in the future.</param>
    /// <param name="AgreedBy">Who agreed; at least one, at most 50.</param>
    public sealed record Request(
        [property: Required, StringLength(200)] string Who,
        [property: Required, StringLength(2000)] string What,
        DateTimeOffset Until,
        [property: MaxLength(50), EachLength(200)] IReadOnlyList<string>? AgreedBy = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies/{id:guid}/safety-agreements", Handle)
        .RequireAccess("emergency.act").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(MakeSafetyAgreement)).WithSummary("Record a safety agreement");

    static Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Emergency> change, CancellationToken ct) =>
        change.Apply(id, (emergency, by) =>
            emergency.Agree(request.Who, request.What, request.Until, [.. request.AgreedBy ?? []], by), ct).Answer(EmergencyResponse.Of);
}
