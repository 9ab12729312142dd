namespace Geborgen.Casework.Tests;

/// <summary>What people write in practice is refused where it gives away what is kept, and only there.</summary>
public sealed class SentenceTests
{
    public static TheoryData<string, string> Refused { get; } = Read("refused");

    public static TheoryData<string, string> Passes { get; } = Read("passes");

    [Theory, MemberData(nameof(Refused))]
    public void What_gives_it_away_is_refused(string secret, string text) => Assert.NotNull(ToldBy(secret, text));

    [Theory, MemberData(nameof(Passes))]
    public void What_is_written_every_day_passes(string secret, string text) => Assert.Null(ToldBy(secret, text)?.Words);

    [Fact]
    public void There_are_many_of_both() => Assert.True(Refused.Count >= 100 && Passes.Count >= 90);

    static GivenAway? ToldBy(string secret, string text) => new FamilyDoor([Of(secret.Split(' ', 2))]).ToldBy(text);

    static Secret Of(string[] secret) => secret[0] switch
    {
        "role" => Secret.ReportBy(secret[1]),
        "name" => Secret.Reporter(secret[1]),
        "street" => Secret.Address(secret[1], null, null),
        "code" => Secret.Address(null, secret[1], null),
        _ => Secret.Address(null, null, secret[1]),
    };

    static TheoryData<string, string> Read(string list)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sentences", $"{list}.tsv")).Where(line => line[0] != '#'))
            data.Add(line.Split('\t')[0], line.Split('\t')[1]);
        return data;
    }
}
