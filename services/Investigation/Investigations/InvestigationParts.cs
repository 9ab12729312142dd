using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <summary>What triage asked for.</summary>
/// <param name="RequestId">The request at Intake, where its questions are.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="RequestedAt">When it was asked for; the term counts from here.</param>
/// <param name="Children">The children whom it concerns.</param>
/// <param name="Parents">The parents who are heard.</param>
/// <param name="Adults">Other adults whom it concerns, in a household without children.</param>
public sealed record InvestigationRequest(
    Guid RequestId, Guid FamilyId, Municipality Municipality, DateTimeOffset RequestedAt,
    IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents, IReadOnlyList<Guid> Adults);

/// <summary>The kinds of investigation.</summary>
public enum InvestigationKind
{
    /// <summary>A first investigation.</summary>
    First,

    /// <summary>One that goes on after a first.</summary>
    Extended,
}

/// <summary>How far an investigation is.</summary>
public enum InvestigationStatus
{
    /// <summary>It runs.</summary>
    Open,

    /// <summary>It was concluded; what was missing then may still be made up for.</summary>
    Concluded,
}

/// <summary>How an investigation is done.</summary>
public sealed class Plan
{
    internal Plan(string approach, string[] questions, string madeBy, DateTimeOffset madeAt)
    {
        Approach = approach;
        Questions = questions;
        MadeBy = madeBy;
        MadeAt = madeAt;
    }

    /// <summary>How, in words for the family.</summary>
    public string Approach { get; private set; }

    /// <summary>The questions that it answers, besides those of the request.</summary>
    public string[] Questions { get; private set; }

    /// <summary>The account that wrote it.</summary>
    public string MadeBy { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset MadeAt { get; private set; }
}

/// <summary>A plan of approach that a later one replaced.</summary>
public sealed class EarlierPlan
{
    EarlierPlan(string approach, string[] questions, string madeBy, DateTimeOffset madeAt, DateTimeOffset replacedAt)
    {
        Id = Guid.CreateVersion7(replacedAt);
        Approach = approach;
        Questions = questions;
        MadeBy = madeBy;
        MadeAt = madeAt;
        ReplacedAt = replacedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>How, in words for the family.</summary>
    public string Approach { get; private set; }

    /// <summary>The questions that it answered, besides those of the request.</summary>
    public string[] Questions { get; private set; }

    /// <summary>The account that wrote it.</summary>
    public string MadeBy { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When another took its place.</summary>
    public DateTimeOffset ReplacedAt { get; private set; }

    internal static EarlierPlan Of(Plan plan, DateTimeOffset now) => new(plan.Approach, plan.Questions, plan.MadeBy, plan.MadeAt, now);
}
