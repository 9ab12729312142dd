using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Freezes the statements and the final report as they are now.</summary>
    /// <param name="by">The account that freezes it.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? FreezeDossier(string by, DateTimeOffset now)
    {
        if (Report is not { FinalAt: not null } report)
            return InvestigationRefusals.ReportNotFinal;
        var content = Canonical(report);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var dossier = new Dossier(dossiers.Count + 1, content, hash, [.. InOrder.Select(one => one.Id)], by, now);
        dossiers.Add(dossier);
        Raise(version => new DossierFrozen(Id, version, FamilyId, Municipality.Code, now, dossier.Id, dossier.Number));
        return null;
    }

    /// <summary>Adds statements that came later to a frozen dossier.</summary>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="added">The statements.</param>
    /// <param name="by">The account that adds them.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? AddToDossier(Guid dossierId, IReadOnlyCollection<Guid> added, string by, DateTimeOffset now)
    {
        if (dossiers.Find(one => one.Id == dossierId) is not { } dossier)
            return InvestigationRefusals.NoSuchDossier;
        var present = dossier.Statements.Concat(dossier.Addenda.SelectMany(one => one.Statements)).ToHashSet();
        if (added.Count == 0 || added.Any(one => present.Contains(one) || Find(one) is null))
            return InvestigationRefusals.NotALaterStatement;
        Guid[] later = [.. added.Distinct()];
        dossier.Add(new Addendum(later, by, now));
        Raise(version => new AddendumAdded(Id, version, FamilyId, Municipality.Code, now, dossierId, later));
        return null;
    }

    IEnumerable<Statement> InOrder => Statements.Where(one => one.Status != StatementStatus.TakenOut).OrderBy(one => one.Id);

    /// <summary>Members in this order, statements by id, times in UTC: the order of storage must not change the hash.</summary>
    string Canonical(Report report) => JsonSerializer.Serialize(new
    {
        investigation = Id,
        statements = InOrder.Select(one => new
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
            ownStatements = one.OwnStatementIds,
        }),
        report = new
        {
            number = report.Number,
            parts = report.Parts.OrderBy(part => part.Id).Select(part => new { title = part.Title, text = part.Text, statements = part.Statements }),
            whatStaysUnknown = report.WhatStaysUnknown,
            rebuttals = rebuttals.OrderBy(answer => answer.Id).Select(answer => new { person = answer.PersonId, statement = answer.StatementId }),
        },
    });
}
