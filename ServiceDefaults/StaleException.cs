namespace Geborgen.ServiceDefaults;

/// <summary>
/// Somebody else changed the same aggregate in the meantime. Nothing was saved; the caller reads it again and decides
/// again. An API caller gets 412.
/// </summary>
/// <param name="inner">How the database said so.</param>
public sealed class StaleException(Exception inner) : Exception("The aggregate was changed by somebody else.", inner);
