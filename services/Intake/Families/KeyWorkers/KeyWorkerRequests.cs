using System.ComponentModel.DataAnnotations;

namespace Geborgen.Intake.Families;

/// <summary>The worker who is named.</summary>
/// <param name="Account">The account's id (<c>sub</c> of its tokens).</param>
/// <param name="Name">The name by which the family will know the worker.</param>
public sealed record WorkerRequest(
    [property: Required, StringLength(100)] string Account,
    [property: Required, StringLength(200)] string Name);
