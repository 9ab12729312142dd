using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.EndToEnd.Tests;

/// <summary>A municipality's case system, which sends contacts.</summary>
sealed class CaseSystem(Platform platform, string municipality)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The terms of an older contact would be warned of while a test goes on.</summary>
    static readonly string ReceivedAt = MachineClock.Now.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    readonly ConcurrentDictionary<string, int> setbacks = [];

    /// <summary>Why contacts had to be sent again, with how often.</summary>
    public string Setbacks => string.Join(", ", setbacks.OrderBy(one => one.Key).Select(one => $"{one.Value} × {one.Key}"));

    public static string NewKey() => $"{Guid.CreateVersion7()}";

    /// <summary>A concern of a school about one child, with nobody real in it.</summary>
    public static string Concern(string text, string familyName = "Verzonnen", string? bsn = null) => new JsonObject
    {
        ["kind"] = "concern",
        ["channel"] = "system",
        ["receivedAt"] = ReceivedAt,
        ["reporter"] = new JsonObject { ["role"] = "school", ["name"] = "Juf Anja Vermeer", ["shielded"] = true },
        ["family"] = new JsonObject
        {
            ["members"] = new JsonArray(new JsonObject
            {
                ["role"] = "child",
                ["givenName"] = "Sem",
                ["familyName"] = familyName,
                ["birthDate"] = $"{MachineClock.Now.AddYears(-11).AddDays(-7):yyyy-MM-dd}",
                ["bsn"] = bsn,
            }),
        },
        ["statements"] = new JsonArray(new JsonObject { ["kind"] = "observation", ["author"] = "reporter", ["text"] = text }),
    }.ToJsonString();

    /// <summary>Sends a contact once.</summary>
    public Task<HttpResponseMessage> PostAsync(string contact, string key, CancellationToken ct, params (string Name, string Value)[] headers) =>
        platform.SendAsync(
            $"{municipality}-case-system", HttpMethod.Post, $"/{municipality}/intake/v1/contacts", ct, contact, [("Idempotency-Key", key), .. headers]);

    /// <summary>Sends a contact, again with the same key as long as it is told to, until it is accepted.</summary>
    public async Task<(Guid Contact, Guid Family)> SendAsync(string contact, string key, CancellationToken ct)
    {
        while (true)
        {
            var pause = Pause;
            try
            {
                using var answer = await PostAsync(contact, key, ct);
                if (answer.StatusCode == HttpStatusCode.Created)
                    return await IdsAsync(answer, ct);
                var mayRepeat = answer.StatusCode >= HttpStatusCode.InternalServerError
                    || answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null;
                Assert.True(mayRepeat, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
                pause = answer.Headers.RetryAfter?.Delta ?? pause;
                setbacks.AddOrUpdate($"{(int)answer.StatusCode}", 1, (_, count) => count + 1);
            }
            catch (HttpRequestException e)
            {
                setbacks.AddOrUpdate(e.HttpRequestError.ToString(), 1, (_, count) => count + 1);
            }
            await Task.Delay(pause, ct);
        }
    }

    /// <summary>The contact and the family in an answer of 201.</summary>
    public static async Task<(Guid Contact, Guid Family)> IdsAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return (body.GetProperty("id").GetGuid(), body.GetProperty("familyId").GetGuid());
    }
}
