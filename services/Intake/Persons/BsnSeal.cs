using System.Text;
using Geborgen.Access;
using Geborgen.Casework;

namespace Geborgen.Intake.Persons;

/// <summary>Closes a citizen service number so that it can be found again but not read from the database.</summary>
sealed class BsnSeal(KeyRing keys)
{
    const string Purpose = "bsn";

    /// <summary>Seals a number. Null stays null.</summary>
    public SealedBsn? Close(string? text)
    {
        if (text is null)
            return null;
        if (!Bsn.TryParse(text, out var bsn))
            throw new ArgumentException("Not a citizen service number.", nameof(text));
        var closed = keys.Protect(Purpose, Encoding.ASCII.GetBytes(bsn.Digits));
        return new SealedBsn(closed.KeyId, closed.Bytes, keys.Lookup(Purpose, bsn.Digits)[0].Hash);
    }

    /// <summary>Seals a number that is another than the known one. Null when it is the same or there is none.</summary>
    public SealedBsn? Other(string? text, SealedBsn? known) =>
        Close(text) is { } other && (known is null || !Lookups(known).Any(lookup => lookup.AsSpan().SequenceEqual(other.Lookup))) ? other : null;

    /// <summary>Under what a number is found, whichever version of the keys sealed it.</summary>
    public IReadOnlyList<byte[]> Lookups(string digits) => [.. keys.Lookup(Purpose, digits).Select(lookup => lookup.Hash)];

    /// <summary>Under what the same number as a sealed one is found.</summary>
    public IReadOnlyList<byte[]> Lookups(SealedBsn bsn) =>
        Lookups(Encoding.ASCII.GetString(keys.Unprotect(Purpose, new Protected(bsn.KeyId, bsn.Cipher))));
}
