using Geborgen.Casework;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <content>What happens to the file when a member calls for help under the own login.</content>
public sealed partial class Family
{
    readonly List<HelpCall> helpCalls = [];

    /// <summary>Which members called for help here.</summary>
    public IReadOnlyList<HelpCall> HelpCalls => helpCalls;

    /// <summary>
    /// A member calls for help: a closed file opens by itself, and without a key worker the term to find one runs. No other member learns of
    /// that term, for it would tell of the call.
    /// </summary>
    public void HearCall(Guid personId, TeamOnDuty duty, TimeLimit limit, Actor by)
    {
        if (ClosedAt is not null)
            OpenAgain(ReopeningCause.FamilyAsked, why: null, duty, limit, by.Now);
        else
            NeedKeyWorker(limit, by);
        helpCalls.Add(new HelpCall(personId, by.Now));
    }

    /// <summary>What the family's records say of those who belong or belonged to it, over the files of one family.</summary>
    public static FamilyRecords RecordsOf(IReadOnlyCollection<Membership> members, IEnumerable<RoleCorrection> corrections, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(corrections);
        var (parents, others) = (In(MemberRole.Parent), In(MemberRole.Partner, MemberRole.Grandparent, MemberRole.Relative, MemberRole.Other));
        // Who was a child here once and is an adult of the household now is one for a child's words.
        return new(
            In(MemberRole.Child).Except(parents).Except(others).ToHashSet(), parents, others,
            members.Where(one => Rights.Of(one.BornOn, null, today).Class is AgeClass.From16 or AgeClass.From18).Select(one => one.PersonId).ToHashSet())
        {
            OnceAdults = corrections.Where(one => one.Wrong != MemberRole.Child).Select(one => one.PersonId).ToHashSet(),
        };

        HashSet<Guid> In(params MemberRole[] roles) => [.. members.Where(one => roles.Contains(one.Role)).Select(one => one.PersonId)];
    }
}

/// <summary>A member's call for help in the own file.</summary>
public sealed class HelpCall
{
    internal HelpCall(Guid personId, DateTimeOffset at)
    {
        PersonId = personId;
        At = at;
    }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
