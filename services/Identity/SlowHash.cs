using System.Security.Cryptography;

namespace Geborgen.Identity;

/// <summary>What is kept of a password that somebody chose.</summary>
/// <param name="Salt">Its salt.</param>
/// <param name="Hash">PBKDF2 with SHA-512 of it.</param>
sealed record SlowHash(byte[] Salt, byte[] Hash)
{
    const int Rounds = 210_000;

    internal static SlowHash Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(salt, Derive(password, salt));
    }

    internal bool Fits(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, Salt), Hash);

    static byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, SHA512.HashSizeInBytes);
}
