using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records how a safety agreement went: it ends, or those concerned agree on it anew.</summary>
public static class EvaluateSafetyAgreement
{
    /// <summary>How it went.</summary>
    /// <param name="Outcome">What becomes of it.</param>
    /// <param name="HowItWent">How it went, in words of those concerned.</param>
    /// <param name="Until">Until when it holds then, with an offset; needed where it is renewed.</param>
    public sealed record Request(
        AgreementOutcome Outcome, [property: Required, StringLength(2000)] string HowItWent, DateTimeOffset? Until = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/safety-agreements/{agreementId:guid}/evaluations", Handle)
        .RequireAccess("plan.agreement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EvaluateSafetyAgreement)).WithSummary("Record how a safety agreement went, and end or renew it");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid agreementId, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.EvaluateAgreement(
            agreementId, new(request.Outcome, request.HowItWent, request.Until), by), ct).Answer(PlanResponse.Of);
}
