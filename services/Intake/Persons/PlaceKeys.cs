using Geborgen.Casework;

namespace Geborgen.Intake.Persons;

/// <summary>Under what an address is found again, however it is written: by postal code and number, and by street, number and town.</summary>
static class PlaceKeys
{
    /// <summary>The keys of a place; none of one without a number.</summary>
    public static string[] Of(string? street, string? houseNumber, string? postalCode, string? town)
    {
        if (Folded(houseNumber) is not { Length: > 0 } number)
            return [];
        var (code, road) = (Folded(postalCode), Folded(street));
        return [.. new[] { code.Length > 0 ? $"{code} {number}" : null, road.Length > 0 ? $"{road} {number} {Folded(town)}" : null }.OfType<string>()];
    }

    static string Folded(string? text) => string.Concat(NameWords.Of(text));
}
