using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Geborgen.Identity;

/// <summary>
/// Checks passwords. The realm's passwords are development ones in a readable file, so they are compared, not hashed slowly;
/// the comparison takes the same time whether the user exists or not.
/// </summary>
sealed class Passwords(Realm realm, Guesses guesses)
{
    static readonly byte[] Nobody = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    /// <summary>
    /// The person, or null: unknown, wrong password, or too many wrong ones from this address, which look the same.
    /// </summary>
    internal User? Check(string? username, string? password, IPAddress? address)
    {
        var name = username ?? "";
        var person = realm.Person(name);
        var right = CryptographicOperations.FixedTimeEquals(Hash(password), person?.Password is { } known ? Hash(known) : Nobody);
        if (right && guesses.MayTry(name, address))
            return person;
        guesses.Failed(address, name);
        return null;
    }

    static byte[] Hash(string? text) => SHA256.HashData(Encoding.UTF8.GetBytes(text ?? ""));
}
