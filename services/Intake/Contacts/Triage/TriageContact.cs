using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Decides what follows on a contact.</summary>
public static class TriageContact
{
    /// <summary>What follows and why.</summary>
    /// <param name="Outcome">What follows.</param>
    /// <param name="Decision">The decision in words for the family, and why.</param>
    /// <param name="Questions">What an investigation must answer; at least one then, none otherwise.</param>
    public sealed record Request(
        TriageOutcome Outcome,
        DecisionRequest? Decision = null,
        [property: MaxLength(50)] IReadOnlyList<QuestionRequest>? Questions = null);

    /// <summary>A question that an investigation must answer.</summary>
    /// <param name="Text">The question.</param>
    public sealed record QuestionRequest([property: Required, StringLength(2000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/triage", Handle)
        .RequireAccess("contact.triage").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TriageContact)).WithSummary("Decide what follows on a contact, with an explanation for the family");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Contact> change, Files<Contact, ContactResponse> files, RaiseEmergency emergencies, SeekKeyWorker seek, DecisionRules rules, CancellationToken ct) =>
        change.Apply(id, async (contact, by) =>
        {
            var (decision, incomplete) = (request.Decision ?? new()).Make(rules.For(contact.TriageKind, request.Outcome, by.Now));
            if (incomplete is not null)
                return incomplete;
            var family = await seek.FamilyOf(contact, ct);
            var refusal = contact.DecideTriage(
                request.Outcome, decision!,
                Whom(family, by.Today, [.. (request.Questions ?? []).Select(question => question.Text)]),
                by);
            if (refusal is not null)
                return refusal;
            await emergencies.For(contact, by, ct);
            await seek.AsDecided(family, contact, by, ct);
            return null;
        }, ct).AnswerFor(files.Show);

    /// <summary>
    /// Whom an investigation concerns: the children, and of them each parent, also one who left and whoever has authority;
    /// without children the whole household. All of them are heard.
    /// </summary>
    internal static InvestigationScope Whom(Family family, DateOnly today, IReadOnlyList<string> questions)
    {
        var present = family.Members.Where(member => member.Until is not { } until || until >= today).ToList();
        List<Guid> children = [.. present.Where(member => member.Role == MemberRole.Child).Select(member => member.PersonId).Distinct()];
        List<Guid> fromSixteen = [.. present.Where(member => member.Role == MemberRole.Child && DecidesAlone(member, today)).Select(member => member.PersonId).Distinct()];
        IEnumerable<Guid> parents = children.Count == 0
            ? present.Where(member => member.Role == MemberRole.Parent).Select(member => member.PersonId)
            : family.Members.Where(member => member.Role == MemberRole.Parent).Select(member => member.PersonId)
                .Concat(family.Authorities.Where(one => one.WithdrawnAt is null && children.Contains(one.ChildId)).GroupBy(one => (one.ChildId, one.ParentId))
                    .Select(found => found.OrderBy(one => one.From).ThenBy(one => one.RecordedAt).Last())
                    .Where(one => one.Kind is AuthorityKind.Authority or AuthorityKind.Guardianship)
                    .Select(one => one.ParentId));
        List<Guid> heard = [.. parents.Except(children)];
        return new(questions, children, heard, fromSixteen,
            children.Count == 0 ? [.. present.Select(member => member.PersonId).Except(heard)] : []);
    }

    static bool DecidesAlone(Membership child, DateOnly today) =>
        Rights.Of(child.BornOn, null, today).Class is AgeClass.From16 or AgeClass.From18;
}
