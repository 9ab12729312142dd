using System.Text.Json;
using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>What a review and a petition speak of.</content>
public sealed partial class Investigation
{
    readonly List<Dossier> dossiers = [];

    /// <summary>The frozen dossiers.</summary>
    public IReadOnlyList<Dossier> Dossiers => dossiers;

    /// <summary>
    /// Freezes the statements and the report as they are now. Without a final report only once the investigation was
    /// concluded, or while somebody is in acute danger: a court or reviewer then gets the last draft, marked as such, with
    /// what is missing and what was explained about that. What is missing is made up for within the term that a
    /// conclusion started, or before it within the investigation's own.
    /// </summary>
    public Refusal? FreezeDossier(Actor by)
    {
        if (Report?.FinalAt is null && Conclusion is null && !InAcuteDanger)
            return InvestigationRefusals.ReportNotFinal;
        var dossier = new Dossier(dossiers.Count + 1, Canonical(), [.. InOrder.Select(one => one.Id)], by.Account, by.Now);
        dossiers.Add(dossier);
        Raise(new DossierFrozen(dossier.Id, dossier.Number), by.Now);
        return null;
    }

    /// <summary>Adds statements that came later to a frozen dossier, as they are now.</summary>
    public Refusal? AddToDossier(Guid dossierId, IReadOnlyCollection<Guid> added, Actor by)
    {
        if (dossiers.Find(one => one.Id == dossierId) is not { } dossier)
            return InvestigationRefusals.NoSuchDossier;
        var present = dossier.Statements.Concat(dossier.Addenda.SelectMany(one => one.Statements)).ToHashSet();
        if (added.Count == 0 || added.Any(one => present.Contains(one) || Find(one) is null))
            return InvestigationRefusals.NotALaterStatement;
        Guid[] later = [.. added.Distinct()];
        dossier.Add(new Addendum(later, Canonical(InOrder.Where(one => later.Contains(one.Id))), by.Account, by.Now));
        Raise(new AddendumAdded(dossierId, later), by.Now);
        return null;
    }

    IEnumerable<Statement> InOrder => Statements.Where(one => one.Status != StatementStatus.TakenOut).OrderBy(one => one.Id);

    /// <summary>Members in this order, parts by id or place, times in UTC: the order of storage must not change the hash.</summary>
    string Canonical() => JsonSerializer.Serialize(new
    {
        investigation = Id,
        kind = CamelCase.Of(Kind),
        concerned = new
        {
            children = Children.Order(),
            parents = Parents.Order(),
            adults = Adults.Order(),
            changes = concernedChanges.OrderBy(one => one.Id).Select(one => new
            {
                person = one.PersonId,
                role = one.Role is { } role ? CamelCase.Of(role) : null,
                reason = one.Reason,
                at = one.At.ToUniversalTime(),
            }),
        },
        sources = sources.OrderBy(one => one.Id).Select(one => new
        {
            name = one.Name,
            about = one.About,
            consultedOn = one.ConsultedOn,
            familyKnows = one.FamilyKnows,
            whyFamilyDoesNotKnow = one.WhyFamilyDoesNotKnow,
        }),
        statements = InOrder.Select(Frozen),
        voices = voices.OrderBy(one => one.Id).Select(one => new
        {
            person = one.PersonId,
            statement = one.StatementId,
            spokenBy = one.SpokenBy,
            manner = one.Manner,
            whyNot = one.WhyNot is { } whyNot ? CamelCase.Of(whyNot) : null,
            explanation = one.Explanation,
            recordedAt = one.RecordedAt.ToUniversalTime(),
        }),
        report = Report is { } report ? new
        {
            number = report.Number,
            final = report.FinalAt is not null,
            parts = report.Parts.Select(part => new { title = part.Title, text = part.Text, statements = part.Statements, narrowedTo = part.NarrowedTo }),
            whatStaysUnknown = report.WhatStaysUnknown,
            unknownNarrowedTo = report.UnknownNarrowedTo,
            presentations = report.Presentations.Select(one => new
            {
                person = one.PersonId,
                parts = one.Parts,
                whatStaysUnknown = one.WhatStaysUnknown,
                talk = one.Talk is { } talk ? new { spokenOn = talk.SpokenOn, spokenBy = talk.SpokenBy, manner = talk.Manner, interpreter = talk.Interpreter } : null,
                at = one.At.ToUniversalTime(),
            }),
            rebuttals = rebuttals.OrderBy(answer => answer.Id).Select(answer => new
            {
                draft = answer.Draft,
                parts = answer.Parts,
                person = answer.PersonId,
                statement = answer.StatementId,
            }),
        } : null,
        missing = Missing().Select(one => one.Code),
        conclusion = Conclusion is { } conclusion ? new
        {
            outcome = CamelCase.Of(conclusion.Outcome),
            reason = conclusion.Reason,
            legalBasis = conclusion.LegalBasis,
            alternatives = conclusion.Alternatives,
            remedy = CamelCase.Of(conclusion.Remedy),
            explanation = conclusion.Explanation,
            readers = conclusion.Readers.Order(),
            explanationForOthers = conclusion.ExplanationForOthers,
            missing = conclusion.Missing,
            missingExplained = conclusion.MissingExplained,
            at = conclusion.At.ToUniversalTime(),
        } : null,
    });

    string Canonical(IEnumerable<Statement> later) => JsonSerializer.Serialize(new { investigation = Id, statements = later.Select(Frozen) });

    /// <summary>A statement with who may know it and who disputes it: a reader of the dossier keeps from the family what is withheld from it.</summary>
    static object Frozen(Statement one) => new
    {
        id = one.Id,
        number = one.Number,
        kind = one.Kind is { } kind ? CamelCase.Of(kind) : null,
        author = CamelCase.Of(one.Author),
        person = one.PersonId,
        text = one.Text,
        statedAt = one.StatedAt.ToUniversalTime(),
        status = CamelCase.Of(one.Status),
        contested = CamelCase.Of(one.Contested),
        contests = one.Contests.OrderBy(contest => contest.Id).Select(contest => new
        {
            part = CamelCase.Of(contest.Part),
            reason = contest.Reason,
            person = contest.PersonId,
            at = contest.At.ToUniversalTime(),
            outcome = contest.Outcome is { } outcome ? CamelCase.Of(outcome) : null,
            explanation = contest.Explanation,
        }),
        ownStatements = one.OwnStatementIds,
        sharedWith = one.SharedWith.Select(sharing => sharing.PersonId).Order(),
        withheld = one.Withheld is { } withheld ? new { basis = withheld.Basis, reviewOn = withheld.ReviewOn, until = withheld.Until } : null,
    };
}
