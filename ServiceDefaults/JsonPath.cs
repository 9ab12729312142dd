using System.Text.Json;

namespace Geborgen.ServiceDefaults;

/// <summary>Names of fields in problems: <c>family.members[0].bsn</c>; the whole body is <c>body</c>.</summary>
static class JsonPath
{
    internal const string Body = "body";

    internal static string Of(JsonException exception) => exception.Path switch
    {
        null or "" or "$" => Body,
        ['$', '.', .. var path] => path,
        ['$', .. var path] => path,
        var path => path,
    };

    internal static string Join(string path, string name) => path == Body ? name : $"{path}.{name}";

    internal static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
