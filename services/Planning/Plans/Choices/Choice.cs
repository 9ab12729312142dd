namespace Geborgen.Planning.Plans;

/// <summary>More than one way, between which the family chooses.</summary>
public sealed class Choice
{
    readonly List<ChoiceOption> options = [];

    Choice()
    {
    }

    internal Choice(Guid id, string question, IEnumerable<string> ways, DateTimeOffset now)
    {
        (Id, Question, OfferedAt) = (id, question, now);
        options.AddRange(ways.Select(way => new ChoiceOption { Id = Guid.CreateVersion7(now), Text = way }));
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private init; }

    /// <summary>What is chosen about.</summary>
    public string Question { get; private init; } = "";

    /// <summary>The ways; at least two.</summary>
    public IReadOnlyList<ChoiceOption> Options => options;

    /// <summary>When it was offered.</summary>
    public DateTimeOffset OfferedAt { get; private init; }

    /// <summary>The way that the family chose; null while it did not.</summary>
    public Guid? Chosen { get; private set; }

    /// <summary>Who of the family chose; null while nobody did.</summary>
    public Guid? ChosenBy { get; private set; }

    /// <summary>When the family chose; null while it did not.</summary>
    public DateTimeOffset? ChosenAt { get; private set; }

    internal void TakeBack() => (Chosen, ChosenBy, ChosenAt) = (null, null, null);

    internal void Choose(Guid optionId, Guid personId, DateTimeOffset now) => (Chosen, ChosenBy, ChosenAt) = (optionId, personId, now);
}

/// <summary>One of the ways between which the family chooses.</summary>
public sealed class ChoiceOption
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The way.</summary>
    public required string Text { get; init; }
}
