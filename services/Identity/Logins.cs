using System.Collections.Concurrent;
using System.Security.Claims;
using OpenIddict.Abstractions;

namespace Geborgen.Identity;

/// <summary>The logins that have not ended. A cookie counts only while its login does, so that a copy of it ends with it.</summary>
sealed class Logins(Realm realm, TimeProvider time)
{
    readonly ConcurrentDictionary<string, DateTimeOffset> ends = [];

    internal string Begin()
    {
        var session = Login.NewSession();
        ends[session] = time.GetUtcNow() + realm.Lifetimes.Session;
        return session;
    }

    internal bool Live(ClaimsPrincipal? cookie) =>
        cookie?.GetClaim(Login.Session) is { } session && ends.TryGetValue(session, out var end) && end > time.GetUtcNow();

    internal void End(string session) => ends.TryRemove(session, out _);

    /// <summary>Forgets those that ended by themselves.</summary>
    internal void Forget()
    {
        foreach (var (session, end) in ends)
            if (end <= time.GetUtcNow())
                End(session);
    }
}
