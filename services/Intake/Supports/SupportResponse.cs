using System.Text.Json.Serialization;
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
    Guid Id, SupportSide Side, SupportKind Kind, string Text, SupportContact? Contact, DateTimeOffset RegisteredAt, SupportMatch? Match,
    IReadOnlyList<SupportNote> Notes, string? EndReason, DateTimeOffset? EndedAt, [property: JsonIgnore] int Version) : IVersioned
{
    internal static SupportResponse Of(SupportExchange one) => new(
        one.Id, one.Side, one.Kind, one.Text, one.Contact, one.RegisteredAt, one.Match, [.. one.Notes.OrderBy(note => note.At)],
        one.EndReason, one.EndedAt, one.Version);
}
