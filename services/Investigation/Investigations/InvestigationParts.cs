using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <summary>What triage asked for.</summary>
/// <param name="RequestId">The request at Intake, where its questions are.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="RequestedAt">When it was asked for; the term counts from here.</param>
/// <param name="Children">The children whom it concerns.</param>
/// <param name="Parents">The parents who are heard.</param>
public sealed record InvestigationRequest(
    Guid RequestId, Guid FamilyId, Municipality Municipality, DateTimeOffset RequestedAt,
    IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents);

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

/// <summary>Somebody who was asked about the family.</summary>
public sealed class ConsultedSource
{
    /// <summary>Notes a source.</summary>
    /// <param name="name">Who was asked, as a function or organisation.</param>
    /// <param name="about">What about.</param>
    /// <param name="familyKnows">Whether the family knows.</param>
    /// <param name="whyFamilyDoesNotKnow">Why the family does not know, or null when it does.</param>
    /// <param name="consultedOn">The day.</param>
    /// <param name="by">The account that asked.</param>
    public ConsultedSource(
        string name, string about, bool familyKnows, string? whyFamilyDoesNotKnow, DateOnly consultedOn, string by)
    {
        Id = Guid.CreateVersion7();
        Name = name;
        About = about;
        FamilyKnows = familyKnows;
        WhyFamilyDoesNotKnow = whyFamilyDoesNotKnow;
        ConsultedOn = consultedOn;
        By = by;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who was asked, as a function or organisation.</summary>
    public string Name { get; private set; }

    /// <summary>What about.</summary>
    public string About { get; private set; }

    /// <summary>Whether the family knows.</summary>
    public bool FamilyKnows { get; private set; }

    /// <summary>Why the family does not know, or null when it does.</summary>
    public string? WhyFamilyDoesNotKnow { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly ConsultedOn { get; private set; }

    /// <summary>The account that asked.</summary>
    public string By { get; private set; }
}
