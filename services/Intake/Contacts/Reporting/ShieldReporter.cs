using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Decides whether a reporter's identity is kept from the family.</summary>
public static class ShieldReporter
{
    /// <summary>What is decided and why.</summary>
    /// <param name="Decision">The decision in words for the family, and why.</param>
    /// <param name="ReviewOn">When it is looked at again, after today and within half a year; needed where the identity is kept.</param>
    /// <param name="Recognisability">What would give the reporter away all the same; needed where the identity is kept.</param>
    /// <param name="Shielded">Whether the identity is kept; false opens one that is kept only because the reporter asked.</param>
    public sealed record Request(
        DecisionRequest? Decision = null,
        DateOnly? ReviewOn = null,
        RecognisabilityRequest? Recognisability = null,
        bool Shielded = true);

    /// <summary>What a worker found on reading everything once more with the eyes of the family.</summary>
    /// <param name="RoleForFamily">How the family is told of the reporter's role; the role itself where that gives nobody away.</param>
    /// <param name="Statements">The statements whose words would tell who it is; at most 100.</param>
    public sealed record RecognisabilityRequest(
        [property: StringLength(50)] string? RoleForFamily = null,
        [property: MaxLength(100)] IReadOnlyList<Guid>? Statements = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/reporter-shield", Handle)
        .RequireAccess("contact.shield-reporter").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ShieldReporter)).WithSummary("Decide whether the reporter's identity is kept from the family");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, TimeLimits limits, DecisionRules rules, Change<Contact> change, Files<Contact, ContactResponse> files, CancellationToken ct) =>
        change.Apply(id, (contact, by) => (request.Decision ?? new()).Make(rules.For(Contact.ShieldingKind, Contact.ShieldingOutcome(request.Shielded), by.Now)) is ({ } decision, _)
            ? contact.DecideShielding(request.Shielded, decision, request.ReviewOn,
                request.Recognisability is { } found ? new(found.RoleForFamily ?? "", [.. found.Statements ?? []]) : null,
                limits.For(Contact.ShieldReviewTerm, by.Now), by)
            : Decision.Incomplete, ct).AnswerFor(files.Show);
}
