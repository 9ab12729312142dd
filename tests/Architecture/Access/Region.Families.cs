using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.Planning;
using Geborgen.Planning.Plans;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Architecture.Tests.Access;

/// <content>The families, and how they came.</content>
public sealed partial class Region
{
    const string Opinion = "The parents mean well.";

    /// <summary>Registers a contact and answers with its id and its family's.</summary>
    public async Task<(Guid Contact, Guid Family)> Register(string account, string municipality = "gm0344", string? bsn = null, string? trace = null, bool isEmergency = false, bool isReported = false)
    {
        var contact = await Do(IntakeOf(municipality).Http, account, $"/{municipality}/intake/v1/contacts", new JsonObject
        {
            ["kind"] = isEmergency ? "emergency" : "concern",
            ["channel"] = "phone",
            ["receivedAt"] = TestDay.Now.AddMinutes(-5),
            ["reporter"] = isReported ? new JsonObject { ["role"] = "school" } : null,
            ["statements"] = new JsonArray(new JsonObject { ["text"] = "The child seems afraid to go home." }),
            ["family"] = new JsonObject { ["members"] = new JsonArray(new JsonObject { ["role"] = "child", ["bsn"] = bsn }) },
        }, trace: trace);
        return (contact["id"]!.GetValue<Guid>(), contact["familyId"]!.GetValue<Guid>());
    }

    /// <summary>Asks for help for an own family and answers with the contact's id and the family's.</summary>
    public async Task<(Guid Contact, Guid Family)> AskForHelp(string account)
    {
        var contact = await Do(Utrecht.Http, account, "/gm0344/intake/v1/self-referrals", new JsonObject
        {
            ["text"] = "I can't manage at the moment.",
            ["reachMe"] = "By telephone",
        });
        return (contact["id"]!.GetValue<Guid>(), contact["familyId"]!.GetValue<Guid>());
    }

    /// <summary>Gives a family that the team on duty owns its key worker.</summary>
    public Task<JsonObject> Assign(Guid family, Account worker) => OfFamily(family, "/key-worker", new JsonObject { ["worker"] = Named(worker) });

    /// <summary>Asks Zeist to become responsible for the child of a family.</summary>
    public Task<JsonObject> OfferToZeist(Guid family)
    {
        using var db = Utrecht.OpenOwner();
        var child = db.Families.Single(one => one.Id == family).Members.Single().PersonId;
        return Do(Utrecht.Http, "lotte", $"/gm0344/intake/v1/families/{family}/responsibility-offers",
            new JsonObject { ["children"] = new JsonArray(child), ["toMunicipality"] = "gm0355", ["reason"] = "The family moves." }, "\"3\"");
    }

    /// <summary>Asks for an investigation on a contact; the regional team opens it, freezes a dossier and takes out what was an error.</summary>
    public async Task Investigate((Guid Contact, Guid Family) about, string worker, string municipality = "gm0344")
    {
        await Change(IntakeOf(municipality).Http, worker, $"/{municipality}/intake/v1/contacts/{about.Contact}", "/triage", new JsonObject
        {
            ["outcome"] = "investigation",
            ["decision"] = new JsonObject
            {
                ["reason"] = "x",
                ["alternatives"] = "x",
                ["explanation"] = "x",
            },
            ["questions"] = new JsonArray(new JsonObject { ["text"] = "Is the child safe?" }),
        });
        var (id, children, concerned) = (Guid.Empty, Array.Empty<Guid>(), Array.Empty<Guid>());
        await Eventually(async () =>
        {
            await using var db = Investigation.OpenOwner();
            var opened = await db.Investigations.SingleOrDefaultAsync(one => one.FamilyId == about.Family, Cancel);
            (id, children, concerned) = (opened?.Id ?? id, opened?.Children ?? children, opened is null ? concerned : [.. opened.Concerned]);
            return opened is not null;
        });
        var said = (await Inquire("/statements", new JsonObject
        {
            ["text"] = "Another child was seen.",
            ["kind"] = "observation",
            ["author"] = "network",
            ["statedAt"] = "2026-01-05T10:00:00Z",
        }))["statements"]![0]!["id"];
        await Inquire($"/statements/{said}/removal", new JsonObject { ["reason"] = "It is about another child." });
        await Inquire("/report", new JsonObject
        {
            ["parts"] = new JsonArray(new JsonObject { ["title"] = "What we heard", ["text"] = "Nothing yet.", ["statements"] = new JsonArray() }),
            ["whatStaysUnknown"] = "How the mornings go.",
        }, "PUT");
        await Inquire("/report/presentations", []);
        foreach (var child in children)
            await Inquire("/report/talks", new JsonObject
            {
                ["personId"] = child,
                ["spokenOn"] = $"{TestDay.Today:yyyy-MM-dd}",
                ["spokenBy"] = "Rosa",
                ["manner"] = "While drawing.",
            });
        foreach (var person in concerned)
            await Inquire("/rebuttals", new JsonObject
            {
                ["personId"] = person,
                ["text"] = "That is right.",
                ["kind"] = "opinion",
                ["statedAt"] = "2026-01-05T10:00:00Z",
            });
        await Inquire("/report/final", []);
        await Inquire("/dossiers", []);

        Task<JsonObject> Inquire(string below, JsonObject body, string method = "POST") =>
            Change(Investigation.Http, "rosa", $"/{municipality}/investigation/v1/investigations/{id}", below, body, method);
    }

    /// <summary>Somebody disputes a statement of the contact and one of the investigation; answers with both.</summary>
    public async Task<Guid[]> Contest((Guid Contact, Guid Family) about)
    {
        var contest = new JsonObject { ["part"] = "content", ["reason"] = "It was not like that." };
        return
        [
            await Contest(Utrecht.Http, "lotte", $"/gm0344/intake/v1/contacts/{about.Contact}"),
            await Contest(Investigation.Http, "rosa", $"/gm0344/investigation/v1/investigations/{await InvestigationOf(about.Family)}"),
        ];

        async Task<Guid> Contest(HttpClient service, string worker, string path)
        {
            var statement = (await Get(service, worker, path)).Content["statements"]!.AsArray().Last(one => (string?)one!["status"] == "standing")!["id"]!;
            await Change(service, worker, path, $"/statements/{statement}/contests", contest.DeepClone().AsObject());
            return statement.GetValue<Guid>();
        }
    }

    /// <summary>Somebody of the network helps, and something is not known.</summary>
    public async Task SupportAndNotKnow((Guid Contact, Guid Family) about)
    {
        await OfFamily(about.Family, "/informal-supports", new JsonObject { ["who"] = "Grandmother", ["what"] = "Cooks.", ["from"] = "2026-01-05" });
        await NotKnow(Utrecht.Http, "lotte", $"/gm0344/intake/v1/contacts/{about.Contact}");
    }

    /// <summary>The regional team gives the investigation of a family to one of its own.</summary>
    public async Task AssignInvestigator(Guid family, Account worker, string municipality = "gm0344") => await Change(
        Investigation.Http, "rosa", $"/{municipality}/investigation/v1/investigations/{await InvestigationOf(family)}", "/investigator",
        Named(worker));

    /// <summary>A statement of an investigation, and one of the contact, is shared with a parent.</summary>
    public async Task Share((Guid Contact, Guid Family) about, Guid parent)
    {
        await Share(Investigation.Http, "rosa", $"/gm0344/investigation/v1/investigations/{await InvestigationOf(about.Family)}", parent);
        await Share(Utrecht.Http, "lotte", $"/gm0344/intake/v1/contacts/{about.Contact}", parent);
    }

    /// <summary>An opinion is written down in a file and shared with a parent.</summary>
    async Task Share(HttpClient service, string worker, string path, Guid parent)
    {
        var said = (await Change(service, worker, path, "/statements", new JsonObject
        {
            ["text"] = Opinion,
            ["kind"] = "opinion",
            ["author"] = "professional",
            ["statedAt"] = "2026-01-05T10:00:00Z",
        }))["statements"]!.AsArray().Single(one => (string?)one!["text"] == Opinion)!["id"];
        await Change(service, worker, path, $"/statements/{said}/sharings", new JsonObject { ["personId"] = parent });
    }

    /// <summary>A parent leaves a family of Lotte's team, which Daan gets then; answers with the old family and the new one.</summary>
    public async Task<KnownFamily[]> Split()
    {
        var (contact, family) = await Register("lotte");
        var parent = await AddParent(family);
        var split = (await OfFamily(family, "/split", new JsonObject { ["members"] = new JsonArray(parent), ["reason"] = "She left." }))["splits"]![0]!["newFamilyId"]!.GetValue<Guid>();
        await Assign(family, Account.Of("daan"));
        return
        [
            new("from which somebody split off, of Daan", family, contact, "gm0344", null, OfWorker("daan")),
            new("that split off, of the team on duty", split, Guid.CreateVersion7(), "gm0344", null, [Involved.Duty("gm0344")]),
        ];
    }

    /// <summary>Daan merges one of his families into another, which Lotte gets then; answers with both.</summary>
    public async Task<KnownFamily[]> Merge()
    {
        var (into, closed) = (await Register("lotte"), await Register("lotte"));
        await Assign(into.Family, Account.Of("daan"));
        await Assign(closed.Family, Account.Of("daan"));
        var path = $"/gm0344/intake/v1/families/{into.Family}";
        await Change(Utrecht.Http, "daan", path, "/merges", new JsonObject { ["otherFamilyId"] = closed.Family, ["reason"] = "One household." });
        await Change(Utrecht.Http, "daan", path, "/key-worker/handovers", new JsonObject { ["worker"] = Named(Account.Of("lotte")), ["reason"] = "Another job." });
        return
        [
            new("into which another went, of Lotte", into.Family, into.Contact, "gm0344", null, OfWorker("lotte")),
            new("that went into another, of Lotte", closed.Family, closed.Contact, "gm0344", null, OfWorker("lotte")),
        ];
    }

    /// <summary>A family moves to Zeist, which becomes responsible for it.</summary>
    public async Task<KnownFamily[]> Move()
    {
        var (contact, family) = await Register("lotte", isEmergency: true);
        var path = $"/gm0344/intake/v1/families/{family}";
        await OfferToZeist(family);
        await using (var db = Utrecht.OpenOwner())
            await Change(Utrecht.Http, "bram", path, $"/responsibility-offers/{db.Families.Single(one => one.Id == family).Offers.Single().Id}/acceptance", []);
        return
        [
            new("that moved to Zeist", family, contact, "gm0344", null,
                [Involved.Duty("gm0344", isNow: false), Involved.Duty("gm0355"), new("intake", "receivingTeam", "gm0355", null, "gm0355-intake", IsNow: false), Involved.Region()]),
        ];
    }

    static Involved[] OfWorker(string name) =>
        [Involved.Duty("gm0344", isNow: false), Involved.Duty("gm0344", relation: "assigningTeam"), Involved.By("keyWorker", Account.Of(name))];

    /// <summary>Adds a parent to a family.</summary>
    public async Task<Guid> AddParent(Guid family) => (await OfFamily(family, "/members", new JsonObject { ["role"] = "parent" }))["personId"]!.GetValue<Guid>();

    /// <summary>Ties an account to a member of a family of Lotte.</summary>
    public async Task Tie(Guid family, Guid person, Account account)
    {
        var path = $"/gm0344/intake/v1/families/{family}";
        await Do(Utrecht.Http, "lotte", $"{path}/members/{person}/account", new JsonObject { ["account"] = account.Id },
            (await Get(Utrecht.Http, "lotte", path)).Version);
    }

    /// <summary>Opens a family in an emergency once the family view knows it.</summary>
    public async Task<JsonObject> OpenInEmergency(Guid family, string account, string? trace = null)
    {
        await Eventually(async () =>
        {
            await using var db = View.OpenOwner();
            return await db.Set<Involvement>().AnyAsync(one => one.FamilyId == family, Cancel);
        });
        return await Do(View.Http, account, $"/family-view/v1/families/{family}/emergency-access",
            new JsonObject { ["reason"] = "The police stand at the door and hear a child cry." }, trace: trace, activity: "emergency-response");
    }

    /// <summary>A member says something and takes it back again.</summary>
    async Task SayAndTakeBack(HttpClient service, string worker, string path, Guid member)
    {
        var said = (await Do(service, worker, $"{path}/statements",
            new JsonObject { ["text"] = "I was there.", ["author"] = "parent", ["kind"] = "observation", ["personId"] = member }))["statements"]!.AsArray()
            .Single(one => (string?)one!["text"] == "I was there.")!["id"];
        await Change(service, worker, path, $"/statements/{said}/withdrawal",
            new JsonObject { ["agreedOn"] = $"{TestDay.Today:yyyy-MM-dd}" });
    }

    async Task<KnownFamily[]> Meet()
    {
        var (lotte, daan, rosa, emma, fatima) = (Account.Of("lotte"), Account.Of("daan"), Account.Of("rosa"), Account.Of("emma"), Account.Of("fatima"));
        var onDuty = await Register("gm0344-case-system", isEmergency: true);
        var ofLotte = await Register("lotte");
        var ofDaan = await Register("gm0344-case-system");
        var opened = await Register("lotte");
        var offered = await Register("lotte", isEmergency: true);
        var ofFatima = await AskForHelp("fatima");
        var ofZeist = await Register("gm0355-case-system", "gm0355");
        await Investigate(ofDaan, "lotte");
        await Investigate(ofZeist, "bram", "gm0355");
        await AssignInvestigator(ofZeist.Family, emma, "gm0355");
        var fatimasOwn = await Register("lotte", isReported: true);
        var mother = await AddParent(fatimasOwn.Family);
        await Investigate(fatimasOwn, "lotte");
        await Share(fatimasOwn, mother);
        await SayAndTakeBack(Investigation.Http, "rosa", $"/gm0344/investigation/v1/investigations/{await InvestigationOf(fatimasOwn.Family)}", mother);
        await AssignInvestigator(fatimasOwn.Family, rosa);
        await Assign(fatimasOwn.Family, lotte);
        await Tie(fatimasOwn.Family, mother, fatima);
        await OfFamily(fatimasOwn.Family, "/key-worker/duos", new JsonObject { ["worker"] = Named(daan), ["reason"] = "Two hear more than one." });
        await Change(Utrecht.Http, "lotte", $"/gm0344/intake/v1/contacts/{fatimasOwn.Contact}", "/telling",
            new JsonObject { ["how"] = "At the table.", ["toldBy"] = "Lotte" });
        var daansOwn = await Register("lotte");
        var father = await AddParent(daansOwn.Family);
        await Assign(daansOwn.Family, lotte);
        await Tie(daansOwn.Family, father, daan);
        await Assign(ofLotte.Family, lotte);
        await OfFamily(ofLotte.Family, "/consulted", new JsonObject { ["worker"] = Named(daan), ["days"] = 14, ["reason"] = "Knows much of debts." });
        await Assign(ofDaan.Family, daan);
        await OpenInEmergency(opened.Family, "rosa");
        await OpenInEmergency(ofZeist.Family, "daan");
        await OfferToZeist(offered.Family);
        foreach (var (contact, worker) in new[] { (onDuty, "lotte"), (ofLotte, "lotte"), (ofDaan, "daan"), (opened, "lotte"), (offered, "lotte"), (ofFatima, "lotte"), (fatimasOwn, "lotte"), (daansOwn, "lotte") })
            await TakeOut(contact.Contact, worker);
        await TakeOut(ofZeist.Contact, "bram", "gm0355");
        await SayAndTakeBack(Utrecht.Http, "lotte", $"/gm0344/intake/v1/contacts/{fatimasOwn.Contact}", mother);
        return
        [
            new("of the team on duty", onDuty.Family, onDuty.Contact, "gm0344", "gm0344-case-system", [Involved.Duty("gm0344"), Involved.Region()]),
            new("of Lotte", ofLotte.Family, ofLotte.Contact, "gm0344", null,
                [Involved.Duty("gm0344", isNow: false), Involved.Duty("gm0344", relation: "assigningTeam"), Involved.By("keyWorker", lotte), Involved.By("consulted", daan)]),
            new("of Daan", ofDaan.Family, ofDaan.Contact, "gm0344", "gm0344-case-system",
                [Involved.Duty("gm0344", isNow: false), Involved.Duty("gm0344", relation: "assigningTeam"), Involved.By("keyWorker", daan), Involved.Region()]),
            new("opened by Rosa in an emergency", opened.Family, opened.Contact, "gm0344", null,
                [Involved.Duty("gm0344"), Involved.By("emergencyAccess", rosa, "family-view")]),
            new("offered to Zeist", offered.Family, offered.Contact, "gm0344", null,
                [Involved.Duty("gm0344"), Involved.Duty("gm0355", relation: "receivingTeam"), Involved.Region()]),
            new("that Fatima asked for help", ofFatima.Family, ofFatima.Contact, "gm0344", "fatima", [Involved.Duty("gm0344")]),
            new("of Zeist, investigated by Noor, opened by Daan in an emergency", ofZeist.Family, ofZeist.Contact, "gm0355", "gm0355-case-system",
                [Involved.Duty("gm0355"), Involved.Region(isNow: false), Involved.Region(relation: "assigningTeam"), Involved.By("investigator", emma, "investigation"), Involved.By("emergencyAccess", daan, "family-view")]),
            new("in which Fatima appears, of Lotte and Daan, investigated by Rosa", fatimasOwn.Family, fatimasOwn.Contact, "gm0344", null,
                [
                    Involved.Duty("gm0344", isNow: false), Involved.Duty("gm0344", relation: "assigningTeam"), Involved.By("keyWorker", lotte), Involved.By("duo", daan),
                    Involved.Region(isNow: false), Involved.Region(relation: "assigningTeam"), Involved.By("investigator", rosa, "investigation"),
                ])
            { Members = ["fatima"] },
            new("in which Daan appears, who works with others", daansOwn.Family, daansOwn.Contact, "gm0344", null,
                [Involved.Duty("gm0344", isNow: false), Involved.Duty("gm0344", relation: "assigningTeam"), Involved.By("keyWorker", lotte)])
            { Members = ["daan"] },
            new("of nobody", Guid.CreateVersion7(), Guid.CreateVersion7(), "gm0344", null, []),
        ];
    }

    /// <summary>Help was decided on for the families of Utrecht that have a key worker and nothing else: each has a plan.</summary>
    async Task Plan(IEnumerable<KnownFamily> met)
    {
        foreach (var family in met.Where(one => one.Municipality == "gm0344" && one.Involved.Any(who => who is { Relation: "keyWorker", IsNow: true })))
        {
            var keyWorker = Account.All.Single(one => one.Id == family.Involved.Single(who => who.Relation == "keyWorker").Worker).Name;
            var path = $"/gm0344/planning/v1/plans/{await OpenPlan(family.Id)}";
            var said = (await Do(Planning.Http, keyWorker, $"{path}/statements", new JsonObject { ["text"] = "Another child was seen.", ["kind"] = "observation", ["author"] = "network" }))
                ["statements"]![0]!["id"];
            await Change(Planning.Http, keyWorker, path, $"/statements/{said}/removal", new JsonObject { ["reason"] = "It is about another child." });
            if (!family.Members.Contains("fatima"))
                continue;
            await using var db = Planning.OpenOwner();
            var account = Account.Of("fatima").Id;
            var mother = await db.Set<MemberLoginRow>().Where(one => one.FamilyId == family.Id && one.Account == account).Select(one => one.PersonId).SingleAsync(Cancel);
            await Share(Planning.Http, keyWorker, path, mother);
            await SayAndTakeBack(Planning.Http, keyWorker, path, mother);
            await Do(Planning.Http, "fatima", $"{path}/own-plans", new JsonObject { ["text"] = "My sister cooks on Monday." });
            await Do(Planning.Http, "fatima", $"{path}/own-goals", new JsonObject { ["domain"] = "household", ["text"] = "To sleep." });
            await Do(Planning.Http, keyWorker, $"{path}/actions", new JsonObject { ["what"] = "Opens the post.", ["personId"] = mother });
            await Do(Planning.Http, keyWorker, $"{path}/choices", new JsonObject { ["question"] = "Who cooks?", ["options"] = new JsonArray("Oma", "Aunt") });
        }
    }

    /// <summary>Planning hears that help was decided on.</summary>
    async Task<Guid> OpenPlan(Guid family)
    {
        await using var scope = Planning.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanningDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await ActivatorUtilities.CreateInstance<OnHelpDecided>(scope.ServiceProvider)
            .On(new ContactTriaged("localSupport") { ContactId = Guid.CreateVersion7() }.Of(family, 9, "gm0344", TestDay.Now), Cancel);
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
        return await db.Plans.Where(one => one.FamilyId == family).Select(one => one.Id).SingleAsync(Cancel);
    }

    /// <summary>Lotte changes something of a family.</summary>
    Task<JsonObject> OfFamily(Guid family, string below, JsonObject body) =>
        Change(Utrecht.Http, "lotte", $"/gm0344/intake/v1/families/{family}", below, body);

    /// <summary>Waits until every service knows whose a family of Utrecht is.</summary>
    public Task Eventually(Guid family) => Eventually(async () =>
    {
        foreach (var db in (ServiceDb[])[Investigation.OpenOwner(), View.OpenOwner()])
            await using (db)
                if (!await db.Set<Involvement>().AnyAsync(one => one.FamilyId == family, Cancel))
                    return false;
        return true;
    });

    /// <summary>Lets every service know that a worker is involved with a family of Utrecht, as events would.</summary>
    public async Task Say(Guid family, Involved given)
    {
        var id = Guid.CreateVersion7();
        foreach (var db in (ServiceDb[])[Utrecht.OpenOwner(), Investigation.OpenOwner(), Planning.OpenOwner(), View.OpenOwner()])
            await using (db)
                await db.Database.ExecuteSqlAsync($"""
                    insert into involvements (id, family_id, municipality, service, relation, worker, organisation, "from", version)
                    values ({id}, {family}, 'gm0344', {given.Service}, {given.Relation}, {given.Worker}, {given.Organisation}, {TestDay.Now.AddMinutes(-1)}, 1)
                    """, Cancel);
    }

    /// <summary>Lets every service know that a worker is involved with a family no more.</summary>
    public async Task End(Guid family, Account worker)
    {
        foreach (var db in (ServiceDb[])[Utrecht.OpenOwner(), Investigation.OpenOwner(), Planning.OpenOwner(), View.OpenOwner()])
            await using (db)
                await db.Database.ExecuteSqlAsync(
                    $"update involvements set until = \"from\" where family_id = {family} and worker = {worker.Id} and until is null", Cancel);
    }

    /// <summary>The version of what a change of a family, or of its investigation, is made on.</summary>
    public async Task<int> VersionOf(Route route, KnownFamily family)
    {
        await using var intake = Utrecht.OpenOwner();
        await using var region = Investigation.OpenOwner();
        return route.Service == "investigation"
            ? await region.Investigations.Where(one => one.Id == family.Investigation).Select(one => one.Version).SingleAsync(Cancel)
            : await intake.Families.Where(one => one.Id == family.Id).Select(one => one.Version).SingleAsync(Cancel);
    }

    /// <summary>The investigation of a family.</summary>
    public async Task<Guid> InvestigationOf(Guid family)
    {
        await using var db = Investigation.OpenOwner();
        return await db.Investigations.Where(one => one.FamilyId == family).Select(one => one.Id).SingleAsync(Cancel);
    }

    static JsonObject Named(Account worker) => new() { ["account"] = worker.Id };

    /// <summary>Takes out of a contact what was registered in error, and records what nobody knows.</summary>
    async Task TakeOut(Guid contact, string worker, string municipality = "gm0344")
    {
        var (http, path) = (IntakeOf(municipality).Http, $"/{municipality}/intake/v1/contacts/{contact}");
        var read = (await Get(http, worker, path)).Content;
        var statement = read["statements"]![0]!["id"];
        // The words of who called for help are taken out by nobody else.
        if ((string?)read["kind"] == "selfReferral")
            statement = (await Do(http, worker, $"{path}/statements", new JsonObject { ["text"] = "They called before.", ["author"] = "professional", ["kind"] = "observation" }))
                ["statements"]!.AsArray()[^1]!["id"];
        await Change(http, worker, path, $"/statements/{statement}/removal", new JsonObject { ["reason"] = "It is about another child." });
        await NotKnow(http, worker, path);
    }

    Task<JsonObject> NotKnow(HttpClient http, string worker, string path) => Do(http, worker, $"{path}/not-known", new JsonObject
    {
        ["what"] = "x",
        ["why"] = "x",
        ["tried"] = "x",
        ["reviewOn"] = "2099-01-01",
    });

    KnownFamily WithItsParts(KnownFamily family)
    {
        if (!family.IsKnown)
            return family;
        using var intake = IntakeOf(family.Municipality).OpenOwner();
        using var region = Investigation.OpenOwner();
        using var planning = Planning.OpenOwner();
        var breach = Breach(intake);
        var said = intake.Contacts.Single(one => one.Id == family.Contact).Statements;
        var withdrawn = said.FirstOrDefault(one => one.Status == StatementStatus.Withdrawn)?.Id;
        var emergency = intake.Emergencies.SingleOrDefault(one => one.FamilyId == family.Id);
        var investigation = region.Investigations.SingleOrDefault(one => one.FamilyId == family.Id);
        family = family with { Breach = breach, Withdrawn = withdrawn ?? family.Withdrawn, SharedAtContact = said.FirstOrDefault(one => one.SharedWith.Count > 0)?.Id ?? family.SharedAtContact, HasEmergency = emergency is not null, IsInvestigated = investigation is not null };
        if (emergency is not null)
            family = family with { Emergency = emergency.Id, Response = region.EmergencyResponses.Single(one => one.FamilyId == family.Id).Id };
        if (investigation is not null)
            family = family with
            {
                Request = investigation.RequestId,
                Investigation = investigation.Id,
                Dossier = investigation.Dossiers.Single().Id,
                BreachAtRegion = Breach(region),
                WithdrawnAtRegion = investigation.Statements.FirstOrDefault(one => one.Status == StatementStatus.Withdrawn)?.Id ?? family.WithdrawnAtRegion,
                Shared = investigation.Statements.FirstOrDefault(one => one.SharedWith.Count > 0)?.Id ?? family.Shared,
            };
        if (planning.Plans.SingleOrDefault(one => one.FamilyId == family.Id) is { } plan)
            family = family with
            {
                HasPlan = true,
                Plan = plan.Id,
                BreachAtPlan = Breach(planning),
                OwnGoal = plan.Goals is [var goal, ..] ? goal.Id : family.OwnGoal,
                OwnAction = plan.Actions is [var action, ..] ? action.Id : family.OwnAction,
                Offered = plan.Choices is [var choice, ..] ? (choice.Id, choice.Options[0].Id) : family.Offered,
                WithdrawnAtPlan = plan.Statements.FirstOrDefault(one => one.Status == StatementStatus.Withdrawn)?.Id ?? family.WithdrawnAtPlan,
                SharedAtPlan = plan.Statements.FirstOrDefault(one => one.SharedWith.Count > 0)?.Id ?? family.SharedAtPlan,
            };
        return family;

        Guid Breach(ServiceDb db) => db.Set<DataBreach>().Single(one => one.FamilyId == family.Id).Id;
    }
}
