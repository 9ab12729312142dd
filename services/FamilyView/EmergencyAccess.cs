using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.FamilyView;

/// <summary>
/// A worker opened a file in an emergency, without being involved ("breaking the glass"). It needs a reason, lasts
/// short, and everybody who is involved sees who did it, when and why.
/// </summary>
public sealed class EmergencyAccess : Aggregate
{
    /// <summary>How long it lasts. Nobody can choose a longer time; who needs it again gives a reason again.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromHours(1);

    /// <summary>The fewest characters that are seen of a reason, so that those involved can weigh it afterwards.</summary>
    public const int ShortestReason = 10;

    /// <summary>The most characters that a reason has.</summary>
    public const int LongestReason = 1000;

    // All that it ever says is said when it is made, so this is not kept.
    Municipality municipality;

    EmergencyAccess()
    {
    }

    /// <summary>The family whose file was opened.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>The account of the worker who opened it.</summary>
    public string Worker { get; private init; } = "";

    /// <summary>The worker's organisation.</summary>
    public string Organisation { get; private init; } = "";

    /// <summary>Why, in the worker's own words.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>From when.</summary>
    public DateTimeOffset From { get; private init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset Until { get; private init; }

    /// <inheritdoc/>
    public override Guid OfFamily => FamilyId;

    /// <inheritdoc/>
    protected override Municipality OfMunicipality => municipality;

    /// <summary>Opens a file in an emergency, from now on.</summary>
    /// <returns>The access, or why it is refused.</returns>
    public static (EmergencyAccess? Access, Refusal? Refusal) Open(Guid familyId, Municipality municipality, string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(by);
        var words = reason.Trim();
        var seen = VisibleText.In(words).ToList();
        if (seen.Count < ShortestReason || seen.Distinct().Count() == 1)
            return (null, ReasonMissing);
        if (words.Length > LongestReason)
            return (null, ReasonTooLong);

        var access = new EmergencyAccess
        {
            Id = Guid.CreateVersion7(by.Now),
            FamilyId = familyId,
            municipality = municipality,
            Worker = by.Account,
            Organisation = by.Organisation,
            Reason = words,
            From = by.Now,
            Until = by.Now + Duration,
        };
        access.Raise(new InvolvementStarted(access.Id, Relations.EmergencyAccess, by.Account, Team: null, by.Organisation, access.From, access.Until), by.Now);
        return (access, null);
    }

    /// <summary>There is no reason that others can weigh.</summary>
    public static Refusal ReasonMissing { get; } = new(
        "emergency-reason-missing", "Opening a file in an emergency needs a reason.",
        $"Write in at least {ShortestReason} characters why you must see this file now.", RefusalKind.Invalid);

    /// <summary>The reason is longer than is kept.</summary>
    public static Refusal ReasonTooLong { get; } = new(
        "emergency-reason-too-long", "A reason is short.",
        $"Write it in at most {LongestReason} characters.", RefusalKind.Invalid);
}
