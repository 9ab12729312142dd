using System.Text.Json;

namespace Geborgen.Intake;

/// <summary>Writes the names of enum values as the API and the events write them.</summary>
static class CamelCase
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
