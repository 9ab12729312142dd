using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Contracts;

/// <summary>
/// The name of every event, as it stands in logs, feeds and routing keys. A name is never reused or renamed: stored
/// events carry it for as long as they are kept.
/// </summary>
public static class EventCatalogue
{
    static readonly Dictionary<string, Type> ByName = new()
    {
        ["contact-registered"] = typeof(ContactRegistered),
        ["family-opened"] = typeof(FamilyOpened),
        ["member-added"] = typeof(MemberAdded),
        ["member-removed"] = typeof(MemberRemoved),
        ["person-link-confirmed"] = typeof(PersonLinkConfirmed),
        ["person-link-undone"] = typeof(PersonLinkUndone),
        ["member-account-linked"] = typeof(MemberAccountLinked),
        ["involvement-started"] = typeof(InvolvementStarted),
        ["involvement-ended"] = typeof(InvolvementEnded),
        ["clock-started"] = typeof(ClockStarted),
        ["clock-warned"] = typeof(ClockWarned),
        ["clock-overdue"] = typeof(ClockOverdue),
        ["clock-stopped"] = typeof(ClockStopped),
    };

    static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every event with its name.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByName;

    /// <summary>The name of a type of event.</summary>
    /// <exception cref="KeyNotFoundException">The type is not in the catalogue.</exception>
    public static string NameOf(Type type) => ByType[type];

    /// <summary>The type with this name, or null when this version of the contracts does not know it.</summary>
    public static Type? TypeOf(string name) => ByName.GetValueOrDefault(name);
}
