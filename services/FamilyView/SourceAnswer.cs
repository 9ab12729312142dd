using System.Text.Json.Serialization;
using Geborgen.ServiceDefaults;

namespace Geborgen.FamilyView;

/// <summary>What a source answered.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Status">Whether it could be read.</param>
/// <param name="Items">What it answered; absent when it was not read.</param>
/// <param name="Next">Where its list goes on; absent when this is all of it.</param>
public sealed record SourceAnswer<T>(
    SourceStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<T>? Items = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null);

static class SourceLists
{
    /// <summary>Reads a list of a service about a family.</summary>
    public static async Task<SourceAnswer<T>> ReadList<T>(
        this Sources sources, string service, string municipality, string path, CancellationToken ct)
    {
        var (status, list, _) = await sources.Read<Listed<T>>(service, municipality, path, ct);
        return new(status, list?.Items, list?.Next);
    }

    sealed record Listed<T>([property: JsonRequired] IReadOnlyList<T> Items, string? Next = null);
}
