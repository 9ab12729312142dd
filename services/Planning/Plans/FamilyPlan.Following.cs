using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>What follows in a plan when words change on which a part of it rests, or when somebody turns out never to have belonged to the family.</content>
public sealed partial class FamilyPlan
{
    /// <summary>
    /// Somebody was recorded in error and never belonged to the family: nothing of that person stands in the plan any more. False when nothing did.
    /// </summary>
    public bool FollowTakenOut(Guid personId, DateTimeOffset now)
    {
        var said = Statements.Where(one => one.PersonId == personId && one.Status != StatementStatus.TakenOut).Select(one => one.Id).ToList();
        foreach (var statement in said)
            TakeOutStatement(statement, now);
        var (before, owned, asked) = (Version, goals.FindAll(one => one.OwnerId == personId), supports.FindAll(one => one.ChildId == personId));
        owned.ForEach(one => Remove(one, now));
        foreach (var support in asked)
        {
            supports.Remove(support);
            StopClock(support.ClockId, now);
            Raise(new SupportChanged(support.Id, CamelCase.Of(support.Domain), CamelCase.Of(SupportState.Ended)), now);
        }
        var named = descriptions.RemoveAll(one => one.PersonId == personId) + answers.RemoveAll(one => one.PersonId == personId)
            + actions.RemoveAll(one => one.PersonId == personId || one.ChildId == personId);
        foreach (var choice in choices.Where(one => one.ChosenBy == personId))
        {
            choice.TakeBack();
            named++;
        }
        if (named > 0)
            TakeNextVersion();
        return said.Count > 0 || Version > before;
    }

    /// <summary>An own goal follows its owner's words; what was registered in error goes out of sight wherever it stands.</summary>
    protected override void OnChanged(Statement statement, StatementChange change, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var own = goals.Find(one => one.StatementId == statement.Id);
        if (change == StatementChange.TakenOut)
        {
            if (own is not null)
                Remove(own, now);
            ownPlans.RemoveAll(one => one.StatementId == statement.Id);
            descriptions.RemoveAll(one => one.StatementId == statement.Id);
            answers.RemoveAll(one => one.StatementId == statement.Id);
            goals.ForEach(one => one.TakeOutReport(statement.Id));
        }
        else if (change == StatementChange.Withdrawn && own is not null)
        {
            own.Judge(GoalOutcome.Dropped);
            Raise(new GoalEnded(own.Id), now);
        }
        else
        {
            own?.Say(statement.Text);
        }
    }

    void Remove(Goal goal, DateTimeOffset now)
    {
        goals.Remove(goal);
        Raise(new GoalEnded(goal.Id), now);
    }
}
