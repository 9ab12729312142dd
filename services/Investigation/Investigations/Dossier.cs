using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Investigation.Investigations;

/// <summary>Statements and report as they were at one moment, so that a review and a petition speak of the same.</summary>
public sealed class Dossier
{
    readonly List<Addendum> addenda = [];

    internal Dossier(int number, string content, string hash, Guid[] statements, string frozenBy, DateTimeOffset frozenAt)
    {
        Id = Guid.CreateVersion7(frozenAt);
        Number = number;
        Content = content;
        Hash = hash;
        Statements = statements;
        FrozenBy = frozenBy;
        FrozenAt = frozenAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its number within the investigation, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>
    /// The content as canonical JSON: the same statements and report give the same text. The words of what was taken out
    /// of sight since are empty.
    /// </summary>
    public string Content { get; private set; }

    /// <summary>The SHA-256 of the content as it was frozen, in UTF-8, in lower-case hexadecimal.</summary>
    public string Hash { get; private set; }

    /// <summary>The statements that are in it.</summary>
    public Guid[] Statements { get; private set; }

    /// <summary>The account that froze it.</summary>
    public string FrozenBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>The statements in it that were taken out of sight since: the content is no longer what the hash was made over.</summary>
    public Guid[] TakenOut { get; private set; } = [];

    /// <summary>What came later; the dossier itself stays as it is.</summary>
    public IReadOnlyList<Addendum> Addenda => addenda;

    internal void Add(Addendum addendum) => addenda.Add(addendum);

    /// <summary>Empties the words of a statement that was registered in error. False when it is not in the dossier.</summary>
    internal bool TakeOut(Guid statementId)
    {
        if (!Statements.Concat(addenda.SelectMany(one => one.Statements)).Contains(statementId))
            return false;
        var content = JsonNode.Parse(Content)!;
        foreach (var statement in content["statements"]!.AsArray().Where(one => one!["id"]!.GetValue<Guid>() == statementId))
            statement!["text"] = "";
        Content = JsonSerializer.Serialize(content);
        TakenOut = [.. TakenOut, statementId];
        return true;
    }
}

/// <summary>Statements that came after a dossier was frozen.</summary>
public sealed class Addendum
{
    internal Addendum(Guid[] statements, string addedBy, DateTimeOffset addedAt)
    {
        Id = Guid.CreateVersion7(addedAt);
        Statements = statements;
        AddedBy = addedBy;
        AddedAt = addedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The statements.</summary>
    public Guid[] Statements { get; private set; }

    /// <summary>The account that added them.</summary>
    public string AddedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AddedAt { get; private set; }
}
