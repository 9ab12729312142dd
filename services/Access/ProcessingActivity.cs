using Geborgen.Contracts.Casework;

namespace Geborgen.Access;

/// <summary>
/// One processing activity of the register that the GDPR asks for (article 30): why personal data is processed, on which
/// legal basis, and who may use it when. Which one it is follows from the route and from the caller's role and relation; only
/// one that is chosen has to be named, in the header <c>Processing-Activity</c>.
/// </summary>
/// <param name="Key">The stable kebab-case key, as the access log keeps it.</param>
/// <param name="Name">Name for people, in Dutch.</param>
/// <param name="Purpose">The purpose, in Dutch.</param>
/// <param name="LegalBasis">Key of the legal basis in the register.</param>
/// <param name="Controller">The kind of organisation that is the controller.</param>
/// <param name="Roles">The roles that may use it.</param>
/// <param name="Relations">The relations to a family that allow its use, each by its full name.</param>
/// <param name="Phases">The phases of a family in which it may be used, of <see cref="Phases.All"/>.</param>
/// <param name="Chosen">Whether it counts only for who says so, because nothing else tells that it is the purpose.</param>
public sealed record ProcessingActivity(
    string Key, string Name, string Purpose, string LegalBasis, string Controller,
    IReadOnlyList<string> Roles, IReadOnlyList<string> Relations, IReadOnlyList<string> Phases, bool Chosen = false);

/// <summary>
/// Where a family stands, as its involvements say: more than one can hold at a time, when a new contact comes in
/// about a family that already has a key worker.
/// </summary>
public static class Phases
{
    /// <summary>A team on duty owns the family or a new contact about it.</summary>
    public const string Intake = "intake";

    /// <summary>The family has a key worker, or somebody who stands in for one.</summary>
    public const string Underway = "underway";

    /// <summary>Neither: nobody is busy with the family now.</summary>
    public const string Quiet = "quiet";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Intake, Underway, Quiet];

    static readonly string DutyTeam = Relations.By(Keeper.Service, Relations.DutyTeam);

    static readonly string[] Faces =
        [Relations.By(Keeper.Service, Relations.KeyWorker), Relations.By(Keeper.Service, Relations.Cover), Relations.By(Keeper.Service, Relations.Duo)];

    /// <summary>The phases of a family with which some are involved now, in relations by their full names.</summary>
    internal static HashSet<string> Of(IEnumerable<string> relations)
    {
        var held = relations.ToHashSet(StringComparer.Ordinal);
        HashSet<string> phases = [.. held.Contains(DutyTeam) ? [Intake] : (string[])[], .. held.Overlaps(Faces) ? [Underway] : (string[])[]];
        return phases.Count > 0 ? phases : [Quiet];
    }
}
