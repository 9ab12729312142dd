using System.Text.Json.Serialization;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Families;

/// <summary>Support by the network, as a worker reads it.</summary>
/// <param name="Id">The support.</param>
/// <param name="Who">Who, as the family calls them.</param>
/// <param name="What">What they do.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while it goes on.</param>
/// <param name="Notes">How it goes, the latest first.</param>
/// <param name="Version">The family's version, in the ETag.</param>
public sealed record InformalSupportResponse(
    Guid Id, string Who, string What, DateOnly From, DateOnly? Until, IReadOnlyList<SupportNoteResponse> Notes,
    [property: JsonIgnore] int Version) : IVersioned
{
    internal static InformalSupportResponse Of(Family family, InformalSupport support) => new(
        support.Id, support.Who, support.What, support.From, support.Until,
        [.. support.Notes.OrderByDescending(note => note.At).Select(note => new SupportNoteResponse(note.Id, note.Text, note.WrittenBy, note.At))],
        family.Version);
}

/// <summary>How support goes, at a moment.</summary>
/// <param name="Id">The note.</param>
/// <param name="Text">The words.</param>
/// <param name="By">The account that wrote it down.</param>
/// <param name="At">When it was written down.</param>
public sealed record SupportNoteResponse(Guid Id, string Text, string By, DateTimeOffset At);
