using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>How the domains of life go, side by side as each sees it.</content>
public sealed partial class FamilyPlan
{
    readonly List<DomainDescription> descriptions = [];

    /// <summary>What was said of the domains of life, the oldest first.</summary>
    public IReadOnlyList<DomainDescription> Descriptions => descriptions;

    /// <summary>Notes how a domain of life goes as somebody of the family sees it, in their own words, or as a professional does.</summary>
    public Refusal? DescribeDomain(LifeDomain domain, DomainView view, string? text, Guid? personId, FamilyRecords family, Actor by)
    {
        if ((WhyNotOpen ?? WhyNotOfFamily(personId, family, by)) is { } refused)
            return refused;
        var (statement, refusal) = HearIfSaid(Said(text, personId, StatementKind.Observation, family), family, by);
        if (refusal is not null)
            return refusal;
        descriptions.Add(new DomainDescription { Domain = domain, View = view, PersonId = personId, StatementId = statement, At = by.Now });
        Raise(new LifeDomainDescribed(CamelCase.Of(domain), CamelCase.Of(view), personId), by.Now);
        return null;
    }
}
