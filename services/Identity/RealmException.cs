namespace Geborgen.Identity;

/// <summary>The realm files say something that this server can't honour, or must not; it does not start.</summary>
/// <param name="message">What, and where.</param>
public sealed class RealmException(string message) : Exception(message);
