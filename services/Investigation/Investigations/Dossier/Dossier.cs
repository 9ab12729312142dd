using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Investigation.Investigations;

/// <summary>Statements and report as they were at one moment, so that a review and a petition speak of the same.</summary>
public sealed class Dossier
{
    readonly List<Addendum> addenda = [];

    Dossier(int number, string content, string hash, Guid[] statements, string frozenBy, DateTimeOffset frozenAt)
    {
        Id = Guid.CreateVersion7(frozenAt);
        Number = number;
        Content = content;
        Hash = hash;
        Statements = statements;
        FrozenBy = frozenBy;
        FrozenAt = frozenAt;
    }

    internal Dossier(int number, string content, Guid[] statements, string frozenBy, DateTimeOffset frozenAt)
        : this(number, content, HashOf(content), statements, frozenBy, frozenAt)
    {
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

    /// <summary>What came later, the first first; the dossier itself stays as it is.</summary>
    public IReadOnlyList<Addendum> Addenda => [.. addenda.OrderBy(one => one.AddedAt)];

    internal void Add(Addendum addendum) => addenda.Add(addendum);

    /// <summary>Empties the words of a statement that was registered in error. False when it is not in the dossier.</summary>
    internal bool TakeOut(Guid statementId)
    {
        if (!Statements.Concat(addenda.SelectMany(one => one.Statements)).Contains(statementId))
            return false;
        Content = Without(statementId, Content);
        foreach (var addendum in addenda.Where(one => one.Statements.Contains(statementId)))
            addendum.TakeOut(statementId);
        TakenOut = [.. TakenOut, statementId];
        return true;
    }

    /// <summary>The SHA-256 of a content in UTF-8, in lower-case hexadecimal.</summary>
    internal static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>A content without the words of a statement. Who disputed it may have repeated them.</summary>
    internal static string Without(Guid statementId, string content)
    {
        var parsed = JsonNode.Parse(content)!;
        foreach (var statement in parsed["statements"]!.AsArray().Where(one => one!["id"]!.GetValue<Guid>() == statementId))
        {
            statement!["text"] = "";
            foreach (var contest in statement["contests"]?.AsArray() ?? [])
                (contest!["reason"], contest["outcome"]) = ("", null);
        }
        return JsonSerializer.Serialize(parsed);
    }
}

/// <summary>Statements that came after a dossier was frozen.</summary>
public sealed class Addendum
{
    Addendum(Guid[] statements, string? content, string? hash, string addedBy, DateTimeOffset addedAt)
    {
        Id = Guid.CreateVersion7(addedAt);
        Statements = statements;
        Content = content;
        Hash = hash;
        AddedBy = addedBy;
        AddedAt = addedAt;
    }

    internal Addendum(Guid[] statements, string content, string addedBy, DateTimeOffset addedAt)
        : this(statements, content, Dossier.HashOf(content), addedBy, addedAt)
    {
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The statements.</summary>
    public Guid[] Statements { get; private set; }

    /// <summary>
    /// The statements as they were then, as canonical JSON; the words of what was taken out of sight since are empty. Null
    /// for an addendum of before addenda were frozen.
    /// </summary>
    public string? Content { get; private set; }

    /// <summary>The SHA-256 of the content as it was frozen, in UTF-8, in lower-case hexadecimal; null where there is no content.</summary>
    public string? Hash { get; private set; }

    /// <summary>The account that added them.</summary>
    public string AddedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    internal void TakeOut(Guid statementId) => Content = Content is null ? null : Dossier.Without(statementId, Content);
}
