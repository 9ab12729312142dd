using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Gives an investigation to one investigator; the team on duty steps back.</summary>
public static class AssignInvestigator
{
    /// <summary>What is sent.</summary>
    /// <param name="Account">
    /// The account's id (<c>sub</c> of its tokens): one in use of the caller's own organisation, with the role of a regional team. Name, function and
    /// number come from the directory of accounts.
    /// </param>
    /// <param name="Reason">Why the family meets another face; needed when somebody investigates already, or it was concluded.</param>
    public sealed record Request(
        [property: Required, StringLength(100)] string Account,
        [property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/investigator", Handle)
        .RequireAccess("investigation.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AssignInvestigator)).WithSummary("Assign the investigator");

    // The team that gives it to another reads nothing of it.
    static Task<Results<Ok<InvestigationSummary>, ProblemHttpResult>> Handle(
        Guid id, Request request, AccountDirectory directory, Change<Investigation> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, () => directory.FindWorker(request.Account, ct), (investigation, by, worker) => investigation.AssignInvestigator(
            worker, request.Reason, limits.For(Investigation.HandoverTerm, by.Now), by), ct)
            .AnswerFor((investigation, how) => InvestigationSummary.Of(investigation, readable: how.By!.WorksWithFile));
}
