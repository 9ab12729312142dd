using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>
/// Counts wrong passwords and client secrets: per user name and address, and per address whatever the name, so that neither many
/// words for one person nor one word for many get far. Who guessed too often waits until a window is over, also with the right word.
/// What is kept is bounded: an address that may guess no more adds nothing, and the oldest go when there are too many.
/// </summary>
sealed class Guesses(Realm realm, IOptions<IdentityOptions> options, TimeProvider time)
{
    const int MostKept = 100_000;

    readonly Dictionary<string, Window> windows = [];
    readonly Lock changing = new();

    /// <summary>How long nobody at an address gets an answer; null when it is open.</summary>
    internal TimeSpan? Wait(IPAddress? address) => Left(Key(address), options.Value.GuessesPerAddress);

    /// <summary>Whether a user name may still be tried from an address.</summary>
    internal bool MayTry(string username, IPAddress? address) => Left(Key(address, username), realm.BruteForce.Failures) is null;

    /// <summary>Counts a wrong word from an address, for a user name or a client.</summary>
    internal void Failed(IPAddress? address, string? username = null)
    {
        lock (changing)
        {
            Count(Key(address));
            if (username is not null)
                Count(Key(address, username));
        }
    }

    TimeSpan? Left(string key, int allowed)
    {
        lock (changing)
            return windows.TryGetValue(key, out var window) && window.Wrong >= allowed && window.Until - time.GetUtcNow() is var left && left > TimeSpan.Zero
                ? left
                : null;
    }

    void Count(string key)
    {
        var now = time.GetUtcNow();
        if (windows.TryGetValue(key, out var window) && window.Until > now)
            windows[key] = window with { Wrong = window.Wrong + 1 };
        else
            windows[key] = new(1, now + realm.BruteForce.Wait);
        if (windows.Count > MostKept)
            Forget(now);
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var (key, window) in windows.Where(one => one.Value.Until <= now).ToArray())
            windows.Remove(key);
        foreach (var (key, _) in windows.OrderBy(one => one.Value.Until).Take(windows.Count - MostKept / 2).ToArray())
            windows.Remove(key);
    }

    /// <summary>Whoever has one address of IPv6 has its whole network.</summary>
    static string Key(IPAddress? address, string? username = null)
    {
        var place = address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
        // However long a name is, what is kept of it is not.
        return username is null ? place : $"{place} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(username.ToUpperInvariant())))}";
    }

    readonly record struct Window(int Wrong, DateTimeOffset Until);
}

/// <summary>Keeps an address from guessing on, before anything is compared.</summary>
static class SlowGuesses
{
    internal static void UseSlowGuesses(this WebApplication app, Realm realm) => app.Use(async (context, next) =>
    {
        var (guesses, address) = (context.RequestServices.GetRequiredService<Guesses>(), context.Connection.RemoteIpAddress);
        var isToken = context.Request.Path == $"/realms/{realm.Name}{Server.TokenPath}";
        if (!HttpMethods.IsPost(context.Request.Method) || !isToken && context.Request.Path != $"/realms/{realm.Name}{Login.Path}" && context.Request.Path != $"/realms/{realm.Name}{Register.Path}")
            await next(context);
        else if (guesses.Wait(address) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var answer = isToken
                ? Results.Json(new { error = Errors.TemporarilyUnavailable, error_description = "Too many wrong passwords or secrets came from this address." }, statusCode: StatusCodes.Status429TooManyRequests)
                : LoginPage.TooMany(context);
            await answer.ExecuteAsync(context);
        }
        else
        {
            await next(context);
            // A wrong password is counted where it is compared; this is a client that isn't who it says.
            if (isToken && context.Response.StatusCode == StatusCodes.Status401Unauthorized)
                guesses.Failed(address);
        }
    });
}
