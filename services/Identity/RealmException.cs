namespace Geborgen.Identity;

/// <summary>The realm files say something that this server can't honour, or must not; it does not start.</summary>
public sealed class RealmException(string message) : Exception(message);
