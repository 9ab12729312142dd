namespace Geborgen.Casework;

/// <summary>
/// The texts that come to a file's door. They are gathered while it is not known what others keep from the family. Who knows that and does
/// not hand it out judges them; from then on what was not judged does not pass.
/// </summary>
public sealed class TextsForFamily
{
    readonly HashSet<TextForFamily> gathered = [];
    readonly Dictionary<TextForFamily, GivenAway?> judged = [];
    bool closed;

    /// <summary>The texts that came while they were gathered.</summary>
    public IReadOnlyCollection<TextForFamily> Gathered => gathered;

    /// <summary>Whether a text came that was not judged.</summary>
    public bool Unjudged { get; private set; }

    /// <summary>Somebody who knows what is kept says what a text gives away; null where that is nothing.</summary>
    public void Judge(TextForFamily text, GivenAway? gives) => judged[text] = gives;

    /// <summary>Lets no text pass any more that was not judged.</summary>
    public void Close() => closed = true;

    /// <summary>What is kept from a member of the family, or from whoever of it that is, as far as it was judged.</summary>
    public IEnumerable<Secret> KeptFrom(Guid? reader) => [new(text => Of(new(reader, text.Text)))];

    GivenAway? Of(TextForFamily text)
    {
        if (judged.TryGetValue(text, out var gives))
            return gives;
        if (closed)
            Unjudged = true;
        else
            gathered.Add(text);
        return closed ? new(IsReporter: false) : null;
    }
}

/// <summary>A text for the family.</summary>
/// <param name="Reader">The member who reads it; null for whoever of the family that is.</param>
/// <param name="Text">The text.</param>
public sealed record TextForFamily(Guid? Reader, string Text);
