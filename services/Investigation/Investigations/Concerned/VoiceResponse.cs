namespace Geborgen.Investigation.Investigations;

/// <summary>What a child or parent says themselves, or why that is missing.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">Whose voice it is.</param>
/// <param name="StatementId">The person's own statement, or null when it is missing.</param>
/// <param name="SpokenBy">Who spoke with the person; null when there was no talk.</param>
/// <param name="Manner">How the talk suited the person's age and language; null when there was no talk.</param>
/// <param name="Interpreter">Who interpreted the talk; null when nobody did.</param>
/// <param name="WhyNot">Why the person's own statement is missing; null when it is not.</param>
/// <param name="Explanation">What there is to say about that reason, and what was tried; null when nothing is missing.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record VoiceResponse(
    Guid Id, Guid PersonId, Guid? StatementId, string? SpokenBy, string? Manner, string? Interpreter, WhyNot? WhyNot, string? Explanation,
    DateTimeOffset RecordedAt)
{
    internal static VoiceResponse Of(Voice one) => new(
        one.Id, one.PersonId, one.StatementId, one.SpokenBy, one.Manner, one.Interpreter, one.WhyNot, one.Explanation, one.RecordedAt);
}
