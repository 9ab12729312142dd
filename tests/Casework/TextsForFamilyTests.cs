namespace Geborgen.Casework.Tests;

/// <summary>What others keep from a family is known, or judged by who knows it, before a text for the family passes.</summary>
public sealed class TextsForFamilyTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = WorkingDays.DateOf(Now);
    static readonly Guid Mother = Guid.CreateVersion7();

    static readonly Actor By = new("lotte", "", "x", Now, null);

    readonly TextsForFamily texts = new();

    [Fact]
    public void A_stored_file_that_does_not_know_what_others_keep_lets_no_text_pass()
    {
        var file = new TestFile();
        file.Start(Now);
        Assert.NotNull(file.DoorTo(Mother, Today).Let("It is well."));

        file.EventsWritten();

        Assert.Throws<InvalidOperationException>(() => file.DoorTo(Mother, Today).Let("It is well."));
        Assert.Null(file.DoorTo(Mother, Today).Let(null));
    }

    [Fact]
    public void They_are_gathered_per_reader()
    {
        Door(Mother).Let("It is well.");
        Door(Mother).Let("It is well.");
        Door(null).Let("It is well.");
        Door(null).Let(" ");

        Assert.Equal([new(Mother, "It is well."), new(null, "It is well.")], texts.Gathered);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(true, "gives-reporter-away")]
    [InlineData(false, "gives-secret-away")]
    public void What_was_judged_passes_or_is_refused_as_it_was_judged(bool? givesReporter, string? code)
    {
        texts.Judge(new(Mother, "a"), givesReporter is { } gives ? new(gives) : null);
        texts.Close();

        Assert.Equal(code, Door(Mother).WhyNot("a", "reason")?.Code);
        Assert.False(texts.Unjudged);
    }

    [Fact]
    public void What_was_not_judged_or_for_another_reader_does_not_pass()
    {
        texts.Judge(new(Mother, "a"), null);
        texts.Close();

        Assert.Null(Door(null).Let("a"));
        Assert.True(texts.Unjudged);
    }

    [Theory]
    [InlineData("De Zonne", "wijzer zag het.", "In these texts together: ")]
    [InlineData("Zonnewijzer", "Het gaat goed.", "In title: ")]
    [InlineData("School", "Er is gemeld.", null)]
    public void What_is_written_together_is_read_together(string title, string text, string? where)
    {
        var file = new TestFile();
        file.AlsoKeep((_, _) => [Secret.Reporter("De Zonnewijzer"), Secret.ReportBy("school")]);

        var refusal = file.Write(By, ("title", title), ("empty", null), ("text", text));

        Assert.Equal(where is null ? null : "gives-reporter-away", refusal?.Code);
        Assert.StartsWith(where ?? "", refusal?.Detail ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_judged_elsewhere_is_judged_in_pieces_of_which_each_overlaps_the_next()
    {
        var file = new TestFile();
        file.AlsoKeep((who, _) => texts.KeptFrom(who));
        Assert.Null(file.Write(By, ("a", new string('a', Statement.MaxLength)), ("b", new string('b', Statement.MaxLength))));
        Assert.Null(file.Write(By, ("c", "c")));

        Assert.Equal([20_000, 20_000, 20_000, 20_000, 10_002, 1], texts.Gathered.Select(one => one.Text.Length));
    }

    FamilyDoor Door(Guid? reader) => new(texts.KeptFrom(reader));
}
