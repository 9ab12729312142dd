using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>Somebody judged that a person is in acute danger.</summary>
/// <param name="Id">The judgement.</param>
/// <param name="PersonId">Who is in danger.</param>
/// <param name="Ground">What it is built on.</param>
/// <param name="JudgedBy">Who judged so, by name and function.</param>
/// <param name="WrittenBy">The account that wrote it down.</param>
/// <param name="At">When.</param>
/// <param name="OverGround">What somebody judged the danger to be over on; null while it lasts.</param>
/// <param name="OverJudgedBy">Who judged it to be over, by name and function; null while it lasts.</param>
/// <param name="OverAt">When it was judged to be over; null while it lasts.</param>
public sealed record AcuteDangerResponse(
    Guid Id, Guid PersonId, string Ground, string JudgedBy, string WrittenBy, DateTimeOffset At, string? OverGround, string? OverJudgedBy,
    DateTimeOffset? OverAt)
{
    /// <summary>Shows a judgement.</summary>
    public static AcuteDangerResponse Of(AcuteDanger one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(
            one.Id, one.PersonId, one.Ground, one.JudgedBy, one.WrittenBy, one.At, one.OverGround, one.OverJudgedBy, one.OverAt);
    }
}
