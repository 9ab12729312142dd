using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Geborgen.Access;

/// <summary>Something encrypted, with the version of the key that did it, which its row keeps.</summary>
/// <param name="KeyId">Version of the key.</param>
/// <param name="Bytes">Nonce, cipher text and tag.</param>
public readonly record struct Protected(int KeyId, byte[] Bytes);

/// <summary>A keyed hash under which a value can be found without being readable.</summary>
/// <param name="KeyId">Version of the key.</param>
/// <param name="Hash">HMAC-SHA256, 32 bytes.</param>
public readonly record struct LookupHash(int KeyId, byte[] Hash);

/// <summary>
/// The versioned keys of an instance, as files <c>1.key</c>, <c>2.key</c>, … of 32 random bytes that only the service's own
/// account may read. The newest encrypts; older ones still decrypt and find. Every purpose has keys of its own (HKDF-SHA256),
/// so that what was made for one purpose is useless for another.
/// </summary>
public sealed class KeyRing
{
    const int KeySize = 32;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    readonly SortedDictionary<int, byte[]> keys;
    readonly ConcurrentDictionary<(int, string), byte[]> derived = new();

    KeyRing(SortedDictionary<int, byte[]> keys) => this.keys = keys;

    /// <summary>Versions of the keys that are there.</summary>
    internal int[] Versions => [.. keys.Keys];

    /// <summary>Version of the key that encrypts now.</summary>
    public int Newest => keys.Keys.Max();

    /// <summary>Reads the keys of a folder; a folder without any gets its first.</summary>
    /// <exception cref="InvalidOperationException">A key file is damaged or others may read it.</exception>
    public static KeyRing Open(string folder)
    {
        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        if (VersionsIn(folder).Length == 0)
            Make(folder, version: 1);
        return new KeyRing(new SortedDictionary<int, byte[]>(VersionsIn(folder).ToDictionary(version => version, version => Read(FileOf(folder, version)))));
    }

    /// <summary>Whether a folder has keys.</summary>
    internal static bool IsIn(string folder) => Directory.Exists(folder) && VersionsIn(folder).Length > 0;

    /// <summary>Adds a new version, which encrypts from the next start on. Another process that does the same at the same time wins or loses; either key is good.</summary>
    public static void AddKey(string folder) => Make(folder, VersionsIn(folder).DefaultIfEmpty(0).Max() + 1);

    static void Make(string folder, int version)
    {
        var path = FileOf(folder, version);
        var unfinished = Path.Combine(folder, Path.GetRandomFileName() + ".unfinished");
        using (var file = new FileStream(unfinished, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeySize));
            file.Flush(flushToDisk: true);
        }
        // A move without overwriting looks first and renames afterwards, so that two at once replace each other's key.
        var linked = CreateHardLink(unfinished, path) == 0;
        File.Delete(unfinished);
        if (!linked && !File.Exists(path))
            throw new IOException($"{Path.GetFileName(path)} can't be made in its folder.");
    }

    /// <summary>Encrypts with the newest key (AES-256-GCM).</summary>
    public Protected Protect(string purpose, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[NonceSize + content.Length + TagSize];
        var nonce = bytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var version = Newest;
        using var aes = new AesGcm(Derive(version, "encrypt:" + purpose), TagSize);
        aes.Encrypt(nonce, content, bytes.AsSpan(NonceSize, content.Length), bytes.AsSpan(NonceSize + content.Length));
        return new Protected(version, bytes);
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">It was changed, or was encrypted for another purpose or by another key.</exception>
    public byte[] Unprotect(string purpose, Protected content)
    {
        var bytes = content.Bytes.AsSpan();
        if (!keys.ContainsKey(content.KeyId) || bytes.Length < NonceSize + TagSize)
            throw new CryptographicException("The key is not in the ring or the content is cut short.");
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(Derive(content.KeyId, "encrypt:" + purpose), TagSize);
        aes.Decrypt(bytes[..NonceSize], bytes[NonceSize..^TagSize], bytes[^TagSize..], plain);
        return plain;
    }

    /// <summary>The hashes under which a value may stand, newest key first: store the first, search for all.</summary>
    public IReadOnlyList<LookupHash> Lookup(string purpose, string value) =>
        [.. keys.Keys.Reverse().Select(version =>
            new LookupHash(version, HMACSHA256.HashData(Derive(version, "lookup:" + purpose), Encoding.UTF8.GetBytes(value))))];

    byte[] Derive(int version, string purpose) => derived.GetOrAdd((version, purpose), key =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys[key.Item1], KeySize, info: Encoding.UTF8.GetBytes(key.Item2)));

    [DllImport("libc", EntryPoint = "link", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int CreateHardLink([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);

    static int[] VersionsIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.key").Select(path => int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture))];

    static string FileOf(string folder, int version) => Path.Combine(folder, version.ToString(CultureInfo.InvariantCulture) + ".key");

    static byte[] Read(string path)
    {
        if ((File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
            throw new InvalidOperationException($"Others than the service may read or change {Path.GetFileName(path)}.");
        var key = File.ReadAllBytes(path);
        return key.Length == KeySize ? key : throw new InvalidOperationException($"{Path.GetFileName(path)} is not a key of {KeySize} bytes.");
    }
}
