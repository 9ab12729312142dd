namespace Geborgen.ServiceDefaults;

/// <summary>What the caller sent cannot be read. Becomes a 400 problem that names the field.</summary>
public sealed class BadInputException(string field, string message) : Exception(message)
{
    /// <summary>JSON path or query key in camelCase.</summary>
    public string Field { get; } = field;
}
