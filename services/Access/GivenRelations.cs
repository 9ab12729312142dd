using System.Text.Json.Serialization;

namespace Geborgen.Access;

/// <summary>The relations that a service gives, by what somebody in them does with its files.</summary>
/// <param name="WorksWithFile">Those in which somebody works with the file and reads it.</param>
/// <param name="GivesWork">Those in which a team gives the work to somebody and reads nothing.</param>
/// <param name="LooksIn">Those in which somebody looks in for a purpose and a time, of whichever organisation.</param>
public sealed record GivenRelations(
    IReadOnlyList<string>? WorksWithFile = null, IReadOnlyList<string>? GivesWork = null, IReadOnlyList<string>? LooksIn = null)
{
    /// <inheritdoc cref="GivenRelations"/>
    public IReadOnlyList<string> WorksWithFile { get; } = WorksWithFile ?? [];

    /// <inheritdoc cref="GivenRelations"/>
    public IReadOnlyList<string> GivesWork { get; } = GivesWork ?? [];

    /// <inheritdoc cref="GivenRelations"/>
    public IReadOnlyList<string> LooksIn { get; } = LooksIn ?? [];

    /// <summary>All of them.</summary>
    [JsonIgnore]
    public IEnumerable<string> All => [.. WorksWithFile, .. GivesWork, .. LooksIn];
}
