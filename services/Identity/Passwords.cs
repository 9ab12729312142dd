using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Geborgen.Identity;

/// <summary>
/// Checks passwords. Those of who registered are hashed slowly, and it takes as long for a name that nobody has. The realm's passwords are
/// development ones in a readable file, so they are compared.
/// </summary>
sealed class Passwords(Realm realm, Guesses guesses)
{
    static readonly SlowHash Nobody = SlowHash.Of(RandomNumberGenerator.GetHexString(32));

    /// <summary>
    /// The person, or null: unknown, wrong password, or too many wrong ones from this address, which look the same.
    /// </summary>
    internal User? Check(string? username, string? password, IPAddress? address)
    {
        var name = username ?? "";
        var person = realm.Person(name);
        var right = person?.Password is { } known
            ? CryptographicOperations.FixedTimeEquals(Hash(password), Hash(known))
            : (person?.Slow ?? Nobody).Fits(password ?? "");
        if (right && guesses.MayTry(name, address))
            return person;
        guesses.Failed(address, name);
        return null;
    }

    static byte[] Hash(string? text) => SHA256.HashData(Encoding.UTF8.GetBytes(text ?? ""));
}
