using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geborgen.Architecture.Tests.Access;
using Geborgen.Support;

namespace Geborgen.Fuzz.Tests;

/// <summary>Bodies as the schemas of a document want them, and then with something wrong in most of them.</summary>
sealed partial class Bodies
{
    static readonly string[] Teams = ["gm0344-intake", "gm0344-wijkteam-west", "rvt-utrecht-veiligheid"];

    readonly JsonObject document;
    readonly Known known;

    /// <summary>What examples say by the name of the member.</summary>
    readonly Dictionary<string, List<JsonNode>> words = [];

    /// <summary>Whether an example stays as it is but for the ids in it.</summary>
    bool asShown;

    public Bodies(JsonObject document, Known known)
    {
        (this.document, this.known) = (document, known);
        foreach (var (_, _, operation) in ApiDocument.Operations(document))
            Collect("", ExampleOf(operation));
    }

    /// <summary>The example of an operation about what is there, and nothing else in it changed; null where it has none.</summary>
    public string? Right(JsonObject operation, Dice dice, string root)
    {
        if (ExampleOf(operation) is not { } example)
            return null;
        asShown = true;
        var body = Fit(example.DeepClone(), operation["requestBody"]!["content"]!["application/json"]!["schema"]!, "", dice, root);
        asShown = false;
        return body?.ToJsonString();
    }

    /// <summary>A body for an operation: its example or what the schema allows, with no fault, one or several.</summary>
    public string Of(JsonObject operation, Dice dice, string root)
    {
        if (dice.Percent(4))
            return dice.One(Odd.Bodies);
        var schema = operation["requestBody"]!["content"]!["application/json"]!["schema"]!;
        var body = dice.Percent(65) && ExampleOf(operation) is { } example ? Fit(example.DeepClone(), schema, "", dice, root) : Make(schema, "", dice, root, depth: 0);
        // One fault finds what it is about; several hide each other.
        for (var faults = dice.Below(100) switch { < 45 => 0, < 90 => 1, _ => 3 }; faults > 0 && body is not null; faults--)
            body = Spoil(body, dice);
        return Text(body, dice);
    }

    /// <summary>An example with ids that are known, and now and then with more or less than it shows.</summary>
    JsonNode? Fit(JsonNode? at, JsonNode schema, string name, Dice dice, string root)
    {
        schema = Filled(schema);
        if (at is JsonArray items && schema["items"] is { } each)
            return new JsonArray([.. items.Select(item => Fit(item?.DeepClone(), each, name, dice, root))]);
        if (at is not JsonObject members || schema["properties"] is not JsonObject properties)
            return at is null || Member(schema, name, dice, root, always: false) is not { } other ? at : other;
        var required = (schema["required"]?.AsArray() ?? []).Select(one => (string)one!).ToHashSet();
        foreach (var (member, type) in properties)
            if (members.TryGetPropertyValue(member, out var value))
            {
                if (!asShown && !required.Contains(member) && dice.Percent(8))
                    members.Remove(member);
                else
                    members[member] = Fit(value?.DeepClone(), type!, member, dice, root);
            }
            else if (!asShown && dice.Percent(8))
                members[member] = Make(type!, member, dice, root, depth: 1);
        return members;
    }

    JsonNode? Make(JsonNode schema, string name, Dice dice, string root, int depth)
    {
        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { } shapes)
            return dice.Percent(10) && shapes.Any(one => (string?)one!["type"] == "null") ? null : Make(dice.One(shapes.Where(one => !IsNull(one!)).ToList())!, name, dice, root, depth);
        schema = ApiDocument.Resolve(schema, document);
        if (schema["oneOf"] is not null || schema["anyOf"] is not null)
            return Make(schema, name, dice, root, depth);
        if (schema["properties"] is JsonObject properties)
        {
            var required = (schema["required"]?.AsArray() ?? []).Select(one => (string)one!).ToHashSet();
            return new JsonObject(properties.Where(one => required.Contains(one.Key) || depth < 4 && dice.Percent(45))
                .Select(one => KeyValuePair.Create(one.Key, Make(one.Value!, one.Key, dice, root, depth + 1))).ToList());
        }
        if (schema["items"] is { } each)
            return new JsonArray([.. Enumerable.Range(0, Math.Max((int?)schema["minItems"] ?? 0, dice.Below(3))).Select(_ => Make(each, name, dice, root, depth + 1))]);
        return Member(schema, name, dice, root, always: true);
    }

    /// <summary>One value. Of an example what it is about is replaced always, and the rest seldom.</summary>
    JsonNode? Member(JsonNode schema, string name, Dice dice, string root, bool always)
    {
        if ((string?)schema["format"] == "uuid")
            return known.Find(dice, name.EndsWith("Id", StringComparison.Ordinal) ? Known.KindOf(name) : name, root) ?? $"{dice.NewId()}";
        if (name == "account")
            return dice.One(Account.All).Id;
        if (asShown && !always)
            return null;
        if (name == "bsn" && dice.Percent(70))
            return Number(dice);
        if (!always && !dice.Percent(6))
            return null;
        if (schema["enum"] is JsonArray names)
            return dice.One(names.ToList())!.DeepClone();
        var types = schema["type"] is JsonArray several ? several.Select(one => (string)one!).ToList() : [(string?)schema["type"] ?? "string"];
        if (types.Contains("null") && dice.Percent(10))
            return null;
        if (types.Contains("boolean"))
            return dice.Percent(50);
        if (types.Contains("integer"))
            return ((int?)schema["minimum"] ?? 0) + dice.Below(Math.Min(50, ((int?)schema["maximum"] ?? 50) - ((int?)schema["minimum"] ?? 0) + 1));
        if ((string?)schema["format"] == "date")
            return TestDay.Today.AddDays(dice.Below(120) - 60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if ((string?)schema["format"] == "date-time")
            return $"{TestDay.Now.AddMinutes(dice.Below(20_000) - 15_000):yyyy-MM-ddTHH:mm:sszzz}";
        if (dice.Percent(75) && words.TryGetValue(name, out var said))
            return dice.One(said).DeepClone();
        if (name.Contains("eam", StringComparison.Ordinal))
            return dice.One(Teams);
        if (name.Contains("unicipality", StringComparison.Ordinal))
            return dice.One(["gm0344", "gm0355"]);
        var most = (int?)schema["maxLength"] ?? 50;
        return dice.Below(6) switch
        {
            0 => new string('x', most),
            1 => new string('é', most),
            2 => new string('x', most + 1),
            3 => "Zoë vertelt: 'ik slaap bij oma' – 😀",
            _ => "Vertelt het aan tafel.",
        };
    }

    /// <summary>The body with one thing wrong somewhere in it.</summary>
    static JsonNode? Spoil(JsonNode body, Dice dice)
    {
        var places = Places(body).ToList();
        if (places.Count == 0)
            return Odd.Value(dice, body);
        var (holder, key) = dice.One(places);
        var was = key is int place ? holder[place] : holder[(string)key];
        switch (dice.Below(12))
        {
            case 0 when holder is JsonObject members:
                members.Remove((string)key);
                break;
            case 1 when holder is JsonObject members:
                members[$"{Odd.Raw}{key}"] = was?.DeepClone();
                break;
            case 2 when holder is JsonObject members:
                members[dice.One(["riskScore", "", "__proto__", ((string)key).ToUpperInvariant(), "id"])] = dice.Below(5);
                break;
            case 3 when was is JsonArray { Count: > 0 } items:
                for (var count = dice.One([1, 20, 101]); count > 0; count--)
                    items.Add(items[0]?.DeepClone());
                break;
            case 4 when was is JsonArray items:
                items.Insert(dice.Below(items.Count + 1), Odd.Value(dice, null));
                break;
            case < 11 when was is JsonValue value && value.TryGetValue<string>(out var text):
                Set(Like(text, dice));
                break;
            default:
                Set(Odd.Value(dice, was));
                break;
        }
        return body;

        void Set(JsonNode? value)
        {
            if (key is int at)
                holder[at] = value;
            else
                holder[(string)key] = value;
        }
    }

    /// <summary>Something odd of the same kind: a date for a date.</summary>
    static string Like(string text, Dice dice) =>
        Moment().IsMatch(text) ? dice.One(Odd.Moments)
        : Date().IsMatch(text) ? dice.One(Odd.Dates)
        : Guid.TryParse(text, out _) ? dice.One(Odd.Ids)
        : dice.Percent(30) ? text + dice.One(Odd.Texts).Replace(Odd.Raw, "", StringComparison.Ordinal)
        : dice.Percent(10) ? text.ToUpperInvariant()
        : dice.One(Odd.Texts);

    static IEnumerable<(JsonNode Holder, object Key)> Places(JsonNode? at) => at switch
    {
        JsonObject members => members.SelectMany(one => Places(one.Value).Prepend((members, one.Key))),
        JsonArray items => items.SelectMany((one, place) => Places(one).Prepend((items, place))),
        _ => [],
    };

    /// <summary>The text that is sent: what is raw stands as it is, and a member's name is said twice where that was meant.</summary>
    static string Text(JsonNode? body, Dice dice)
    {
        var text = body?.ToJsonString() ?? "null";
        text = RawValue().Replace(text, one => JsonNode.Parse($"\"{one.Groups["text"].Value}\"")!.GetValue<string>());
        text = text.Replace($"\"{Odd.Raw}", "\"", StringComparison.Ordinal);
        return dice.Percent(2) ? text[..dice.Below(text.Length)] : dice.Percent(2) ? text + dice.One([",", "x", "{}", "\0", " "]) : text;
    }

    /// <summary>A citizen service number that can be one: there are few, so that people are known.</summary>
    static string Number(Dice dice)
    {
        while (true)
        {
            var digits = $"9999{dice.Below(100_000):00000}";
            if ((digits.Take(8).Select((digit, at) => (digit - '0') * (9 - at)).Sum() - (digits[8] - '0')) % 11 == 0)
                return digits;
        }
    }

    void Collect(string name, JsonNode? at)
    {
        if (at is JsonObject members)
            foreach (var (member, value) in members)
                Collect(member, value);
        else if (at is JsonArray items)
            foreach (var item in items)
                Collect(name, item);
        else if (at is not null)
            (words.TryGetValue(name, out var said) ? said : words[name] = []).Add(at);
    }

    static JsonNode? ExampleOf(JsonObject operation) => operation["requestBody"]?["content"]?["application/json"]?["example"];

    JsonNode Filled(JsonNode schema)
    {
        var resolved = ApiDocument.Resolve(schema, document);
        return (resolved["oneOf"] ?? resolved["anyOf"])?.AsArray().FirstOrDefault(one => !IsNull(one!)) is { } filled ? ApiDocument.Resolve(filled, document) : resolved;
    }

    static bool IsNull(JsonNode schema) => schema["type"] is JsonValue type && (string?)type == "null";

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex Date();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T")]
    private static partial Regex Moment();

    [GeneratedRegex("\"" + Odd.Raw + "(?<text>(?:[^\"\\\\]|\\\\.)*)\"(?!:)")]
    private static partial Regex RawValue();
}
