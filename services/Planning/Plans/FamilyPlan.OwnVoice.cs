using Geborgen.Casework;

namespace Geborgen.Planning.Plans;

/// <content>What a member of the family reads under the own login follows from age and authority, never from a switch.</content>
public sealed partial class FamilyPlan
{
    /// <summary>Whether somebody reads the plan: every adult, and a child from twelve. A younger one has what is the child's own.</summary>
    public static bool ReadsPlan(Guid personId, FamilyRecords family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return !family.Children.Contains(personId) || family.FromTwelve.Contains(personId);
    }

    /// <summary>The goals that a member reads: the own ones, and of a child those about which was spoken with the child.</summary>
    public IEnumerable<Goal> GoalsShownTo(Guid reader, FamilyRecords family, DateOnly today)
    {
        var shared = SharedWith(reader, today).Select(one => one.Id).ToHashSet();
        return goals.Where(goal => goal.OwnerId == reader || (ReadsPlan(reader, family) && !IsKeptByChild(goal)));

        // From sixteen a young person alone decides who reads what is the young person's.
        bool IsKeptByChild(Goal goal) => goal.OwnerId is { } owner && family.Children.Contains(owner)
            && (goal.StatementId is { } said ? !shared.Contains(said) : family.FromSixteen.Contains(owner));
    }

    /// <summary>The answers that a member reads: the own ones, those of adults, and of a child those about which was spoken with the child.</summary>
    public IEnumerable<PlanAnswer> AnswersShownTo(Guid reader, FamilyRecords family, DateOnly today)
    {
        var shared = SharedWith(reader, today).Select(one => (Guid?)one.Id).ToHashSet();
        return answers.Where(answer => answer.PersonId == reader
            || (ReadsPlan(reader, family) && (!family.Children.Contains(answer.PersonId) || (answer.StatementId is not null && shared.Contains(answer.StatementId)))));
    }

    /// <summary>Whether the plan asks somebody who reads it for an answer to it as it stands.</summary>
    public bool AsksAnswerOf(Guid personId, FamilyRecords family) =>
        Status != PlanStatus.Closed && (Status != PlanStatus.FamilyFirst || ownPlans.Count > 0) && ReadsPlan(personId, family) && AnswerOf(personId)?.Edition != Edition;

    /// <inheritdoc/>
    public override bool IsKnownTo(Guid personId) =>
        base.IsKnownTo(personId) || goals.Exists(one => one.OwnerId == personId) || answers.Exists(one => one.PersonId == personId)
        || choices.Exists(one => one.ChosenBy == personId) || actions.Exists(one => one.PersonId == personId);
}
