using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Emergencies;

namespace Geborgen.Intake.Contacts;

// That it was registered in error: about another family, twice, or to try something.
public sealed partial class Contact
{
    /// <summary>When it was taken out of sight as registered in error, or null. What it says stays for who watches over that, and for nobody else.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    /// <summary>The account that took it out, or null.</summary>
    public string? TakenOutBy { get; private set; }

    /// <summary>What went wrong, or null.</summary>
    public string? WhyTakenOut { get; private set; }

    /// <summary>Those of the family who know of it: who were told, spoke in it, or got something of it shared.</summary>
    public IEnumerable<Guid> KnownToPersons => tellings.SelectMany(one => one.Persons)
        .Concat(Statements.Select(one => one.PersonId).OfType<Guid>())
        .Concat(Statements.SelectMany(one => one.SharedWith).Select(one => one.PersonId)).Distinct();

    /// <summary>
    /// Takes it out of sight with all that it holds, and stops its terms: nobody counts it any more, and nothing waits for it. Once an investigation
    /// was begun on it its words are in the hands of the regional team. While an emergency runs, what was agreed in it holds, or somebody is judged to be in
    /// danger, nothing goes out of sight: that ends first, with its reason, where everybody sees it. A call for help is its sender's, who can take it back.
    /// </summary>
    public Refusal? TakeOut(string? reason, IReadOnlyCollection<Emergency> emergencies, Actor by)
    {
        ArgumentNullException.ThrowIfNull(emergencies);
        ArgumentNullException.ThrowIfNull(by);
        if (string.IsNullOrWhiteSpace(reason))
            return BreachRefusals.RemovalWithoutReason;
        if (AcuteDangers.Any(one => one.OverAt is null))
            return EmergencyRefusals.DangerStands;
        if (emergencies.Select(one => one.WhyContactStays(by.Now)).FirstOrDefault(why => why is not null) is { } stays)
            return stays;
        if (Kind == ContactKind.SelfReferral && Sender is not null)
            return ContactRefusals.CallStays;
        if (InvestigationRequest is not null)
            return ContactRefusals.InvestigationBegun;
        (TakenOutAt, TakenOutBy, WhyTakenOut, Status) = (by.Now, by.Account, reason, ContactStatus.Removed);
        StopWithFile(by);
        // Whoever took a statement over takes it out as well.
        foreach (var said in Statements.Where(one => one.Status != StatementStatus.TakenOut))
            Raise(new StatementChanged(said.Id, CamelCase.Of(StatementChange.TakenOut), said.Number + 1), by.Now);
        Raise(new ContactTakenOut(
            [.. shieldings.Select(one => one.DecisionId).Concat(Triage is { } triage ? [triage.DecisionId] : [])],
            [.. AcuteDangers.Select(one => one.Id)], [.. NotKnown.Select(one => one.Id)]), by.Now);
        return null;
    }
}
