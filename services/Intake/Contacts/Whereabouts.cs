namespace Geborgen.Intake.Contacts;

/// <summary>Where the family was seen or lives, as told at a contact. Enough to go there; never part of an event, a URL or a log.</summary>
/// <param name="Street">The street.</param>
/// <param name="HouseNumber">The number, with any addition.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Town">The town.</param>
/// <param name="Description">Anything that helps to find it.</param>
public sealed record Whereabouts(string? Street, string? HouseNumber, string? PostalCode, string? Town, string? Description);
