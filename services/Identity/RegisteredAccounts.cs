using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Geborgen.Identity;

/// <summary>Who registered, in a file beside the signing keys that only its owner can read: those accounts outlive the process.</summary>
sealed class RegisteredAccounts(Realm realm, IOptions<IdentityOptions> options) : IHostedService
{
    readonly string path = Path.Combine(Path.GetFullPath(options.Value.Keys), "registered.json");
    readonly Lock writing = new();
    readonly List<User> kept = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var user in File.Exists(path) ? JsonSerializer.Deserialize<User[]>(File.ReadAllBytes(path))! : [])
            if (realm.TryAdd(user))
                kept.Add(user);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps an account, which can log in from then on.</summary>
    internal void Keep(User user)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Accounts are kept in a file that only its owner can read.");
        lock (writing)
        {
            kept.Add(user);
            var draft = path + ".new";
            File.Delete(draft);
            using (var file = new FileStream(draft, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
                JsonSerializer.Serialize(file, kept);
            File.Move(draft, path, overwrite: true);
        }
        realm.Complete(user);
    }
}
