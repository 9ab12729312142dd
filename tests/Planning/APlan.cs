using Geborgen.Casework;
using Geborgen.Planning.Plans;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>The plan of a family with a mother, a father who left the household, a grandmother and children, and the steps by which it goes on.</summary>
sealed class APlan
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly Actor Lotte = "lotte".At(Now);
    public static readonly TimeLimit TwelveWeeks = Weeks(FamilyPlan.LongestFamilyFirstTerm, 12), FourWeeks = Weeks(FamilyPlan.WaitingTerm, 4),
        SixWeeks = Weeks(FamilyPlan.BarrierTerm, 6), AWeek = new(FamilyPlan.InvitationTerm, 7, TimeLimitUnit.CalendarDays, "x", default, null);

    public static readonly Decision ToSkip = Decision.Make(
        new(SkippedFamilyFirst.Kind, ["skipped"], [ControllerKind.Municipality], "Jeugdwet artikel 4.1.2", Remedy.Complaint, null, Reasoned: true, "x", default, null),
        "We make a plan with you now.", "It was not safe last night.", "To wait: too dangerous.").Decision!;

    readonly Guid[] children;
    readonly int[] ages;
    readonly HashSet<Guid> dead = [];
    readonly HashSet<(Guid, Guid)> authority = [];
    readonly Dictionary<Guid, DateOnly> lastDays = [];

    public APlan(params int[] ages)
    {
        this.ages = ages;
        children = Array.ConvertAll(ages, _ => Guid.CreateVersion7());
        lastDays[Father] = new(2025, 6, 30);
        Plan = FamilyPlan.Open(Guid.CreateVersion7(), new("gm0344"), PlanCause.LocalSupport, Guid.CreateVersion7(), [], Now);
        Plan.AlsoKeep((_, _) => []);
    }

    public FamilyPlan Plan { get; }

    public Guid Mother { get; } = Guid.CreateVersion7();

    public Guid Father { get; } = Guid.CreateVersion7();

    public Guid Grandmother { get; } = Guid.CreateVersion7();

    public Guid Child => children[0];

    public Actor Samira => "samira".At(Now, Mother);

    public FamilyRecords Family => new(children.ToHashSet(), new HashSet<Guid> { Mother, Father }, new HashSet<Guid> { Grandmother }, Of(16))
    {
        FromTwelve = Of(12),
        Dead = dead,
        Authority = authority,
        LastDays = lastDays,
    };

    /// <summary>A plan that is written, in the family's own words.</summary>
    public APlan Drafted()
    {
        Assert.Null(Plan.WriteOwnPlan("My sister cooks on Monday.", Mother, Family, Samira));
        return this;
    }

    /// <summary>A plan to which everybody agrees and by which those concerned work.</summary>
    public APlan Running()
    {
        Drafted();
        foreach (var person in children.Append(Mother).Append(Grandmother))
            Agree(person);
        Assert.Null(Plan.Start(Today.AddDays(42), Family, Lotte));
        return this;
    }

    public void Agree(Guid person, PlanAnswerCode code = PlanAnswerCode.Agrees) => Assert.Null(Plan.Answer(code, null, person, Family, Lotte));

    public void HasAuthority(Guid parent, Guid child) => authority.Add((child, parent));

    public void Dies(Guid person) => dead.Add(person);

    public void Leaves(Guid person) => lastDays[person] = Today.AddDays(-1);

    public Refusal? SetGoal(Guid? owner, string? whyNobody = null, Actor? by = null) =>
        Plan.SetGoal(new(LifeDomain.Household, "The post is opened each week.", owner, whyNobody, OwnScale: null), Family, by ?? Lotte);

    public Guid Goal(Guid owner)
    {
        Assert.Null(SetGoal(owner));
        return Plan.Goals[^1].Id;
    }

    public Partner Joined(PartnerKind kind = PartnerKind.Network, string? organisation = null)
    {
        Assert.Null(Plan.Join(kind, "Oma", organisation, "She fetches the children.", Lotte));
        return Plan.Partners[^1];
    }

    /// <summary>Somebody who came in by a code.</summary>
    public Partner Entered(string account)
    {
        var partner = Joined();
        Assert.Null(Plan.Enter(Plan.Invite(partner.Id, AWeek, Lotte).Code!, account.At(Now)));
        return partner;
    }

    public Refusal? Act(NewAction action) => Plan.AddAction(action, Family, Lotte);

    public static NewAction By(Guid? person = null, Guid? partner = null, Guid? child = null) => new("Fetches the children.", "Tuesday and Thursday", null, child, person, partner);

    public static NewEvaluation Looked(PlanUsefulness usefulness = PlanUsefulness.Helped, string? other = null, DateOnly? next = null, params JudgedGoal[] goals) =>
        new("The mornings are calm.", "Together works better.", usefulness, other, [WorkingElement.Network], goals, next);

    public static NewAgreement Agreed(DateTimeOffset until, params string[] by) => new("Aunt", "Sleeps with the children.", until, by, "Lotte calls on Monday.");

    HashSet<Guid> Of(int age) => [.. children.Where((_, place) => ages[place] >= age)];

    static TimeLimit Weeks(string term, int amount) => new(term, amount, TimeLimitUnit.Weeks, "x", default, null);
}
