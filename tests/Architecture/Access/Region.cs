using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.AppHost.Embedded;
using Geborgen.Casework;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Messaging;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(Geborgen.Architecture.Tests.Access.Region))]

namespace Geborgen.Architecture.Tests.Access;

/// <summary>
/// Intake of Utrecht, Intake of Zeist and the family view, with real databases, a real broker and real tokens; and
/// families that came to them as families do, through the services' own routes.
/// </summary>
public sealed class Region : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Well within the life of a token, which a slow machine's run outlasts.
    static readonly TimeSpan Login = TimeSpan.FromMinutes(2);

    readonly PostgresServer postgres = new();
    readonly TestIdentity identity = new();
    readonly ConcurrentDictionary<string, (AuthenticationHeaderValue Token, DateTimeOffset Until)> logins = [];
    readonly Dictionary<string, int> ports = new()
    {
        ["intake-gm0344"] = FreePorts.Next(),
        ["intake-gm0355"] = FreePorts.Next(),
        ["family-view"] = FreePorts.Next(),
    };

    public RabbitMqBroker Broker { get; } = new();

    public string VirtualHost { get; private set; } = "";

    public ServiceHost<IntakeDb> Utrecht { get; private set; } = null!;

    public ServiceHost<IntakeDb> Zeist { get; private set; } = null!;

    public ServiceHost<FamilyViewDb> View { get; private set; } = null!;

    public IReadOnlyList<KnownFamily> Families { get; private set; } = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        VirtualHost = await Broker.CreateVirtualHostAsync("region", Cancel);
        Utrecht = new(ports["intake-gm0344"], await Settings("intake-gm0344", "gm0344", "gm0344"));
        Zeist = new(ports["intake-gm0355"], await Settings("intake-gm0355", "gm0355", "gm0355"));
        View = new(ports["family-view"], await Settings("family-view", "rvt-utrecht", "gm0344", "gm0355"));
        await Utrecht.StartAsync();
        await Zeist.StartAsync();
        await View.StartAsync();
        Families = [.. (await Meet()).Select(WithItsParts)];
        Route.Exchange = (await Do(Utrecht.Http, "lotte", "/gm0344/intake/v1/support-offers", "contact-registration", new JsonObject
        {
            ["kind"] = "company",
            ["text"] = "Walks with whoever wants to.",
            ["contact"] = new JsonObject { ["name"] = "Somebody", ["reach"] = "By telephone" },
        }))["id"]!.GetValue<Guid>();
        await Eventually(EverybodyKnows);
    }

    public HttpClient Of(Route route) => route.Service == "intake" ? Utrecht.Http : View.Http;

    /// <summary>Asks as an account, in a trace by which the request is found again.</summary>
    public async Task<HttpResponseMessage> Ask(HttpClient service, HttpRequestMessage request, string? account, string? activity, string? trace = null)
    {
        request.Headers.Authorization = account is null ? null : await TokenOf(Account.Of(account));
        if (activity is not null)
            request.Headers.Add("Processing-Activity", activity);
        if (trace is not null)
            request.Headers.Add("traceparent", $"00-{trace}-{trace[..16]}-00");
        return await service.SendAsync(request, Cancel);
    }

    /// <summary>Changes something as an account and answers what came of it.</summary>
    public async Task<JsonObject> Do(
        HttpClient service, string account, string path, string? activity, JsonObject body, string? ifMatch = null, string? trace = null, string method = "POST")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        using var answer = await Ask(service, request, account, activity, trace);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)!.AsObject() : throw new InvalidOperationException($"{path}: {text}");
    }

    /// <summary>Registers a contact and answers with its id and its family's.</summary>
    public async Task<(Guid Contact, Guid Family)> Register(string account, string municipality = "gm0344", string? bsn = null, string? trace = null)
    {
        var contact = await Do(municipality == "gm0344" ? Utrecht.Http : Zeist.Http, account, $"/{municipality}/intake/v1/contacts", "contact-registration", new JsonObject
        {
            ["kind"] = "emergency",
            ["channel"] = "phone",
            ["receivedAt"] = TimeProvider.System.GetUtcNow().AddMinutes(-5),
            ["statements"] = new JsonArray(new JsonObject { ["text"] = "The child seems afraid to go home." }),
            ["family"] = new JsonObject { ["members"] = new JsonArray(new JsonObject { ["role"] = "child", ["bsn"] = bsn }) },
        }, trace: trace);
        return (contact["id"]!.GetValue<Guid>(), contact["familyId"]!.GetValue<Guid>());
    }

    /// <summary>Asks for help for an own family and answers with the contact's id and the family's.</summary>
    public async Task<(Guid Contact, Guid Family)> AskForHelp(string account)
    {
        var contact = await Do(Utrecht.Http, account, "/gm0344/intake/v1/self-referrals", activity: null, new JsonObject
        {
            ["text"] = "I can't manage at the moment.",
            ["reachMe"] = "By telephone",
        });
        return (contact["id"]!.GetValue<Guid>(), contact["familyId"]!.GetValue<Guid>());
    }

    /// <summary>Gives a family that the team on duty owns its key worker.</summary>
    public Task<JsonObject> Assign(Guid family, Account worker, string? trace = null) => Do(
        Utrecht.Http, "lotte", $"/gm0344/intake/v1/families/{family}/key-worker", "safety-assessment",
        new JsonObject { ["worker"] = new JsonObject { ["account"] = worker.Id, ["name"] = worker.Name } }, "\"3\"", trace);

    /// <summary>Asks Zeist to become responsible for the child of a family.</summary>
    public Task<JsonObject> OfferToZeist(Guid family)
    {
        using var db = Utrecht.OpenOwner();
        var child = db.Families.Single(one => one.Id == family).Members.Single().PersonId;
        return Do(Utrecht.Http, "lotte", $"/gm0344/intake/v1/families/{family}/responsibility-offers", "safety-assessment",
            new JsonObject { ["children"] = new JsonArray(child), ["toMunicipality"] = "gm0355", ["reason"] = "The family moves." }, "\"3\"");
    }

    /// <summary>Asks for an investigation on a contact and answers with its request.</summary>
    public async Task<Guid> Investigate(Guid contact)
    {
        var triaged = await Do(Utrecht.Http, "lotte", $"/gm0344/intake/v1/contacts/{contact}/triage", "safety-assessment", new JsonObject
        {
            ["outcome"] = "investigation",
            ["decision"] = new JsonObject
            {
                ["reason"] = "x",
                ["legalBasis"] = "x",
                ["alternatives"] = "x",
                ["remedy"] = "complaint",
                ["explanation"] = "x",
            },
            ["questions"] = new JsonArray(new JsonObject { ["text"] = "Is the child safe?" }),
        }, "\"2\"");
        return triaged["triage"]!["investigationRequestId"]!.GetValue<Guid>();
    }

    /// <summary>Opens a family in an emergency once the family view knows it.</summary>
    public async Task<JsonObject> OpenInEmergency(Guid family, string account, string? trace = null)
    {
        await Eventually(async () =>
        {
            await using var db = View.OpenOwner();
            return await db.Set<Involvement>().AnyAsync(one => one.FamilyId == family, Cancel);
        });
        return await Do(View.Http, account, $"/family-view/v1/families/{family}/emergency-access", "emergency-response",
            new JsonObject { ["reason"] = "The police stand at the door and hear a child cry." }, trace: trace);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in new IAsyncDisposable?[] { View, Zeist, Utrecht })
            if (host is not null)
                await host.DisposeAsync();
        await identity.DisposeAsync();
        await Broker.DisposeAsync();
        await postgres.DisposeAsync();
    }

    async Task<AuthenticationHeaderValue> TokenOf(Account account)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (logins.TryGetValue(account.Name, out var login) && login.Until > now)
            return login.Token;
        var token = account.IsClient ? await identity.ClientTokenAsync(account.Name) : await identity.UserTokenAsync(account.Name);
        return (logins[account.Name] = (new("Bearer", token), now + Login)).Token;
    }

    async Task<KnownFamily[]> Meet()
    {
        var (lotte, daan, rosa) = (Account.Of("lotte"), Account.Of("daan"), Account.Of("rosa"));
        var onDuty = await Register("gm0344-case-system");
        var ofLotte = await Register("lotte");
        var ofDaan = await Register("gm0344-case-system");
        var opened = await Register("lotte");
        var offered = await Register("lotte");
        var ofFatima = await AskForHelp("fatima");
        var ofZeist = await Register("gm0355-case-system", "gm0355");
        var requests = new Dictionary<Guid, Guid>();
        foreach (var (contact, _) in new[] { onDuty, ofLotte, ofDaan, opened, offered, ofFatima })
            requests[contact] = await Investigate(contact);
        await Assign(ofLotte.Family, lotte);
        await Assign(ofDaan.Family, daan);
        await OpenInEmergency(opened.Family, "rosa");
        await OfferToZeist(offered.Family);
        foreach (var (contact, worker) in new[] { (onDuty, "lotte"), (ofLotte, "lotte"), (ofDaan, "daan"), (opened, "lotte"), (offered, "lotte"), (ofFatima, "lotte") })
            await TakeOut(contact.Contact, worker);
        await TakeOut(ofZeist.Contact, "bram", "gm0355");
        return
        [
            new("of the team on duty", onDuty.Family, onDuty.Contact, requests[onDuty.Contact], "gm0344", "gm0344-case-system", [Involved.Duty("gm0344")]),
            new("of Lotte", ofLotte.Family, ofLotte.Contact, requests[ofLotte.Contact], "gm0344", null,
                [Involved.Duty("gm0344", isNow: false), Involved.By("keyWorker", lotte)]),
            new("of Daan", ofDaan.Family, ofDaan.Contact, requests[ofDaan.Contact], "gm0344", "gm0344-case-system",
                [Involved.Duty("gm0344", isNow: false), Involved.By("keyWorker", daan)]),
            new("opened by Rosa in an emergency", opened.Family, opened.Contact, requests[opened.Contact], "gm0344", null,
                [Involved.Duty("gm0344"), Involved.By("emergencyAccess", rosa)]),
            new("offered to Zeist", offered.Family, offered.Contact, requests[offered.Contact], "gm0344", null,
                [Involved.Duty("gm0344"), new("receivingTeam", "gm0355", null, "gm0355-intake")]),
            new("that Fatima asked for help", ofFatima.Family, ofFatima.Contact, requests[ofFatima.Contact], "gm0344", "fatima", [Involved.Duty("gm0344")]),
            new("of Zeist", ofZeist.Family, ofZeist.Contact, Guid.CreateVersion7(), "gm0355", "gm0355-case-system", [Involved.Duty("gm0355")]),
            new("of nobody", Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "gm0344", null, []),
        ];
    }

    /// <summary>Takes out of a contact what was registered in error.</summary>
    async Task TakeOut(Guid contact, string worker, string municipality = "gm0344")
    {
        var (http, path) = (municipality == "gm0344" ? Utrecht.Http : Zeist.Http, $"/{municipality}/intake/v1/contacts/{contact}");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var read = await Ask(http, request, worker, "safety-assessment");
        var statement = (await read.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["statements"]![0]!["id"];
        await Do(http, worker, $"{path}/statements/{statement}/removal", "safety-assessment",
            new JsonObject { ["reason"] = "It is about another child." }, read.Headers.ETag!.Tag);
    }

    KnownFamily WithItsParts(KnownFamily family)
    {
        using var db = family.Municipality == "gm0344" ? Utrecht.OpenOwner() : Zeist.OpenOwner();
        if (!family.IsKnown)
            return family;
        var emergency = db.Emergencies.SingleOrDefault(one => one.FamilyId == family.Id);
        return family with
        {
            Emergency = emergency?.Id ?? family.Emergency,
            HasEmergency = emergency is not null,
            Breach = db.Set<DataBreach>().Single(one => one.FamilyId == family.Id).Id,
        };
    }

    /// <summary>Each service holds all involvements of the others and hears them.</summary>
    async Task<bool> EverybodyKnows()
    {
        await using var utrecht = Utrecht.OpenOwner();
        await using var zeist = Zeist.OpenOwner();
        await using var view = View.OpenOwner();
        var told = (await Said(utrecht, "intake")).Concat(await Said(zeist, "intake")).ToHashSet();
        return told.SetEquals(await Said(view, "intake"))
            && (await Said(view, "family-view")).SetEquals(await Said(utrecht, "family-view"))
            && await view.Set<Source>().CountAsync(source => source.Service == "intake", Cancel) == 2
            && await utrecht.Set<Source>().AnyAsync(source => source.Service == "family-view", Cancel);
    }

    static async Task<HashSet<(Guid, bool)>> Said(ServiceDb db, string service) =>
        [.. (await db.Set<Involvement>().Where(one => one.Service == service).Select(one => new { one.Id, one.Until }).ToListAsync(Cancel))
            .Select(one => (one.Id, one.Until is null))];

    async Task<Dictionary<string, string>> Settings(string name, string organisation, params string[] municipalities)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:database"] = await postgres.CreateDatabaseAsync(name, Cancel),
            ["ConnectionStrings:rabbitmq"] = VirtualHost,
            ["Instance:Name"] = name,
            ["Instance:Organisation"] = organisation,
            ["services:keycloak:http:0"] = identity.Server.ToString(),
        };
        foreach (var (at, municipality) in municipalities.Index())
            settings[$"Instance:Municipalities:{at}"] = municipality;
        foreach (var (service, port) in ports)
            settings[$"services:{service}:http:0"] = $"http://127.0.0.1:{port}";
        return settings;
    }

    static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
            await tick.WaitForNextTickAsync(patience.Token);
    }
}
