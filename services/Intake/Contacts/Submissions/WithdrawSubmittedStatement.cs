using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a system take back what it sent; that it was said stays visible.</summary>
static class WithdrawSubmittedStatement
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/submissions/{id:guid}/statements/{statementId:guid}/withdrawal", Handle)
        .RequireAccess("submission.amend").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(WithdrawSubmittedStatement)).WithSummary("Withdraw a statement that you sent; that it was said stays visible");

    static Task<Results<Ok<Submission>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Change<Contact> change, CancellationToken ct) =>
        change.ApplySent(id, Submission.VersionSeen, (contact, by) => contact.WithdrawStatement(statementId, agreedOn: null, by), ct).Answer(Submission.Of);
}
