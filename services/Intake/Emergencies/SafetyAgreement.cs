namespace Geborgen.Intake.Emergencies;

/// <summary>What those concerned agreed on, to keep everybody safe for now.</summary>
public sealed class SafetyAgreement
{
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
}
