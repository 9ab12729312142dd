using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Adds statements that came later to a frozen dossier.</summary>
public static class AddAddendum
{
    /// <summary>What is sent.</summary>
    /// <param name="Statements">The statements; 1 to 1000.</param>
    public sealed record Request(
        [property: MinLength(1), MaxLength(1000)] IReadOnlyList<Guid> Statements);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/dossiers/{dossierId:guid}/addenda", Handle)
        .RequireAccess("investigation.dossier").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(AddAddendum)).WithSummary("Add an addendum to a dossier");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid dossierId, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.AddToDossier(dossierId, [.. request.Statements], by), ct).Answer(InvestigationResponse.Of);
}
