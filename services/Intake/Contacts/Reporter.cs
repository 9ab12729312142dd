namespace Geborgen.Intake.Contacts;

/// <summary>Who reported a concern.</summary>
/// <param name="Role">What they are to the family, such as <c>school</c>, <c>police</c>, <c>neighbour</c>.</param>
/// <param name="Name">Their name, if they gave it.</param>
/// <param name="Shielded">Whether they ask to keep their name apart; a wish that is followed until it is decided on.</param>
public sealed record Reporter(string Role, string? Name, bool Shielded);
