using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Emergencies;

/// <summary>Records how a safety agreement went: it ends, or those concerned agree on it anew.</summary>
public static class EvaluateSafetyAgreement
{
    /// <summary>How it went.</summary>
    /// <param name="Outcome">What becomes of it.</param>
    /// <param name="HowItWent">How it went, in words of those concerned.</param>
    /// <param name="EvaluatedBy">Who looked at it, by name and function.</param>
    /// <param name="Until">Until when it holds then, with an offset; needed where it is renewed.</param>
    /// <param name="AgreedBy">Who agreed on it anew; needed where it is renewed, at most 50.</param>
    public sealed record Request(
        SafetyAgreementOutcome Outcome,
        [property: Required, StringLength(2000)] string HowItWent,
        [property: Required, StringLength(200)] string EvaluatedBy,
        DateTimeOffset? Until = null,
        [property: MaxLength(50), EachLength(200)] IReadOnlyList<string>? AgreedBy = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies/{id:guid}/safety-agreements/{agreementId:guid}/evaluations", Handle)
        .RequireAccess("emergency.act").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EvaluateSafetyAgreement)).WithSummary("Record how a safety agreement went, and end or renew it");

    static Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid agreementId, Request request, Change<Emergency> change, CancellationToken ct) =>
        change.Apply(id, (emergency, by) => emergency.Evaluate(
            agreementId, new(request.Outcome, request.HowItWent, request.EvaluatedBy, request.Until, [.. request.AgreedBy ?? []]), by), ct).Answer(EmergencyResponse.Of);
}
