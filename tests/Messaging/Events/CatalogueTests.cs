using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts;
using Geborgen.Messaging.Events;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>
/// Every event as it was first released must be readable for ever: logs keep it. A file in Golden is never changed; an
/// event that changes otherwise than by a new optional member becomes a new event with a file of its own.
/// </summary>
public sealed class CatalogueTests
{
    static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Names => [.. EventCatalogue.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_read_as_it_was_released(string name)
    {
        var text = File.ReadAllText(Path.Combine(Golden, name + ".json"));

        var read = JsonSerializer.Deserialize(text, EventCatalogue.TypeOf(name)!, EventLog.Json);
        var written = JsonSerializer.SerializeToNode(read, EventCatalogue.TypeOf(name)!, EventLog.Json)!.AsObject();

        Assert.All(JsonNode.Parse(text)!.AsObject(), released =>
            Assert.True(JsonNode.DeepEquals(released.Value, written[released.Key]), $"{name}: {released.Key} is lost or changed."));
    }

    [Fact]
    public void Every_released_event_is_still_in_the_catalogue() =>
        Assert.Empty(Directory.GetFiles(Golden, "*.json").Select(Path.GetFileNameWithoutExtension).Except(EventCatalogue.All.Keys));
}
