using System.Text.Json;

namespace Geborgen.Casework;

/// <summary>Writes the names of enum values as the API and the events write them.</summary>
public static class CamelCase
{
    /// <summary>The name of a value in camelCase.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
