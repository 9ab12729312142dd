using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// All that is wrong with a body that can't be read, each by its path: the reader stops at the first. What can be read of it is held
/// against its limits too, so that nobody mends one fault after the other.
/// </summary>
sealed partial class BodyFaults(JsonSerializerOptions options)
{
    internal const string NotGiven = "Must be given.";
    internal const string Unknown = "Is not known here.";
    internal const string NotOfType = "Is not of the expected type.";

    readonly OrderedDictionary<string, string[]> found = [];

    /// <summary>What is wrong, by path; nothing when it is no JSON at all.</summary>
    public static IReadOnlyDictionary<string, string[]> Of(ReadOnlyMemory<byte> body, Type type, JsonSerializerOptions options)
    {
        var faults = new BodyFaults(options);
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = options.MaxDepth });
            faults.Look(document.RootElement, options.GetTypeInfo(type), JsonPath.Body);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new Dictionary<string, string[]>();
        }
        return faults.found;
    }

    /// <summary>What the framework says of a value, in the words of this API: about the field, and not about its type.</summary>
    public static string Worded(string message) =>
        Needed().IsMatch(message) ? NotGiven
        : Length().Match(message) is { Success: true } length ? (length.Groups["least"].Value, length.Groups["most"].Value) switch
        {
            ("", var most) => $"Must be at most {most} long.",
            (var least, "") => $"Must be at least {least} long.",
            var (least, most) => $"Must be {least} to {most} long.",
        }
        : Between().Match(message) is { Success: true } range ? $"Must be {range.Groups["least"].Value} to {range.Groups["most"].Value}."
        : Pattern().Match(message) is { Success: true } pattern ? $"Must match {pattern.Groups["pattern"].Value}."
        : Other().IsMatch(message) ? "Is not one of the values that are accepted here."
        : message;

    /// <summary>What the reader says of a value: its own sentence where it is one of ours.</summary>
    public static string Worded(JsonException json) => json.Message.StartsWith("Must ", StringComparison.Ordinal)
        ? json.Message[..(json.Message.IndexOf(". Path:", StringComparison.Ordinal) is > 0 and var end ? end + 1 : json.Message.Length)]
        : NotOfType;

    void Look(JsonElement at, JsonTypeInfo type, string path)
    {
        if (type.Kind == JsonTypeInfoKind.Object && at.ValueKind == JsonValueKind.Object)
            LookIntoMembers(at, type, path);
        else if (type.Kind == JsonTypeInfoKind.Enumerable && at.ValueKind == JsonValueKind.Array)
            foreach (var (place, item) in at.EnumerateArray().Index())
                if (item.ValueKind == JsonValueKind.Null)
                    Add(path, "Must not hold null.");
                else
                    Look(item, options.GetTypeInfo(type.ElementType!), string.Create(CultureInfo.InvariantCulture, $"{path}[{place}]"));
        else
            try
            {
                at.Deserialize(type);
            }
            catch (JsonException json)
            {
                Add(path, Worded(json));
            }
    }

    void LookIntoMembers(JsonElement at, JsonTypeInfo type, string path)
    {
        var given = new HashSet<string>();
        foreach (var member in at.EnumerateObject())
        {
            var place = JsonPath.Join(path, member.Name);
            if (type.Properties.FirstOrDefault(one => one.Name == member.Name) is not { } known)
                Add(place, Unknown);
            else if (!given.Add(member.Name))
                Add(place, "Is given more than once.");
            else if (member.Value.ValueKind != JsonValueKind.Null)
                LookAtMember(member.Value, known, place);
            else if (!known.IsSetNullable)
                Add(place, NotGiven);
        }
        foreach (var missing in type.Properties.Where(one => (one.IsRequired || one.AssociatedParameter is { HasDefaultValue: false }) && !given.Contains(one.Name)))
            Add(JsonPath.Join(path, missing.Name), NotGiven);
    }

    void LookAtMember(JsonElement at, JsonPropertyInfo member, string path)
    {
        var before = found.Count;
        Look(at, options.GetTypeInfo(member.PropertyType), path);
        if (found.Count > before)
            return;
        var value = at.Deserialize(options.GetTypeInfo(member.PropertyType))!;
        foreach (var limit in member.AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>() ?? [])
            if (limit.GetValidationResult(value, new(value)) is { ErrorMessage: { } message })
                Add(path, Worded(message));
    }

    void Add(string path, string message) => found[path] = found.TryGetValue(path, out var earlier) ? [.. earlier, message] : [message];

    [GeneratedRegex("^The .* field is required\\.$")]
    private static partial Regex Needed();

    [GeneratedRegex("^The field .* with a (?:minimum length of '?(?<least>[0-9]+)'?)?(?: and )?(?:a )?(?:maximum length of '?(?<most>[0-9]+)'?)?\\.$")]
    private static partial Regex Length();

    [GeneratedRegex("^The .* field does not equal any of the values")]
    private static partial Regex Other();

    [GeneratedRegex("^The field .* must be between (?<least>\\S+) and (?<most>\\S+)\\.$")]
    private static partial Regex Between();

    [GeneratedRegex("^The field .* must match the regular expression '(?<pattern>.*)'\\.$")]
    private static partial Regex Pattern();
}
