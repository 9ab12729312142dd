using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Routing;

namespace Geborgen.Investigation.Tests;

/// <summary>
/// Every route, asked by every account about an investigation of the own region and one that is not there, for each
/// processing activity: who is let in is read from the access matrix as a person would read it.
/// </summary>
public sealed partial class RouteAccessTests(InvestigationServer server)
{
    const string Prefix = "/gm0344/investigation/v1";

    static readonly JsonElement Matrix = Read("access.json").GetProperty("resources");

    static readonly JsonElement Users = Read("keycloak/geborgen-users-0.json").GetProperty("users");

    static readonly string[] Hidden = ["family-member", "municipal-system"];

    static readonly string?[] Activities = ["investigation", "emergency-response", "access-oversight", "no-such-activity", null];

    static readonly bool[] OwnAndUnknown = [true, false];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each route with what it gives access to and a body that can be read.</summary>
    static readonly (string Method, string Path, string Resource, string? Body)[] Routes =
    [
        ("GET", "/investigations", "investigation.list", null),
        ("GET", "/investigations/{id}", "investigation.read", null),
        ("GET", "/investigations/{id}/dossiers/{any}", "investigation.read", null),
        ("GET", "/families/{family}/investigations", "investigation.read", null),
        ("POST", "/investigations/{id}/investigator", "investigation.do", """{ "account": "somebody", "name": "Somebody" }"""),
        ("POST", "/investigations/{id}/extension", "investigation.do", """{ "reason": "x" }"""),
        ("PUT", "/investigations/{id}/plan", "investigation.do", """{ "approach": "x", "questions": ["x"] }"""),
        ("POST", "/investigations/{id}/sources", "investigation.do", """{ "name": "x", "about": "x", "familyKnows": true, "consultedOn": "2026-01-05" }"""),
        ("POST", "/investigations/{id}/statements", "investigation.do", """{ "text": "x", "kind": "opinion", "author": "network", "statedAt": "2026-01-05T10:00:00Z" }"""),
        ("POST", "/investigations/{id}/statements/{any}/amendments", "investigation.do", """{ "text": "x" }"""),
        ("POST", "/investigations/{id}/statements/{any}/withdrawal", "investigation.do", null),
        ("POST", "/investigations/{id}/statements/{any}/corrections", "investigation.do", """{ "text": "x", "reason": "x" }"""),
        ("POST", "/investigations/{id}/statements/{any}/removal", "investigation.do", """{ "reason": "x" }"""),
        ("POST", "/investigations/{id}/statements/{any}/contests", "investigation.do", """{ "part": "content", "reason": "x" }"""),
        ("POST", "/investigations/{id}/statements/{any}/contests/{any}/settlement", "investigation.do", """{ "outcome": "x" }"""),
        ("POST", "/investigations/{id}/statements/{any}/own-statement", "investigation.do", """{ "text": "x", "kind": "opinion", "author": "parent", "statedAt": "2026-01-05T10:00:00Z" }"""),
        ("POST", "/investigations/{id}/statements/{any}/sharings", "investigation.do", """{ "personId": "01a20aeb-b664-7898-b94e-027b5c5d4ff1" }"""),
        ("POST", "/investigations/{id}/statements/{any}/withholding", "investigation.do", """{ "basis": "x", "reason": "x", "reviewOn": "2027-01-05", "until": "2027-02-05" }"""),
        ("POST", "/investigations/{id}/statements/{any}/withholding/lifting", "investigation.do", null),
        ("POST", "/investigations/{id}/voices", "investigation.do", """{ "personId": "01a20aeb-b664-7898-b94e-027b5c5d4ff1", "kind": "opinion", "text": "x", "statedAt": "2026-01-05T10:00:00Z", "spokenBy": "x", "manner": "x" }"""),
        ("POST", "/investigations/{id}/missing-voices", "investigation.do", """{ "personId": "01a20aeb-b664-7898-b94e-027b5c5d4ff1", "whyNot": "notReached", "explanation": "x" }"""),
        ("PUT", "/investigations/{id}/report", "investigation.do", """{ "parts": [ { "title": "x", "text": "x", "statements": [] } ] }"""),
        ("POST", "/investigations/{id}/report/presentations", "investigation.do", null),
        ("POST", "/investigations/{id}/report/final", "investigation.do", null),
        ("POST", "/investigations/{id}/report/reweighings", "investigation.do", """{ "statementId": "01a20aeb-b664-7898-b94e-027b5c5d4ff1", "weighing": "x" }"""),
        ("POST", "/investigations/{id}/rebuttals", "investigation.do", """{ "personId": "01a20aeb-b664-7898-b94e-027b5c5d4ff1", "kind": "opinion", "text": "x", "statedAt": "2026-01-05T10:00:00Z" }"""),
        ("POST", "/investigations/{id}/conclusion", "investigation.do", """{ "outcome": "noFurtherAction", "reason": "x", "legalBasis": "x", "alternatives": "x", "remedy": "complaint", "explanation": "x" }"""),
        ("POST", "/investigations/{id}/counter-expertise", "investigation.do", """{ "personId": "01a20aeb-b664-7898-b94e-027b5c5d4ff1", "wish": "x" }"""),
        ("POST", "/investigations/{id}/dossiers", "investigation.do", null),
        ("POST", "/investigations/{id}/dossiers/{any}/addenda", "investigation.do", """{ "statements": ["01a20aeb-b664-7898-b94e-027b5c5d4ff1"] }"""),
        ("POST", "/investigations/{id}/closing", "investigation.do", null),
        ("POST", "/investigations/{id}/clocks/{any}/pauses", "investigation.do", """{ "reason": "familyRequest", "explanation": "x" }"""),
        ("POST", "/investigations/{id}/clocks/{any}/resumption", "investigation.do", null),
        ("POST", "/investigations/{id}/not-known", "investigation.do", """{ "what": "x", "why": "x", "tried": "x", "reviewOn": "2027-01-05" }"""),
        ("POST", "/investigations/{id}/not-known/{any}/reviews", "investigation.do", """{ "tried": "x", "reviewOn": "2027-01-05" }"""),
        ("POST", "/investigations/{id}/not-known/{any}/resolution", "investigation.do", """{ "resolution": "x" }"""),
        ("GET", "/emergencies", "emergency-response.list", null),
        ("GET", "/emergencies/{any}", "emergency-response.read", null),
        ("POST", "/emergencies/{any}/answer", "emergency-response.answer", """{ "answer": "x" }"""),
        ("GET", "/data-breaches", "data-breach.list", null),
        ("GET", "/data-breaches/{any}", "data-breach.read", null),
        ("POST", "/data-breaches/{any}/recipients/{any}/told", "data-breach.tell", """{ "how": "x" }"""),
        ("POST", "/data-breaches/{any}/assessment", "data-breach.assess", """{ "notified": false, "reason": "x" }"""),
        ("GET", "/events", "events.feed", null),
        ("GET", "/families/{family}/access-log", "family.access-log", null),
    ];

    [Fact]
    public async Task Everybody_is_answered_as_the_matrix_says()
    {
        var opened = await server.Open();
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Users.EnumerateArray(), Cancel, async (user, _) =>
        {
            foreach (var activity in Activities)
            {
                var client = user.TryGetProperty("serviceAccountClientId", out var id) ? id.GetString() : null;
                using var asking = client is null
                    ? await server.As(user.GetProperty("username").GetString()!, activity)
                    : await server.AsClient(client, activity);
                foreach (var route in Routes)
                    foreach (var own in OwnAndUnknown)
                    {
                        var expected = Expected(route.Resource, route.Path, user, activity, own);
                        var answer = await Answer(asking, route, own ? opened : null);
                        if (expected is null ? answer is "401" or "403" or "404 not-found" || answer.StartsWith("400 processing", StringComparison.Ordinal) : answer != expected)
                            wrong.Add($"{route.Method} {route.Path} | {client ?? user.GetProperty("username").GetString()} | {activity} | {(own ? "own" : "unknown")}: {answer} instead of {expected ?? "an answer"}");
                    }
            }
        });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Take(20)));
    }

    [Fact]
    public void Every_route_is_asked() => Assert.Equal(
        from route in server.Routes
        from required in route.Metadata.OfType<AccessRequirement>()
        let asked = $"{route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {Shape(route.RoutePattern.RawText!)[3..]}: {required.Resources.Single()}"
        // The delivery of an emergency and the questions at their source have tests of their own.
        where required.Resources[0] != "emergency.deliver" && !asked.Contains("/questions", StringComparison.Ordinal)
        orderby asked
        select asked,
        Routes.Select(route => $"{route.Method} {Shape(Prefix + route.Path)[7..]}: {route.Resource}").Order());

    /// <summary>A path whose parts that are ids have no names.</summary>
    static string Shape(string path) => Ids().Replace(path, "{}");

    /// <summary>The refusal that the matrix asks for, or null for whoever is let in.</summary>
    static string? Expected(string resource, string path, JsonElement user, string? activity, bool own)
    {
        var roles = Texts(user, "realmRoles");
        var about = Matrix.GetProperty(resource).GetProperty("about").GetString();
        var rules = Matrix.GetProperty(resource).GetProperty("allow").EnumerateArray().Where(rule => Texts(rule, "roles").Intersect(roles).Any()).ToList();
        if (rules.Count == 0)
            return about == "family" && roles.Any(Hidden.Contains) ? "404 not-found" : "403 forbidden";
        activity ??= rules.Where(rule => rule.TryGetProperty("withoutHeader", out _)).Select(rule => rule.GetProperty("withoutHeader").GetString()).FirstOrDefault();
        if (activity is null)
            return "400 processing-activity-required";
        if (activity == "no-such-activity")
            return "400 processing-activity-unknown";
        if (about == "collection" && resource.EndsWith(".list", StringComparison.Ordinal))
            return null;
        // An answer to an emergency, a data breach, a dossier: their ids are unknown to everybody.
        var there = own && !path.StartsWith("/emergencies/{any}", StringComparison.Ordinal)
            && !path.StartsWith("/data-breaches/{any}", StringComparison.Ordinal) && !path.EndsWith("/dossiers/{any}", StringComparison.Ordinal);
        string[] relations =
        [
            "none",
            .. Attribute(user, "organisation") == "rvt-utrecht" && (own || about == "collection") ? ["sameOrganisation"] : Array.Empty<string>(),
            .. own && Attribute(user, "team") == "rvt-utrecht-veiligheid" ? ["regionalTeam"] : Array.Empty<string>(),
        ];
        var allowed = rules.Any(rule => Texts(rule, "relations").Intersect(relations).Any() && Texts(rule, "activities").Contains(activity));
        return allowed && (there || about == "collection") ? null : "404 not-found";
    }

    static async Task<string> Answer(HttpClient client, (string Method, string Path, string Resource, string? Body) route, Requested? opened)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), Prefix + route.Path
            .Replace("{id}", $"{opened?.Id ?? Guid.CreateVersion7()}", StringComparison.Ordinal)
            .Replace("{family}", $"{opened?.Asked.FamilyId ?? Guid.CreateVersion7()}", StringComparison.Ordinal)
            .Replace("{any}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal));
        if (route.Body is not null)
            request.Content = JsonContent.Create(JsonNode.Parse(route.Body));
        // On a version that is not there, so that nothing that one request does changes what the next one may.
        request.Headers.Add("If-Match", "\"999999\"");
        using var answer = await client.SendAsync(request, Cancel);
        var status = $"{(int)answer.StatusCode}";
        if (answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return status;
        return $"{status} {(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>().Split(':')[^1]}";
    }

    static string? Attribute(JsonElement user, string name) =>
        user.GetProperty("attributes").TryGetProperty(name, out var values) ? values[0].GetString() : null;

    static string[] Texts(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    static JsonElement Read(string file)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "deploy", file) is var path && File.Exists(path))
                return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        throw new InvalidOperationException($"{file} is not above the tests.");
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Ids();
}
