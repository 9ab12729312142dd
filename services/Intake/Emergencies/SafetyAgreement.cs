namespace Geborgen.Intake.Emergencies;

/// <summary>What those concerned agreed on, to keep everybody safe for now.</summary>
public sealed class SafetyAgreement
{
    readonly List<SafetyAgreementReview> reviews = [];

    internal SafetyAgreement(string who, string what, DateTimeOffset until, IReadOnlyList<string> agreedBy, DateTimeOffset agreedAt)
    {
        Id = Guid.CreateVersion7(agreedAt);
        Who = who;
        What = what;
        Until = until;
        AgreedBy = agreedBy;
        AgreedAt = agreedAt;
    }

    /// <summary>The agreement's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who does it.</summary>
    public string Who { get; private set; }

    /// <summary>What.</summary>
    public string What { get; private set; }

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Who agreed; at least one.</summary>
    public IReadOnlyList<string> AgreedBy { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset AgreedAt { get; private set; }

    /// <summary>The clock that runs until it ends; null for one from before agreements had one.</summary>
    public Guid? ClockId { get; internal set; }

    /// <summary>Whether it lives on in the family's plan, where it is looked at.</summary>
    public bool InPlan { get; internal set; }

    /// <summary>When it was ended after a look at how it went, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it went, each time that it was looked at.</summary>
    public IReadOnlyList<SafetyAgreementReview> Reviews => reviews;

    internal void Evaluate(SafetyAgreementEvaluation evaluation, Guid? clockId, DateTimeOffset now)
    {
        reviews.Add(new SafetyAgreementReview(evaluation.HowItWent, evaluation.Outcome, evaluation.EvaluatedBy, Until, now));
        if (clockId is null)
            EndedAt = now;
        else
            (Until, AgreedBy, ClockId) = (evaluation.Until!.Value.ToUniversalTime(), [.. evaluation.AgreedBy], clockId);
    }
}

/// <summary>How a safety agreement went and what becomes of it.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="HowItWent">How it went, in words of those concerned.</param>
/// <param name="EvaluatedBy">Who looked at it, by name and function.</param>
/// <param name="Until">Until when it holds then; only for one that is agreed on anew.</param>
/// <param name="AgreedBy">Who agreed on it anew; nobody where it ends.</param>
public sealed record SafetyAgreementEvaluation(
    SafetyAgreementOutcome Outcome, string HowItWent, string EvaluatedBy, DateTimeOffset? Until, IReadOnlyCollection<string> AgreedBy);

/// <summary>What becomes of a safety agreement.</summary>
public enum SafetyAgreementOutcome
{
    /// <summary>It ends: it was kept, or others take its place.</summary>
    Ended,

    /// <summary>It was not kept; something else is needed.</summary>
    NotKept,

    /// <summary>Those concerned agree on it anew, until later.</summary>
    Renewed,
}

/// <summary>It was looked at how a safety agreement went.</summary>
public sealed class SafetyAgreementReview
{
    internal SafetyAgreementReview(string howItWent, SafetyAgreementOutcome outcome, string evaluatedBy, DateTimeOffset heldUntil, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        HowItWent = howItWent;
        Outcome = outcome;
        EvaluatedBy = evaluatedBy;
        HeldUntil = heldUntil;
        At = at;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>How it went.</summary>
    public string HowItWent { get; private set; }

    /// <summary>What became of it.</summary>
    public SafetyAgreementOutcome Outcome { get; private set; }

    /// <summary>Who looked at it, by name and function.</summary>
    public string EvaluatedBy { get; private set; }

    /// <summary>Until when it would have held.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
