using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Takes over a statement that was told at first contact, with kind, author, day and whether it is disputed, so that nobody
/// types it or tells it again. It is read where it stands, with the caller's own token and processing activity.
/// </summary>
public static class TakeOverStatement
{
    /// <summary>Which statement.</summary>
    /// <param name="ContactId">The contact at Intake, of the same family.</param>
    /// <param name="StatementId">The statement of that contact.</param>
    public sealed record Request(Guid ContactId, Guid StatementId);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/from-contact", Handle)
        .RequireAccess("investigation.do").Idempotent().WithETag()
        .WithName(nameof(TakeOverStatement)).WithSummary("Take over a statement of a first contact");

    static async Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeInvestigation change, Sources sources, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        var away = false;
        var answer = await change.Apply(id, async (investigation, now) =>
        {
            // Read while the investigation is held: a change there that comes later then finds the statement here.
            var (status, contact) = await sources.Read<Contact>(
                Investigation.Source, investigation.Municipality.Code, $"contacts/{request.ContactId}", ct);
            away = status == SourceStatus.NotReachableNow;
            return contact?.FamilyId == investigation.FamilyId && contact.Statements.FirstOrDefault(one => one.Id == request.StatementId) is { } told
                ? investigation.TakeOver(told with { ContactId = request.ContactId }, user.Id, now)
                : StatementRefusals.NoSuchStatement;
        }, ct);
        return away ? Problems.SourceNotReachable(http) : answer;
    }

    /// <summary>What is read of a contact.</summary>
    sealed record Contact(Guid FamilyId, IReadOnlyList<ToldStatement> Statements);
}
