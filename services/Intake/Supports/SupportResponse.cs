using System.Text.Json.Serialization;
using Geborgen.Intake.Families;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Supports;

/// <summary>An offer or request as the local team reads it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Side">Offered or asked for.</param>
/// <param name="Kind">What kind of support.</param>
/// <param name="Text">What is offered or asked for.</param>
/// <param name="Contact">Who it is and how to reach them; null once it ended.</param>
/// <param name="RegisteredAt">When it was written down.</param>
/// <param name="Match">With which offer a request was brought together; null when it was not.</param>
/// <param name="Notes">How it goes, the oldest first.</param>
/// <param name="EndReason">Why it ended; null while it did not.</param>
/// <param name="EndedAt">When it ended; null while it did not.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record SupportResponse(
    Guid Id, SupportSide Side, SupportKind Kind, string Text, SupportContactResponse? Contact, DateTimeOffset RegisteredAt, SupportMatchResponse? Match,
    IReadOnlyList<SupportNoteResponse> Notes, string? EndReason, DateTimeOffset? EndedAt, [property: JsonIgnore] int Version) : IVersioned
{
    internal static SupportResponse Of(SupportExchange one) => new(
        one.Id, one.Side, one.Kind, one.Text, one.Contact is { } contact ? SupportContactResponse.Of(contact) : null, one.RegisteredAt,
        one.Match is { } match ? SupportMatchResponse.Of(match) : null,
        [.. one.Notes.OrderBy(note => note.At).Select(note => new SupportNoteResponse(note.Id, note.Text, note.By, note.At))],
        one.EndReason, one.EndedAt, one.Version);
}

/// <summary>Who offers or asks for support and how to reach them; kept apart, and read by the local team only.</summary>
/// <param name="Name">The name by which they want to be known.</param>
/// <param name="Reach">How to reach them, such as a telephone number.</param>
public sealed record SupportContactResponse(string Name, string Reach)
{
    internal static SupportContactResponse Of(SupportContact one) => new(one.Name, one.Reach);
}

/// <summary>A request was brought together with an offer; both sides agreed.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="By">The account that brought them together and heard both agree.</param>
/// <param name="At">When.</param>
public sealed record SupportMatchResponse(Guid OfferId, string By, DateTimeOffset At)
{
    internal static SupportMatchResponse Of(SupportMatch one) => new(one.OfferId, one.By, one.At);
}
