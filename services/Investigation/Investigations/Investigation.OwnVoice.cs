using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <content>What a child or parent reads and says under the own login: never what was not shared with that person.</content>
public sealed partial class Investigation
{
    /// <summary>A person's own words, those that a worker wrote down too.</summary>
    public IEnumerable<Statement> OwnOf(Guid personId) =>
        Statements.Where(one => one.PersonId == personId && one.Status != StatementStatus.TakenOut);

    /// <summary>The draft that a person has on paper, the latest; null while that person has none. What is being written anew is nobody's yet.</summary>
    public Report? ReportOf(Guid personId) => reports.Where(one => !one.OnPaperOf(personId).IsEmpty).MaxBy(one => one.Number);

    /// <summary>The latest draft that a person has or heard of in a talk.</summary>
    Report? DraftKnownTo(Guid personId) => reports.Where(one => one.IsGivenTo(personId)).MaxBy(one => one.Number);

    /// <summary>Who got a draft, or asked for another expert, knows of it as well.</summary>
    public override bool IsKnownTo(Guid personId) =>
        base.IsKnownTo(personId) || DraftKnownTo(personId) is not null || counterExpertise.Exists(one => one.PersonId == personId);

    /// <summary>One of those concerned answers the draft under the own login.</summary>
    public Refusal? RebutOwn(string text, StatementKind kind, FamilyRecords family, Actor by) => Rebut(OwnWords(text, kind, family, by), family, by);
}
