using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Records that somebody who had read what was registered in error was told that it does not count.</summary>
public static class TellBreachRecipient
{
    /// <summary>What is sent.</summary>
    /// <param name="How">How the recipient was told.</param>
    [ValidatableType]
    public sealed record Request([property: StringLength(2000)] string? How = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/data-breaches/{id:guid}/recipients/{recipientId:guid}/told", Handle)
        .RequireAccess("data-breach.tell").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TellBreachRecipient)).WithSummary("Record that a recipient was told");

    static Task<Results<Ok<DataBreachResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid recipientId, Request request, Change<DataBreach> change, CancellationToken ct) =>
        change.Apply(id, (breach, by) => breach.Tell(recipientId, request.How, by), ct).Answer(DataBreachResponse.Of);
}
