using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts;
using Geborgen.Messaging.Events;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>
/// Every event as it is written, and as it was written before: logs keep it, and other instances read it. A file in Golden says
/// how an event is written with every member filled; beside it, with a number, stands how it was released before, or a form in
/// which members are null. Those are never changed.
/// </summary>
public sealed class CatalogueTests
{
    static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Golden");

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. EventCatalogue.All.Keys, Heartbeat.Name];

    public static TheoryData<string> Catalogued => [.. EventCatalogue.All.Keys];

    public static TheoryData<string> Earlier =>
        [.. Directory.GetFiles(Golden, "*.*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_its_file_says(string name)
    {
        var written = Written(Sample.Of(TypeOf(name)));

        var file = Path.Combine(Golden, name + ".json");
        Assert.True(File.Exists(file), $"Save this as tests/Messaging/Golden/{name}.json:\n{written}");
        Assert.True(written == File.ReadAllText(file).TrimEnd(),
            $"{name} is written otherwise than tests/Messaging/Golden/{name}.json says. Was the event released, then it only gets new members with a " +
            $"default, and the file stays under the name {name}.1.json (or the next number). It is written as:\n{written}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_read_from_its_file(string name) =>
        Assert.Equivalent(Sample.Of(TypeOf(name)), Read(name, Text(name)), strict: true);

    [Theory]
    [MemberData(nameof(Catalogued))]
    public void An_event_is_refused_that_does_not_say_whose_it_is_and_when(string name)
    {
        var said = (DomainEvent)Sample.Of(TypeOf(name));
        var whole = JsonNode.Parse(Text(name))!.AsObject();
        var stream = whole.Single(member => member.Value is JsonValue value && value.TryGetValue<Guid>(out var id) && id == said.Stream).Key;

        foreach (var missing in new[] { stream, "version", "familyId", "municipality", "at" })
        {
            var part = whole.DeepClone().AsObject();
            Assert.True(part.Remove(missing));
            Assert.Throws<JsonException>(() => Read(name, part.ToJsonString()));
        }
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public void An_event_is_read_as_it_was_released(string file)
    {
        var name = file[..file.IndexOf('.', StringComparison.Ordinal)];
        var released = JsonNode.Parse(Text(file))!.AsObject();

        var written = JsonSerializer.SerializeToNode(Read(name, Text(file)), TypeOf(name), EventLog.Json)!.AsObject();

        Assert.All(released, member =>
            Assert.True(JsonNode.DeepEquals(member.Value, written[member.Key]), $"{name}: {member.Key} is lost or changed."));
    }

    [Fact]
    public void Every_released_event_is_still_in_the_catalogue() => Assert.Empty(
        Directory.GetFiles(Golden, "*.json").Select(file => Path.GetFileName(file).Split('.')[0]).Except(EventCatalogue.All.Keys).Except([Heartbeat.Name]));

    static Type TypeOf(string name) => name == Heartbeat.Name ? typeof(Heartbeat) : EventCatalogue.TypeOf(name)!;

    static string Text(string file) => File.ReadAllText(Path.Combine(Golden, file + ".json"));

    static object? Read(string name, string text) => JsonSerializer.Deserialize(text, TypeOf(name), EventLog.Json);

    /// <summary>The order of members means nothing: a log keeps none.</summary>
    static string Written(object said) => Ordered(JsonSerializer.SerializeToNode(said, said.GetType(), EventLog.Json)!)!.ToJsonString(Readable);

    static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, Ordered(one.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };
}
