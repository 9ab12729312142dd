namespace Geborgen.ServiceDefaults;

/// <summary>
/// Somebody else changed the same aggregate in the meantime. Nothing was saved; the caller reads it again and decides
/// again. An API caller gets 412.
/// </summary>
public sealed class StaleException(Exception inner) : Exception("The aggregate was changed by somebody else.", inner);
