using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;

namespace Geborgen.Intake.Persons;

/// <summary>Refuses a text that is no citizen service number by the 11-test. Absent is fine.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class CitizenServiceNumberAttribute : RegularExpressionAttribute
{
    public CitizenServiceNumberAttribute() : base("^[0-9]{9}$") => ErrorMessage = "Must be nine digits that pass the 11-test.";

    public override bool IsValid(object? value) => value is null || (value is string text && Bsn.TryParse(text, out _));
}
