namespace Geborgen.Casework.Tests;

public sealed class KnowledgeAgendaTests : IDisposable
{
    readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void An_item_stands_on_the_agenda_from_its_first_day_to_its_last()
    {
        var agenda = Read("""[{ "id": "known-face", "name": "Wat een vast gezicht verandert", "source": "regio", "validFrom": "2026-02-01", "validUntil": "2026-03-31" }]""");

        Assert.Equal(
            [false, true, true, false],
            new DateOnly[] { new(2026, 1, 31), new(2026, 2, 1), new(2026, 3, 31), new(2026, 4, 1) }.Select(day => agenda.Has("known-face", day)));
        Assert.False(agenda.Has("Known-Face", new(2026, 2, 1)));
    }

    [Theory]
    [InlineData("""{ "id": "what I like", "name": "x", "source": "x", "validFrom": "2026-01-01" }""", "no code")]
    [InlineData("""{ "id": "a", "name": " ", "source": "x", "validFrom": "2026-01-01" }""", "lacks")]
    [InlineData("""{ "id": "a", "name": "x", "source": "", "validFrom": "2026-01-01" }""", "lacks")]
    [InlineData("""{ "id": "a", "name": "x", "source": "x", "validFrom": "2026-01-02", "validUntil": "2026-01-01" }""", "ends before")]
    [InlineData("""{ "id": "a", "name": "x", "source": "x", "validFrom": "2026-01-01" }, { "id": "a", "name": "y", "source": "x", "validFrom": "2027-01-01" }""", "twice")]
    public void An_agenda_that_can_not_be_right_is_refused(string items, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => Read($"[{items}]")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_agenda_that_ships_is_read() =>
        Assert.True(KnowledgeAgenda.Read(Path.Combine(AppContext.BaseDirectory, "knowledge-agenda.json")).Has("vast-gezicht", new(2026, 12, 1)));

    KnowledgeAgenda Read(string json)
    {
        File.WriteAllText(path, json);
        return KnowledgeAgenda.Read(path);
    }
}
