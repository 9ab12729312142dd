using Geborgen.Casework;

namespace Geborgen.ServiceDefaults;

/// <summary>Reads values of a query as the API writes them.</summary>
public static class QueryValue
{
    /// <summary>Reads the name of an enum value in camelCase; null when the key is absent.</summary>
    /// <exception cref="BadInputException">There is no such value.</exception>
    public static T? Read<T>(string key, string? name) where T : struct, Enum
    {
        if (name is null)
            return null;
        foreach (var value in Enum.GetValues<T>())
            if (CamelCase.Of(value) == name)
                return value;
        throw new BadInputException(key, $"Must be one of {string.Join(", ", Enum.GetValues<T>().Select(CamelCase.Of))}.");
    }
}
