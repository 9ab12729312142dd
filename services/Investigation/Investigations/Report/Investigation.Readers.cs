using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <content>
/// Who of the family reads what of the report. Proposed is whoever knows all that it rests on: the own words, and those that were shared as
/// they stand now, a child's after the talk and the safety check. The investigator narrows that and never widens it.
/// </content>
public sealed partial class Investigation
{
    /// <summary>Who reads a part of a draft, as things stand on a day.</summary>
    public IReadOnlyList<Guid> ReadersOf(Report report, ReportPart part, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(part);
        return [.. WhoMayRead(part, report.Parts, today).Where(person => part.NarrowedTo?.Contains(person) != false)];
    }

    /// <summary>Who reads what a draft says to stay unknown, as things stand on a day.</summary>
    public IReadOnlyList<Guid> ReadersOfUnknown(Report report, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. WhoKnowsAll(report.Parts, today).Where(person => report.UnknownNarrowedTo?.Contains(person) != false)];
    }

    // What is kept from all is read by nobody for now, and what only somebody may read who can't be reached waits for nobody.
    bool CouldBeRead(Report report, ReportPart part, IReadOnlyCollection<Guid> reachable, DateOnly today) =>
        !part.Statements.Select(Find).OfType<Statement>().Any(one => IsKeptFromAll(one, today))
        && ReadersOf(report, part, today) is var readers && (readers.Count == 0 || readers.Intersect(reachable).Any());

    ReportExtract ExtractFor(Guid personId, Report report, DateOnly today) => new(
        report.Parts.Where(part => ReadersOf(report, part, today).Contains(personId)).Select(part => part.Place).ToHashSet(),
        ReadersOfUnknown(report, today).Contains(personId));

    // A part that names nothing can tell of all that the others rest on.
    IEnumerable<Guid> WhoMayRead(ReportPart part, IReadOnlyList<ReportPart> parts, DateOnly today) => part.Statements.Length == 0
        ? WhoKnowsAll(parts, today)
        : WhoKnows(part.Statements.Select(Find).OfType<Statement>(), today);

    // What is kept from all of them is left out by who writes for all of them. Where nothing is named it can rest on all that was said before
    // the family answered.
    IEnumerable<Guid> WhoKnowsAll(IReadOnlyList<ReportPart> parts, DateOnly today)
    {
        var named = parts.SelectMany(part => part.Statements).Distinct().Select(Find).OfType<Statement>().Where(one => !IsKeptFromAll(one, today)).ToList();
        return WhoKnows(named.Count > 0 ? named : Statements.Where(one => one.Status == StatementStatus.Standing && !IsKeptFromAll(one, today) && !rebuttals.Exists(answer => answer.StatementId == one.Id)), today);
    }

    IEnumerable<Guid> WhoKnows(IEnumerable<Statement> words, DateOnly today) =>
        Concerned.Where(person => words.All(one => !IsKeptFromAll(one, today) && Knows(person, one)));

    Refusal? WhyNotNarrowed(IReadOnlyList<ReportPart> parts, Guid[]? unknownNarrowedTo, DateOnly today) =>
        parts.Any(part => part.NarrowedTo?.Except(WhoMayRead(part, parts, today)).Any() == true) || unknownNarrowedTo?.Except(WhoKnowsAll(parts, today)).Any() == true
            ? InvestigationRefusals.ReaderBeyondShared
            : null;
}
