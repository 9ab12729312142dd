using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a system say otherwise what it sent; the earlier version stays.</summary>
public static class AmendSubmittedStatement
{
    /// <summary>The statement as it is now.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Kind">What kind of statement it is; left out when that stays as it is.</param>
    public sealed record Request([property: Required, StringLength(Statement.MaxLength)] string Text, StatementKind? Kind = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/submissions/{id:guid}/statements/{statementId:guid}/amendments", Handle)
        .RequireAccess("submission.amend").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AmendSubmittedStatement)).WithSummary("Amend a statement that you sent; the earlier version stays");

    static Task<Results<Ok<Submission>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, Change<Contact> change, CancellationToken ct) =>
        change.ApplySent(id, Submission.VersionSeen, (contact, by) => contact.AmendStatement(
            statementId, request.Text, request.Kind, agreedOn: null, by), ct).Answer(Submission.Of);
}
