namespace Geborgen.Casework;

/// <summary>A worker as named in an assignment.</summary>
/// <param name="Account">The account's id (<c>sub</c> of its tokens).</param>
/// <param name="Name">The name by which the family knows the worker.</param>
/// <param name="Organisation">The worker's organisation.</param>
public sealed record Worker(string Account, string Name, string Organisation);

/// <summary>A team that is on duty.</summary>
/// <param name="Team">The team.</param>
/// <param name="Organisation">Its organisation.</param>
public sealed record TeamOnDuty(string Team, string Organisation);
