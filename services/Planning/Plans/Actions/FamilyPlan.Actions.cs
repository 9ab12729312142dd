using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>Who does what, and how it goes.</content>
public sealed partial class FamilyPlan
{
    readonly List<PlanAction> actions = [];

    /// <summary>What was agreed that somebody does.</summary>
    public IReadOnlyList<PlanAction> Actions => actions;

    /// <summary>Agrees on who does something: somebody of the family, somebody who helps along, or the key worker.</summary>
    public Refusal? AddAction(NewAction action, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(by);
        if ((WhyNotWritten ?? WhyNotOfFamily(action.PersonId, family, by) ?? WhyNotOfFamily(action.ChildId, family, by)) is { } refused)
            return refused;
        if (action.GoalId is { } goal && goals.TrueForAll(one => one.Id != goal))
            return PlanRefusals.NoSuchGoal;
        if (action.PersonId is not null && action.PartnerId is not null)
            return PlanRefusals.OneDoesIt;
        if (action.PartnerId is { } partner && PartnerAt(partner, by.Now) is null)
            return PlanRefusals.NoSuchPartner;
        if ((WhyWithoutConsent(action.ChildId, family, by) ?? WhyNotForFamily(null, by, ("what", action.What), ("when", action.When))) is { } told)
            return told;
        var planned = new PlanAction
        {
            Id = Guid.CreateVersion7(by.Now),
            What = action.What,
            When = action.When,
            GoalId = action.GoalId,
            ChildId = action.ChildId,
            PersonId = action.PersonId,
            PartnerId = action.PartnerId,
            PlannedOn = by.Today,
        };
        actions.Add(planned);
        Raise(new ActionAdded(planned.Id), by.Now);
        return null;
    }

    /// <summary>
    /// How an action goes, or that it is done, in the words of who does it. Nobody reports for another; what the key worker does, the key
    /// worker tells.
    /// </summary>
    public Refusal? ReportAction(Guid actionId, string? text, DateOnly? doneOn, ActionReporter reporter, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(reporter);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (actions.Find(one => one.Id == actionId) is not { } action)
            return PlanRefusals.NoSuchAction;
        if (action.PersonId != reporter.PersonId || action.PartnerId != reporter.PartnerId)
            return PlanRefusals.ProgressOfAnother;
        if (doneOn is { } day && (day < action.PlannedOn || day > by.Today))
            return PlanRefusals.DoneBeforePlanned;
        if (string.IsNullOrWhiteSpace(text) && doneOn is null)
            return PlanRefusals.NothingReported;
        var (statement, refusal) = HearIfSaid(SaidBy(reporter, text, family), family, by);
        if (refusal is not null)
            return refusal;
        action.Report(new ActionReport { StatementId = statement, At = by.Now }, doneOn);
        Raise(new ActionReported(actionId, action.DoneOn), by.Now);
        return null;
    }

    // Who helps along is no member of the family, but speaks under the name by which the family knows them.
    Words? SaidBy(ActionReporter reporter, string? text, FamilyRecords family)
    {
        var said = Said(text, reporter.PersonId, StatementKind.Observation, family);
        return reporter.PartnerId is { } id && partners.Find(one => one.Id == id) is { } partner
            ? said is null ? null : said with { Author = partner.Organisation is null ? StatementAuthor.Network : StatementAuthor.Professional, AuthorName = partner.Name }
            : said;
    }
}

/// <summary>Something that somebody is to do.</summary>
/// <param name="What">What.</param>
/// <param name="When">When, as those concerned say it.</param>
/// <param name="GoalId">The goal that it serves.</param>
/// <param name="ChildId">The child whom it is about.</param>
/// <param name="PersonId">The member of the family who does it.</param>
/// <param name="PartnerId">Who of those who help along does it.</param>
public sealed record NewAction(string What, string? When, Guid? GoalId, Guid? ChildId, Guid? PersonId, Guid? PartnerId);

/// <summary>Who tells how an action goes: a member of the family, somebody who helps along, or, where both are null, the key worker.</summary>
/// <param name="PersonId">The member of the family.</param>
/// <param name="PartnerId">Who helps along.</param>
public sealed record ActionReporter(Guid? PersonId, Guid? PartnerId);
