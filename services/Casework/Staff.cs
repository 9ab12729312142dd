namespace Geborgen.Casework;

/// <summary>A worker as the directory of accounts knows one at the moment.</summary>
/// <param name="Account">The account's id (<c>sub</c> of its tokens).</param>
/// <param name="Name">The full name, by which colleagues know the worker.</param>
/// <param name="GivenName">The given name, by which the family knows the worker.</param>
/// <param name="Organisation">The worker's organisation; empty where the directory names none.</param>
/// <param name="Roles">The roles of the account.</param>
/// <param name="Active">Whether the account is in use.</param>
/// <param name="Team">The worker's team, or null.</param>
/// <param name="Function">As what the worker works, in words for people, or null.</param>
/// <param name="Phone">The number on which the worker is reached, or null.</param>
public sealed record Worker(
    string Account, string Name, string GivenName, string Organisation, IReadOnlyCollection<string> Roles, bool Active = true,
    string? Team = null, string? Function = null, string? Phone = null)
{
    /// <summary>The role of a professional of a municipality's local team.</summary>
    public const string LocalTeam = "local-team";

    /// <summary>The role of a professional of a regional safety team.</summary>
    public const string RegionalTeam = "regional-team";

    /// <summary>Who stands behind an account that the directory does not have.</summary>
    public static Worker Nobody(string account) => new(account, "", "", "", [], Active: false);

    /// <summary>Whether a person stands behind an account that is in use. A system's has no given name.</summary>
    public bool IsPerson => Active && GivenName.Length > 0;

    /// <summary>
    /// Why somebody is not named as a worker of an organisation who needs one of some roles; null where that is right. An account that nobody
    /// has, that ended, or that is another organisation's looks the same: nobody learns by this who works elsewhere.
    /// </summary>
    public Refusal? WhyNotNamed(string organisation, params IEnumerable<string> roles) =>
        !Active || Organisation.Length == 0 || Organisation != organisation ? StaffRefusals.NoSuchWorker
        : !roles.Any(Roles.Contains) ? StaffRefusals.RoleDoesNotFit
        : null;
}

/// <summary>A team that is on duty.</summary>
/// <param name="Team">The team.</param>
/// <param name="Organisation">Its organisation.</param>
public sealed record TeamOnDuty(string Team, string Organisation);

/// <summary>Why somebody is not named as a worker.</summary>
public static class StaffRefusals
{
    /// <summary>There is no such account in use in the own organisation.</summary>
    public static Refusal NoSuchWorker { get; } = new(
        "no-such-worker", "There is no such worker in your organisation now.",
        "Name the account of a colleague as the directory of your organisation has it.", RefusalKind.Invalid);

    /// <summary>The colleague does other work.</summary>
    public static Refusal RoleDoesNotFit { get; } = new(
        "role-does-not-fit", "This colleague's role does not fit this work.",
        "Name a colleague of the local or regional team; an investigator is of the regional team.", RefusalKind.Invalid);
}
