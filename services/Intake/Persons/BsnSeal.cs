using System.Text;
using Geborgen.Access;
using Geborgen.Casework;

namespace Geborgen.Intake.Persons;

/// <summary>Closes a citizen service number so that it can be found again but not read from the database.</summary>
sealed class BsnSeal(KeyRing keys)
{
    const string Purpose = "bsn";

    /// <summary>Seals a number. Null stays null.</summary>
    public GivenBsn? Close(string? text)
    {
        if (text is null)
            return null;
        if (!Bsn.TryParse(text, out var bsn))
            throw new ArgumentException("Not a citizen service number.", nameof(text));
        var closed = keys.Protect(Purpose, Encoding.ASCII.GetBytes(bsn.Digits));
        var lookups = Lookups(bsn.Digits);
        return new(new SealedBsn(closed.KeyId, closed.Bytes, lookups[0]), lookups);
    }

    /// <summary>A number that was sealed before, to be compared with others. Null stays null.</summary>
    public GivenBsn? Known(SealedBsn? bsn) => bsn is null ? null : new(bsn, Lookups(bsn));

    /// <summary>Under what a number is found, whichever version of the keys sealed it.</summary>
    public IReadOnlyList<byte[]> Lookups(string digits) => [.. keys.Lookup(Purpose, digits).Select(lookup => lookup.Hash)];

    /// <summary>Under what the same number as a sealed one is found.</summary>
    public IReadOnlyList<byte[]> Lookups(SealedBsn bsn) =>
        Lookups(Encoding.ASCII.GetString(keys.Unprotect(Purpose, new Protected(bsn.KeyId, bsn.Cipher))));
}
