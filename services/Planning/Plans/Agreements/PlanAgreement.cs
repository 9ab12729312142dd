namespace Geborgen.Planning.Plans;

/// <summary>What those concerned agreed on to keep everybody safe.</summary>
public sealed class PlanAgreement
{
    readonly List<AgreementReview> reviews = [];
    DateTimeOffset until;
    Guid clockId;

    /// <summary>The agreement; one of an emergency keeps its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The emergency at Intake where its words stand; null for one that was made here.</summary>
    public Guid? EmergencyId { get; init; }

    /// <summary>Who does it; null where the words stand at an emergency.</summary>
    public string? Who { get; init; }

    /// <summary>What; null where the words stand at an emergency.</summary>
    public string? What { get; init; }

    /// <summary>Who agreed.</summary>
    public required IReadOnlyList<string> AgreedBy { get; init; }

    /// <summary>How it is watched whether it is kept; null where nobody said.</summary>
    public string? Watch { get; init; }

    /// <summary>When it was recorded here.</summary>
    public required DateTimeOffset AgreedAt { get; init; }

    /// <summary>Until when it holds.</summary>
    public required DateTimeOffset Until { get => until; init => until = value; }

    /// <summary>The clock that runs until then.</summary>
    public required Guid ClockId { get => clockId; init => clockId = value; }

    /// <summary>When it was ended after a look at how it went; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it went, each time that it was looked at.</summary>
    public IReadOnlyList<AgreementReview> Reviews => reviews;

    internal void Evaluate(AgreementEvaluation evaluation, Guid? clock, DateTimeOffset now)
    {
        reviews.Add(new AgreementReview { Outcome = evaluation.Outcome, HowItWent = evaluation.HowItWent, At = now });
        Follow(evaluation.Until, clock, now);
    }

    internal void Follow(DateTimeOffset? end, Guid? clock, DateTimeOffset now)
    {
        if (clock is { } runs)
            (until, clockId) = (end!.Value.ToUniversalTime(), runs);
        else
            EndedAt = now;
    }
}

/// <summary>A safety agreement that is made.</summary>
/// <param name="Who">Who does it.</param>
/// <param name="What">What.</param>
/// <param name="Until">Until when it holds.</param>
/// <param name="AgreedBy">Who agreed.</param>
/// <param name="Watch">How it is watched whether it is kept.</param>
public sealed record NewAgreement(string? Who, string? What, DateTimeOffset Until, IReadOnlyList<string> AgreedBy, string? Watch);

/// <summary>How a safety agreement went and what becomes of it.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="HowItWent">How it went, in words of those concerned.</param>
/// <param name="Until">Until when it holds then; only for one that is agreed on anew.</param>
public sealed record AgreementEvaluation(AgreementOutcome Outcome, string HowItWent, DateTimeOffset? Until);

/// <summary>What becomes of a safety agreement.</summary>
public enum AgreementOutcome
{
    /// <summary>It ends: it was kept, or others take its place.</summary>
    Ended,

    /// <summary>It was not kept; something else is needed.</summary>
    NotKept,

    /// <summary>Those concerned agree on it anew, until later.</summary>
    Renewed,
}

/// <summary>It was looked at how a safety agreement went.</summary>
public sealed class AgreementReview
{
    /// <summary>What became of it.</summary>
    public required AgreementOutcome Outcome { get; init; }

    /// <summary>How it went.</summary>
    public required string HowItWent { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
