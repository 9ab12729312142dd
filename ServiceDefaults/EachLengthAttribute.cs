using System.ComponentModel.DataAnnotations;

namespace Geborgen.ServiceDefaults;

/// <summary>Limits each text of a list.</summary>
/// <param name="most">The characters that each may have.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachLengthAttribute(int most) : ValidationAttribute($"Each must be at most {most} long.")
{
    /// <summary>The characters that each may have.</summary>
    public int Most => most;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not IEnumerable<string> texts || texts.All(text => text.Length <= most);
}
