namespace Geborgen.Intake.Contacts;

/// <summary>Who reported a concern.</summary>
/// <param name="Role">What they are to the family, such as <c>school</c>, <c>police</c>, <c>neighbour</c>.</param>
/// <param name="Name">Their name, if they gave it.</param>
/// <param name="Shielded">Whether the name is kept apart and shown to the family's own workers alone.</param>
public sealed record Reporter(string Role, string? Name, bool Shielded);
