using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Geborgen.Identity;

/// <summary>
/// The keys that sign, one file each, named by the moment from which it signs. A next key is published before it signs, and an
/// earlier one stays published until everything that it signed has ended. OpenIddict takes the first and publishes all, and
/// asks again whenever they change.
/// </summary>
sealed class SigningKeys(Realm realm, TimeProvider time, IOptions<IdentityOptions> options)
    : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    const string NameFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>For clocks that differ and a turn that comes late.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    readonly string folder = Path.GetFullPath(options.Value.Keys);
    readonly Lock turning = new();
    List<Key>? keys;
    volatile Key[] published = [];
    CancellationTokenSource changed = new();

    string? IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    /// <summary>Makes, promotes and retires keys as the clock says; does nothing most of the time.</summary>
    internal void Turn()
    {
        lock (turning)
        {
            keys ??= Load();
            var now = time.GetUtcNow();
            if (keys.Count == 0)
                keys.Add(Create(now));
            else if (keys[^1].From + options.Value.KeyLifetime is var next && now >= next - options.Value.KeyAnnouncement)
                keys.Add(Create(next > now ? next : now));
            while (keys.Count > 1 && keys[1].From + realm.Lifetimes.Session + Slack < now)
            {
                File.Delete(keys[0].Path);
                keys.RemoveAt(0);
            }
            var signer = keys.FindLastIndex(key => key.From <= now);
            Publish([keys[Math.Max(signer, 0)], .. keys.Where((_, index) => index != Math.Max(signer, 0))]);
        }
    }

    public void Configure(OpenIddictServerOptions options) =>
        options.SigningCredentials.AddRange(published.Select(key => new SigningCredentials(key.Security, SecurityAlgorithms.RsaSha256)));

    public IChangeToken GetChangeToken() => new CancellationChangeToken(changed.Token);

    public void Dispose() => changed.Dispose();

    void Publish(Key[] next)
    {
        if (published.SequenceEqual(next))
            return;
        published = next;
        using var before = Interlocked.Exchange(ref changed, new CancellationTokenSource());
        before.Cancel();
    }

    List<Key> Load()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Signing keys are kept in files that only their owner can read.");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var found = new List<Key>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.pem").Order(StringComparer.Ordinal))
        {
            if ((File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
                throw new InvalidOperationException($"The signing key {Path.GetFileName(path)} can be read by others; make it mode 600 or remove it.");
            using var rsa = RSA.Create();
            rsa.ImportFromPem(File.ReadAllText(path));
            var from = DateTimeOffset.ParseExact(Path.GetFileNameWithoutExtension(path), NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            found.Add(new Key(path, from, Security(rsa)));
        }
        return found;
    }

    Key Create(DateTimeOffset from)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Signing keys are kept in files that only their owner can read.");
        using var rsa = RSA.Create(2048);
        var path = Path.Combine(folder, from.ToString(NameFormat, CultureInfo.InvariantCulture) + ".pem");
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(file))
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        File.Move(draft, path);
        return new Key(path, from, Security(rsa));
    }

    static RsaSecurityKey Security(RSA rsa)
    {
        var key = new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true));
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    sealed record Key(string Path, DateTimeOffset From, RsaSecurityKey Security);
}
