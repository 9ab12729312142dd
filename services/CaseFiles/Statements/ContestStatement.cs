using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Records that somebody disputes what a statement says, or that it is a fact or an opinion.</summary>
public static class ContestStatement
{
    /// <summary>What is disputed and why.</summary>
    /// <param name="Part">What of the statement is disputed.</param>
    /// <param name="Reason">Why, in the words of who disputes it.</param>
    /// <param name="PersonId">The member of the family who disputes it; left out when somebody else does.</param>
    [ValidatableType]
    public sealed record Request(
        ContestedPart Part,
        [property: Required, StringLength(Statement.MaxLength)] string Reason,
        Guid? PersonId = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Add("statements/{statementId:guid}/contests", "statement", Handle<T, TShown>)
            .WithName(nameof(ContestStatement)).WithSummary("Dispute a statement, or its label as fact or opinion");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, async (file, by) => file.Contest(
            statementId, request.Part, request.Reason, request.PersonId, await files.RecordsOf(file, ct), by), ct).AnswerFor(files.Show);
}
