namespace Geborgen.Investigation.Investigations;

/// <summary>Somebody became one of those concerned, or is so no longer.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Role">As what the person was added; null for who was taken from those concerned.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The account that wrote it down.</param>
/// <param name="At">When.</param>
public sealed record ConcernedChangeResponse(Guid Id, Guid PersonId, ConcernedRole? Role, string Reason, string By, DateTimeOffset At)
{
    internal static ConcernedChangeResponse Of(ConcernedChange one) => new(one.Id, one.PersonId, one.Role, one.Reason, one.By, one.At);
}
