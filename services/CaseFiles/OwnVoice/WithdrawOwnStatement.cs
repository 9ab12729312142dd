using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.CaseFiles;

/// <summary>Lets a member of the family take back what the member said; that it was said stays visible.</summary>
static class WithdrawOwnStatement
{
    public static void Map<T, TShown, TOwn>(CaseFileRoutes file) where T : CaseFile =>
        file.AddOwn("own-statements/{statementId:guid}/withdrawal", Handle<T, TShown, TOwn>)
            .WithName(nameof(WithdrawOwnStatement)).WithSummary("Take back what you said; that it was said stays visible");

    static Task<Results<Ok<TOwn>, ProblemHttpResult>> Handle<T, TShown, TOwn>(
        Guid id, Guid statementId, ChangeOwn<T, TShown, TOwn> change, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.WithdrawOwn(statementId, by), ct);
}
