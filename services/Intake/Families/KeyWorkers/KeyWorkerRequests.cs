using System.ComponentModel.DataAnnotations;

namespace Geborgen.Intake.Families;

/// <summary>The worker who is named. Name, function and number come from the directory of accounts.</summary>
/// <param name="Account">The account's id (<c>sub</c> of its tokens): one in use of the caller's own organisation, with the role of a local or regional team.</param>
public sealed record WorkerRequest([property: Required, StringLength(100)] string Account);
