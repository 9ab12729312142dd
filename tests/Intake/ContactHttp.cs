using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>A contact over HTTP, as the one who works on it.</summary>
static class ContactHttp
{
    /// <summary>When contacts of the tests are received: the terms of an older one are warned of while a test goes on.</summary>
    public static readonly string JustNow = TestDay.Now.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static object Decision { get; } = new
    {
        reason = "The school and both parents tell another story.",
        alternatives = "Waiting was considered.",
        explanation = "We want to know more.",
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Registers the concern of a school, with a child, and answers with its path.</summary>
    public static async Task<string> NewContact(this IntakeServer intake) =>
        $"/gm0344/intake/v1/contacts/{(await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!))["id"]}";

    public static async Task<JsonObject> Read(this HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonObject>(path, Cancel))!;

    public static async Task<string> Etag(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }

    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, string? etag, object? body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        return client.SendAsync(request, Cancel);
    }

    /// <summary>Changes a contact as it is now, and answers with what it is then.</summary>
    public static async Task<JsonObject> Change(this HttpClient client, string contact, string what, object? body)
    {
        using var answer = await client.Post($"{contact}/{what}", await client.Etag(contact), body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    /// <summary>
    /// Tells members of the family about a report, everybody when none is named. What a reporter asked is decided on before: the
    /// school of <see cref="NewContact"/> is named.
    /// </summary>
    public static async Task<JsonObject> Tell(this HttpClient client, string contact, params Guid[] persons)
    {
        if ((bool)(await client.Read(contact))["reporter"]!["shieldedProvisionally"]!)
            await client.Change(contact, "reporter-shield", new { decision = Decision, shielded = false });
        return await client.Change(contact, "telling", new { how = "At home.", toldBy = "Lotte", persons = persons.Length == 0 ? null : persons });
    }

    /// <summary>The service of the regional team, which was heard just now, says that somebody is involved with a family.</summary>
    public static async Task<Guid> Involve(this IntakeServer intake, string family, string relation, string organisation, string? worker = null)
    {
        var now = TestDay.Now;
        var involvement = new Involvement
        {
            Id = Guid.CreateVersion7(),
            FamilyId = Guid.Parse(family.Split('/')[^1]),
            Municipality = "gm0344",
            Service = "investigation",
            Relation = relation,
            Organisation = organisation,
            Worker = worker,
            Team = worker is null ? $"{organisation}-team" : null,
            From = now.AddMilliseconds(-1),
        };
        await using var db = intake.OpenOwner();
        db.Add(involvement);
        await db.SaveChangesAsync(Cancel);
        await db.Database.ExecuteSqlAsync($"""
            insert into sources (service, municipality, epoch, position, heard_at) values ('investigation', 'gm0344', 1, 0, {now})
            on conflict (service, municipality) do update set heard_at = greatest(sources.heard_at, excluded.heard_at)
            """, Cancel);
        return involvement.Id;
    }

    /// <summary>A change of a contact as it is now is refused with a code and leaves it as it was.</summary>
    public static async Task Refused(
        this HttpClient client, string code, string contact, string what, object? body, HttpStatusCode status = HttpStatusCode.Conflict)
    {
        var before = await client.Etag(contact);
        using var answer = await client.Post($"{contact}/{what}", before, body);
        Assert.Equal((status, $"urn:geborgen:problem:{code}"), (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]));
        Assert.Equal(before, await client.Etag(contact));
    }
}
