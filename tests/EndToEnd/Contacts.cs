using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geborgen.EndToEnd.Tests;

/// <summary>What a case system sends, and what it hears.</summary>
static class Contacts
{
    public static string NewKey() => $"{Guid.CreateVersion7()}";

    /// <summary>A concern of a school about one child, with nobody real in it.</summary>
    public static string Concern(string text, string familyName = "Verzonnen", string? bsn = null) => new JsonObject
    {
        ["kind"] = "concern",
        ["channel"] = "system",
        ["receivedAt"] = "2026-11-20T14:05:00+01:00",
        ["reporter"] = new JsonObject { ["role"] = "school", ["name"] = "Juf Anja Vermeer", ["shielded"] = true },
        ["family"] = new JsonObject
        {
            ["members"] = new JsonArray(new JsonObject
            {
                ["role"] = "child",
                ["givenName"] = "Sem",
                ["familyName"] = familyName,
                ["birthDate"] = "2015-03-02",
                ["bsn"] = bsn,
            }),
        },
        ["statements"] = new JsonArray(new JsonObject { ["kind"] = "observation", ["author"] = "reporter", ["text"] = text }),
    }.ToJsonString();

    /// <summary>The contact and the family in an answer of 201.</summary>
    public static async Task<(Guid Contact, Guid Family)> IdsAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        return (body.RootElement.GetProperty("id").GetGuid(), body.RootElement.GetProperty("familyId").GetGuid());
    }
}
