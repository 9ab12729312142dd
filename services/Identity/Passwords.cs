using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace Geborgen.Identity;

/// <summary>
/// Checks passwords. The realm's passwords are development ones in a readable file, so they are compared, not hashed slowly;
/// the comparison takes the same time whether the user exists or not.
/// </summary>
sealed class Passwords(Realm realm) : IDisposable
{
    static readonly byte[] Nobody = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    readonly PartitionedRateLimiter<Attempt> failures = PartitionedRateLimiter.Create<Attempt, Attempt>(attempt =>
        RateLimitPartition.GetFixedWindowLimiter(attempt, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = realm.BruteForce.Failures,
            Window = realm.BruteForce.Wait,
        }));

    public void Dispose() => failures.Dispose();

    /// <summary>
    /// The person, or null: unknown, wrong password, or too many wrong ones from this address, which look the same.
    /// </summary>
    internal User? Check(string? username, string? password, IPAddress? address)
    {
        var attempt = new Attempt((username ?? "").ToUpperInvariant(), address);
        var person = realm.Person(username ?? "");
        var right = CryptographicOperations.FixedTimeEquals(Hash(password), person?.Password is { } known ? Hash(known) : Nobody);
        using var open = failures.AttemptAcquire(attempt, 0);
        if (right && open.IsAcquired)
            return person;
        failures.AttemptAcquire(attempt).Dispose();
        return null;
    }

    static byte[] Hash(string? text) => SHA256.HashData(Encoding.UTF8.GetBytes(text ?? ""));

    sealed record Attempt(string Username, IPAddress? Address);
}
