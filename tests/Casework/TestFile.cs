namespace Geborgen.Casework.Tests;

/// <summary>A case file without rules of its own.</summary>
sealed class TestFile : CaseFile
{
    public TestFile() => (Id, Municipality) = (Guid.CreateVersion7(), new("gm0344"));

    public List<StatementChange> Seen { get; } = [];

    public override Guid OfFamily => Id;

    public void Record(Statement statement) => RecordStatement(statement, statement.StatedAt);

    public Clock Start(DateTimeOffset at) => StartClock(new("a", 5, TimeLimitUnit.WorkingDays, "x", default, null), at, at);

    public Refusal? Write(Actor by, params (string Place, string? Text)[] texts) => WhyNotForFamily(null, by, texts);

    protected override void OnChanged(Statement statement, StatementChange change, DateTimeOffset now) => Seen.Add(change);
}
