using System.Text.Json;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake;

/// <summary>Writes and reads the names of enum values as the API and the events write them.</summary>
static class CamelCase
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Reads a query key; null when it is absent.</summary>
    /// <exception cref="BadInputException">There is no such value.</exception>
    public static T? Read<T>(string key, string? name) where T : struct, Enum
    {
        if (name is null)
            return null;
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == name)
                return value;
        throw new BadInputException(key, $"Must be one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}.");
    }
}
