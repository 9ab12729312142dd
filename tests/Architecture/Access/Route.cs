using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geborgen.Support;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>A route with what it gives access to, written down here apart from the services, and how it is asked.</summary>
/// <param name="Service">The service.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the service's prefix.</param>
/// <param name="Resources">What it gives access to.</param>
/// <param name="Granted">
/// What it answers who may. A change is asked for in a way that is refused after access was granted: nothing that one
/// request does then changes what the next one may.
/// </param>
/// <param name="Body">The body, or null.</param>
public sealed partial record Route(string Service, string Method, string Path, string[] Resources, string Granted, JsonObject? Body = null)
{
    /// <summary>What a change answers that was asked for on another version than the present one.</summary>
    public const string Stale = "412 stale";

    const string Intake = "intake", Investigation = "investigation", Planning = "planning", View = "family-view", Read = "200";

    static readonly JsonObject Worker = new() { ["account"] = "somebody" };

    static readonly JsonObject Support = new()
    {
        ["kind"] = "company",
        ["text"] = "Ask for 999990032.",
        ["contact"] = new JsonObject { ["name"] = "Somebody", ["reach"] = "By telephone" },
    };

    static DateTimeOffset Now => TestDay.Now;

    static readonly string[] WorkLists =
    [
        "contact.list", "term.list", "not-known.list", "emergency.list", "responsibility-offers.list", "emergency-accesses.list", "data-breach.list", "investigation.list",
        "emergency-response.list", "families.list", "notice.list", "plan.list", "removed-contact.list",
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        new(Intake, "POST", "/contacts", ["contact.register"], "201", new JsonObject
        {
            ["kind"] = "question", ["channel"] = "phone", ["receivedAt"] = Now.AddMinutes(-5),
            ["statements"] = new JsonArray(new JsonObject { ["text"] = "Is there somebody to talk to?" }),
        }),
        new(Intake, "POST", "/self-referrals", ["help.ask"], "201", new JsonObject { ["text"] = "I can't manage at the moment.", ["reachMe"] = "By telephone" }),
        new(Intake, "GET", "/contacts", ["contact.list"], Read),
        new(Intake, "GET", "/terms", ["term.list"], Read),
        new(Intake, "POST", "/key-worker/handovers", ["key-worker.hand-over"], Read, new JsonObject
        {
            ["from"] = "somebody", ["worker"] = Worker.DeepClone(), ["reason"] = "Another job.",
        }),
        new(Intake, "GET", "/contacts/{id:guid}", ["contact.read"], Read),
        new(Intake, "GET", "/submissions", ["submission.list"], Read),
        new(Intake, "GET", "/submissions/{id:guid}", ["submission.read"], Read),
        new(Intake, "POST", "/submissions/{id:guid}/statements/{statementId:guid}/amendments", ["submission.amend"], Stale, new JsonObject { ["text"] = "x" }),
        new(Intake, "POST", "/submissions/{id:guid}/statements/{statementId:guid}/withdrawal", ["submission.amend"], Stale),
        new(Intake, "POST", "/contacts/{id:guid}/triage", ["contact.triage"], Stale, new JsonObject { ["outcome"] = "noFollowUp" }),
        new(Intake, "PUT", "/contacts/{id:guid}/whereabouts", ["contact.correct"], Stale, new JsonObject { ["town"] = "Utrecht", ["reason"] = "x" }),
        new(Intake, "POST", "/contacts/{id:guid}/removal", ["contact.remove"], Stale, new JsonObject { ["reason"] = "x" }),
        new(Intake, "GET", "/removed-contacts", ["removed-contact.list"], Read),
        new(Intake, "GET", "/families/{id:guid}/removed-contacts", ["removed-contact.read"], Read),
        new(Intake, "GET", "/families/{id:guid}/related-contacts", ["contact.related"], Read),
        new(Intake, "GET", "/notices", ["notice.list"], Read),
        new(Intake, "GET", "/information-requests", ["notice.list"], Read),
        new(Intake, "GET", "/families/{id:guid}/notices", ["notice.read"], Read),
        new(Intake, "GET", "/families/{id:guid}/information-requests", ["notice.read"], Read),
        new(Intake, "POST", "/families/{id:guid}/notices/{noticeId:guid}/seen", ["notice.act"], Stale),
        new(Intake, "POST", "/families/{id:guid}/notices/{noticeId:guid}/request", ["notice.act"], Stale, new JsonObject { ["reason"] = "x" }),
        new(Intake, "POST", "/families/{id:guid}/information-requests/{noticeId:guid}/answer", ["notice.act"], Stale, new JsonObject { ["text"] = "x" }),
        new(Intake, "PUT", "/families/{id:guid}/members/{personId:guid}/role", ["member.record"], Stale, new JsonObject { ["role"] = "parent", ["reason"] = "x" }),
        new(Intake, "GET", "/investigation-requests/{requestId:guid}", ["investigation-request.read"], Read),
        new(Intake, "GET", "/not-known", ["not-known.list"], Read),
        new(Intake, "GET", "/families/{id:guid}/not-known", ["not-known.read"], Read),
        new(Intake, "POST", "/contacts/{id:guid}/telling", ["contact.tell"], Stale, new JsonObject { ["how"] = "x", ["toldBy"] = "x" }),
        new(Intake, "POST", "/contacts/{id:guid}/telling/postponement", ["contact.tell"], Stale, []),
        new(Intake, "POST", "/contacts/{id:guid}/reporter-shield", ["contact.shield-reporter"], Stale, []),
        new(Intake, "POST", "/contacts/{id:guid}/reporter-shield/lifting", ["contact.shield-reporter"], Stale, []),
        new(Intake, "POST", "/contacts/{id:guid}/advice", ["contact.advise"], Stale, new JsonObject { ["text"] = "x" }),
        new(Intake, "POST", "/contacts/{id:guid}/feedback", ["contact.feedback"], "400 not-a-member", new JsonObject
        {
            ["text"] = "x", ["personId"] = Guid.CreateVersion7(),
        }),
        new(Intake, "POST", "/contacts/{id:guid}/feedback/{feedbackId:guid}/answer", ["contact.feedback"], Stale, new JsonObject { ["text"] = "x" }),
        new(Intake, "GET", "/own-families", ["own-family.list"], Read),
        new(Intake, "POST", "/contacts/{id:guid}/own-feedback", ["own-feedback.give"], "201", new JsonObject { ["text"] = "x" }),
        new(Intake, "GET", "/contacts/{id:guid}/own-feedback", ["own-feedback.read"], Read),
        new(Intake, "GET", "/families/{id:guid}", ["family.members"], Read),
        new(Intake, "GET", "/families/{id:guid}/members", ["family.members"], Read),
        new(Intake, "GET", "/families/{id:guid}/contacts", ["contact.read"], Read),
        new(Intake, "GET", "/families/{id:guid}/key-worker", ["key-worker.read"], Read),
        new(Intake, "POST", "/families/{id:guid}/closing", ["family.close"], Stale, new JsonObject()),
        new(Intake, "POST", "/families/{id:guid}/reopening", ["family.reopen"], Stale, new JsonObject { ["cause"] = "familyAsked", ["reason"] = "x" }),
        new(Intake, "POST", "/families/{id:guid}/key-worker/release", ["key-worker.assign"], Stale, new JsonObject { ["reason"] = "x" }),
        new(Intake, "POST", "/families/{id:guid}/key-worker", ["key-worker.assign"], Stale, new JsonObject { ["worker"] = Worker.DeepClone() }),
        new(Intake, "POST", "/families/{id:guid}/key-worker/covers", ["key-worker.assign"], Stale, new JsonObject
        {
            ["worker"] = Worker.DeepClone(), ["from"] = Now, ["until"] = Now.AddDays(7), ["reason"] = "Leave.",
        }),
        new(Intake, "POST", "/families/{id:guid}/key-worker/handovers", ["key-worker.assign"], Stale, new JsonObject
        {
            ["worker"] = Worker.DeepClone(), ["reason"] = "Another job.",
        }),
        new(Intake, "POST", "/families/{id:guid}/key-worker/duos", ["contact.assign"], Stale, new JsonObject
        {
            ["worker"] = Worker.DeepClone(), ["reason"] = "Two know more than one.",
        }),
        new(Intake, "POST", "/families/{id:guid}/consulted", ["contact.assign"], Stale, new JsonObject
        {
            ["worker"] = Worker.DeepClone(), ["days"] = 14, ["reason"] = "Knows much of debts.",
        }),
        new(Intake, "POST", "/families/{id:guid}/key-worker/stand-ins/{assignmentId:guid}/end", ["key-worker.assign"], Stale),
        new(Intake, "POST", "/families/{id:guid}/key-worker/wishes", ["contact.assign"], Stale, new JsonObject { ["text"] = "x" }),
        new(Intake, "POST", "/families/{id:guid}/key-worker/wishes/{wishId:guid}/answer", ["contact.assign"], Stale, new JsonObject { ["text"] = "x" }),
        new(Intake, "POST", "/families/{id:guid}/own-key-worker-wishes", ["own-key-worker-wish.give"], "201", new JsonObject { ["text"] = "x" }),
        new(Intake, "GET", "/families/{id:guid}/own-key-worker-wishes", ["own-key-worker-wish.read"], Read),
        new(Intake, "GET", "/families/{id:guid}/person-links", ["person-link.decide"], Read),
        new(Intake, "POST", "/families/{id:guid}/person-links", ["person-link.decide"], Stale, new JsonObject
        {
            ["personId"] = Guid.CreateVersion7(), ["knownPersonId"] = Guid.CreateVersion7(),
        }),
        new(Intake, "DELETE", "/families/{id:guid}/person-links/{linkId:guid}", ["person-link.decide"], Stale),
        new(Intake, "GET", "/families/{id:guid}/responsibility-offers", ["responsibility.read"], Read),
        new(Intake, "POST", "/families/{id:guid}/responsibility-offers", ["responsibility.offer"], Stale, new JsonObject
        {
            ["children"] = new JsonArray(Guid.CreateVersion7()), ["toMunicipality"] = "gm0355", ["reason"] = "x",
        }),
        new(Intake, "POST", "/families/{id:guid}/responsibility-offers/{offerId:guid}/acceptance", ["responsibility.answer"], Stale),
        new(Intake, "POST", "/families/{id:guid}/responsibility-offers/{offerId:guid}/refusal", ["responsibility.answer"], Stale, new JsonObject
        {
            ["reason"] = "x",
        }),
        new(Intake, "POST", "/families/{id:guid}/responsibility-offers/{offerId:guid}/withdrawal", ["responsibility.offer"], Stale),
        new(Intake, "POST", "/families/{id:guid}/split", ["family.split-merge"], Stale, new JsonObject
        {
            ["members"] = new JsonArray(Guid.CreateVersion7()), ["reason"] = "x",
        }),
        new(Intake, "POST", "/families/{id:guid}/merges", ["family.split-merge"], Stale, new JsonObject
        {
            ["otherFamilyId"] = Guid.CreateVersion7(), ["reason"] = "x",
        }),
        new(Intake, "POST", "/families/{id:guid}/merges/{mergeId:guid}/undo", ["family.split-merge"], Stale),
        new(Intake, "GET", "/emergencies", ["emergency.list"], Read),
        new(Intake, "GET", "/emergencies/{id:guid}", ["emergency.read"], Read),
        new(Intake, "GET", "/families/{id:guid}/emergencies", ["emergency.read"], Read),
        new(Intake, "POST", "/emergencies/{id:guid}/safety-agreements", ["emergency.act"], "400 agreement-without-consent", new JsonObject
        {
            ["who"] = "Father", ["what"] = "Sleeps elsewhere.", ["until"] = Now.AddDays(1), ["agreedBy"] = new JsonArray(),
        }),
        new(Intake, "POST", "/emergencies/{id:guid}/safety-agreements/{agreementId:guid}/evaluations", ["emergency.act"], Stale, new JsonObject
        {
            ["outcome"] = "ended", ["howItWent"] = "x", ["evaluatedBy"] = "x",
        }),
        new(Intake, "POST", "/emergencies/{id:guid}/takings", ["emergency.act"], "409 emergency-taken", new JsonObject
        {
            ["name"] = "x", ["from"] = "nobody",
        }),
        new(Intake, "POST", "/emergencies/{id:guid}/immediate-actions", ["emergency.act"], "400 action-without-decision-maker", new JsonObject
        {
            ["kind"] = "police", ["what"] = "Called.",
        }),
        new(Intake, "POST", "/emergencies/{id:guid}/end", ["emergency.act"], Stale),
        new(Intake, "POST", "/families/{id:guid}/members", ["member.record"], Stale, new JsonObject { ["role"] = "other" }),
        new(Intake, "POST", "/families/{id:guid}/members/{personId:guid}/end", ["member.record"], Stale, new JsonObject { ["until"] = "2026-01-31" }),
        new(Intake, "POST", "/families/{id:guid}/members/{personId:guid}/removal", ["member.record"], Stale, new JsonObject { ["reason"] = "x" }),
        new(Intake, "POST", "/families/{id:guid}/members/{personId:guid}/account", ["member-account.link"], Stale, new JsonObject { ["account"] = "somebody" }),
        new(Intake, "POST", "/families/{id:guid}/members/{personId:guid}/account/removal", ["member-account.link"], Stale, new JsonObject { ["reason"] = "x" }),
        new(Intake, "PUT", "/families/{id:guid}/members/{personId:guid}/particulars", ["member.record"], Stale, new JsonObject { ["givenName"] = "x" }),
        new(Intake, "GET", "/families/{id:guid}/residences", ["residence.read"], Read),
        new(Intake, "PUT", "/families/{id:guid}/members/{personId:guid}/sharing", ["member.record"], Stale, new JsonObject { ["knownPersonId"] = Guid.CreateVersion7() }),
        new(Intake, "PUT", "/families/{id:guid}/members/{personId:guid}/residence", ["member.record"], Stale, new JsonObject { ["secret"] = true }),
        new(Intake, "POST", "/families/{id:guid}/members/{personId:guid}/death", ["member.record"], Stale, new JsonObject { ["diedOn"] = "2026-01-31" }),
        new(Intake, "POST", "/families/{id:guid}/authority", ["member.record"], Stale, new JsonObject
        {
            ["childId"] = Guid.CreateVersion7(), ["parentId"] = Guid.CreateVersion7(), ["kind"] = "authority", ["from"] = "2020-01-01", ["source"] = "Register",
        }),
        new(Intake, "GET", "/families/{id:guid}/informal-supports", ["informal-support.read"], Read),
        new(Intake, "POST", "/families/{id:guid}/informal-supports", ["informal-support.record"], Stale, new JsonObject
        {
            ["who"] = "Grandmother", ["what"] = "Cooks.", ["from"] = "2026-01-05",
        }),
        new(Intake, "POST", "/families/{id:guid}/informal-supports/{supportId:guid}/notes", ["informal-support.record"], Stale, new JsonObject
        {
            ["text"] = "It goes well.",
        }),
        new(Intake, "POST", "/families/{id:guid}/informal-supports/{supportId:guid}/end", ["informal-support.record"], Stale, new JsonObject
        {
            ["until"] = "2026-01-31",
        }),
        new(Intake, "POST", "/support-offers", ["support-exchange.register"], "400 support-with-person-data", Support.DeepClone().AsObject()),
        new(Intake, "POST", "/support-requests", ["support-exchange.register"], "400 support-with-person-data", Support.DeepClone().AsObject()),
        new(Intake, "GET", "/support-exchanges", ["support-exchange.list"], Read),
        new(Intake, "GET", "/support-exchanges/{id:guid}", ["support-exchange.read"], Read),
        new(Intake, "POST", "/support-exchanges/{id:guid}/match", ["support-exchange.work"], Stale, new JsonObject
        {
            ["offerId"] = Guid.CreateVersion7(), ["offerAgreed"] = true, ["requestAgreed"] = true,
        }),
        new(Intake, "POST", "/support-exchanges/{id:guid}/notes", ["support-exchange.work"], "400 support-with-person-data", new JsonObject
        {
            ["text"] = "It is 999990032.",
        }),
        new(Intake, "POST", "/support-exchanges/{id:guid}/end", ["support-exchange.work"], Stale, new JsonObject { ["reason"] = "x" }),
        new(Intake, "POST", "/persons/_zoek", ["person.search"], Read, new JsonObject { ["bsn"] = "999990032" }),
        new(Intake, "POST", "/texts/_toets", ["text.check"], Read, new JsonObject { ["familyId"] = Guid.CreateVersion7(), ["texts"] = new JsonArray() }),
        new(Intake, "POST", "/persons/_bekend", ["known-here"], Read, new JsonObject { ["bsn"] = "999990032" }),
        .. Everywhere(Intake),
        .. OfCaseFile(Intake, "contacts", "contact"),
        new(Investigation, "GET", "/investigations", ["investigation.list"], Read),
        new(Investigation, "GET", "/investigations/{id:guid}", ["investigation.read"], Read),
        new(Investigation, "GET", "/investigations/{id:guid}/questions", ["investigation.read"], Read),
        new(Investigation, "GET", "/investigations/{id:guid}/dossiers/{dossierId:guid}", ["investigation.read"], Read),
        new(Investigation, "GET", "/families/{id:guid}/investigations", ["investigation.read"], Read),
        new(Investigation, "POST", "/investigations/{id:guid}/investigator", ["investigation.assign"], Stale, Example("AssignInvestigator")),
        Inquire("concerned", "/concerned", "AddConcerned"),
        Inquire("concerned", "/concerned/{personId:guid}/end", "EndConcern"),
        Inquire("counter-expertise", "/counter-expertise/{counterExpertiseId:guid}/answer", "AnswerCounterExpertise"),
        Inquire("counter-expertise", "/counter-expertise/{counterExpertiseId:guid}/finding", "RecordFinding"),
        Inquire("extend", "/extension", "ExtendInvestigation"),
        Inquire("plan", "/plan", "MakePlan", "PUT"),
        Inquire("source", "/sources", "ConsultSource"),
        Inquire("source", "/sources/{sourceId:guid}/telling", "TellOfSource"),
        Inquire("statement", "/statements/from-contact", "TakeOverStatement"),
        Inquire("voice", "/voices", "HearPerson"),
        Inquire("voice", "/missing-voices", "MissVoice"),
        Inquire("report", "/report", "WriteReport", "PUT"),
        Inquire("report", "/report/presentations", "PresentDraft"),
        Inquire("report", "/report/final"),
        Inquire("report", "/report/reweighings", "ReweighReport"),
        Inquire("voice", "/report/talks", "TalkAboutDraft"),
        Inquire("voice", "/rebuttals", "GiveRebuttal"),
        Inquire("conclude", "/conclusion", "ConcludeInvestigation"),
        Inquire("counter-expertise", "/counter-expertise", "AskCounterExpertise"),
        Inquire("dossier", "/dossiers"),
        Inquire("dossier", "/dossiers/{dossierId:guid}/addenda", "AddAddendum"),
        Inquire("close", "/closing"),
        Answer("/own-rebuttals", "GiveOwnRebuttal", "409 no-draft-to-answer"),
        Answer("/own-counter-expertise", "AskOwnCounterExpertise"),
        // The same emergency, of a family of its own, is received once.
        new(Investigation, "POST", "/emergencies", ["emergency.deliver"], "201", Example("DeliverEmergency")),
        new(Investigation, "GET", "/emergencies", ["emergency-response.list"], Read),
        new(Investigation, "GET", "/emergencies/{id:guid}", ["emergency-response.read"], Read),
        new(Investigation, "GET", "/families/{id:guid}/emergencies", ["emergency-response.read"], Read),
        new(Investigation, "POST", "/emergencies/{id:guid}/answer", ["emergency-response.answer"], Stale, Example("AnswerEmergency")),
        .. Everywhere(Investigation),
        .. OfCaseFile(Investigation, "investigations", "investigation"),
        new(Planning, "GET", "/plans", ["plan.list"], Read),
        new(Planning, "GET", "/plans/{id:guid}", ["plan.read"], Read),
        new(Planning, "GET", "/families/{id:guid}/plans", ["plan.read"], Read),
        OfPlan("family-first", "/family-first", "OfferFamilyFirst"),
        OfPlan("family-first", "/family-first/plans", "RecordOwnPlan"),
        OfPlan("family-first", "/family-first/skip", "SkipFamilyFirst"),
        OfPlan("describe", "/domains", "DescribeDomain"),
        OfPlan("goal", "/goals", "SetGoal"),
        OfPlan("goal", "/goals/{goalId:guid}/progress", "ReportProgress"),
        OfPlan("condition", "/conditions", "SetCondition"),
        OfPlan("condition", "/conditions/{conditionId:guid}/end", "EndCondition"),
        OfPlan("condition", "/advice", "GiveAdvice"),
        OfPlan("choice", "/choices", "OfferChoice"),
        OfPlan("choice", "/choices/{choiceId:guid}/chosen", "RecordChoice"),
        OfPlan("answer", "/answers", "RecordPlanAnswer"),
        OfPlan("start", "/start", "StartPlan"),
        OfPlan("action", "/actions", "AddAction"),
        OfPlan("action", "/actions/{actionId:guid}/reports", "ReportAction"),
        OfPlan("support", "/supports", "AskSupport"),
        OfPlan("support", "/supports/{supportId:guid}/steps", "ChangeSupport"),
        OfPlan("partner", "/partners", "JoinPlan"),
        OfPlan("partner", "/partners/{partnerId:guid}/end"),
        OfPlan("partner", "/partners/{partnerId:guid}/invitations"),
        OfPlan("partner", "/partners/{partnerId:guid}/shares", "SharePart"),
        OfPlan("partner", "/shares/{shareId:guid}/end"),
        OfPlan("agreement", "/safety-agreements", "MakeSafetyAgreement"),
        OfPlan("agreement", "/safety-agreements/{agreementId:guid}/evaluations", "EvaluateSafetyAgreement"),
        OfPlan("evaluate", "/evaluations", "EvaluatePlan"),
        OfPlan("barrier", "/barriers", "RaiseBarrier"),
        OfPlan("barrier", "/barriers/{barrierId:guid}/answer", "AnswerBarrier"),
        OfPlan("close", "/closing", "ClosePlan"),
        OfOwnPlan("/own-plans", "WriteOwnPlan"),
        OfOwnPlan("/own-goals", "SetOwnGoal"),
        OfOwnPlan("/own-goals/{goalId:guid}/progress", "ReportOwnProgress"),
        OfOwnPlan("/own-answers", "AnswerOwnPlan"),
        OfOwnPlan("/own-choices/{choiceId:guid}", "ChooseOwn"),
        OfOwnPlan("/own-actions/{actionId:guid}/reports", "ReportOwnAction"),
        new(Planning, "GET", "/partner-plans", ["partner-plan.list"], Read),
        new(Planning, "POST", "/partner-plans", ["partner-plan.enter"], "404 not-found", Example("EnterPlan", Planning)),
        new(Planning, "POST", "/partner-plans/{id:guid}/actions/{actionId:guid}/reports", ["partner-plan.report"], "404 not-found", Example("ReportPartnerAction", Planning)),
        .. Everywhere(Planning),
        .. OfCaseFile(Planning, "plans", "plan"),
        new(View, "GET", "/responsibility-offers", ["responsibility-offers.list"], Read),
        new(View, "GET", "/families", ["families.list"], Read),
        new(View, "GET", "/families/{id:guid}", ["family.view"], Read),
        new(View, "GET", "/families/{id:guid}/timeline", ["family.timeline"], Read),
        new(View, "GET", "/families/{id:guid}/access-log", ["family.access-log"], Read),
        new(View, "POST", "/families/{id:guid}/emergency-access", ["family.emergency-access"], "400 emergency-reason-missing", new JsonObject
        {
            ["reason"] = "..........",
        }),
        new(View, "GET", "/emergency-accesses", ["emergency-accesses.list"], Read),
        new(View, "GET", "/events", ["events.feed"], Read),
    ];

    /// <summary>The offer of support that the tests ask about; there is no family by which to find it.</summary>
    public static Guid Exchange { get; set; }

    /// <summary>The organisation that runs the service in these tests.</summary>
    public string Organisation => Service is Intake or Planning ? "gm0344" : "rvt-utrecht";

    /// <summary>A command about several families answers whoever has the role; what it does is judged family by family.</summary>
    public bool AnswersByFamily => Resources[0] == "key-worker.hand-over";

    /// <summary>A work list answers whoever has the role; what it shows is judged family by family.</summary>
    public bool IsWorkList => WorkLists.Contains(Resources[0]);

    /// <summary>How it stands in the service.</summary>
    public string Pattern => (Service == View ? "/family-view/v1" : $"/{{municipality:served}}/{Service}/v1") + Path;

    /// <summary>Whether what it is about is kept for a family by the service, at the address of Utrecht where it names one.</summary>
    public bool Finds(KnownFamily family) => (Service == View || family.Municipality == "gm0344") && Path.Split('/')[1] switch
    {
        "emergencies" => family.HasEmergency,
        "investigations" or "investigation-requests" => family.IsInvestigated,
        // No two of the families know one person, and of none something was registered in error.
        "notices" or "information-requests" or "removed-contacts" => false,
        "plans" => family.HasPlan,
        "data-breaches" => Service == Intake || (Service == Planning ? family.HasPlan : family.IsInvestigated),
        _ => true,
    };

    /// <summary>Whether a work list, asked for Utrecht where it is one municipality's, is about what a family has.</summary>
    public bool Lists(KnownFamily family) => (Service == View || family.Municipality == "gm0344") && Finds(family);

    public bool IsAboutFamily => Matrix.IsAboutFamily(Resources[0]);

    /// <summary>A request, about a family where the route is about one.</summary>
    public HttpRequestMessage Request(KnownFamily? family)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Parts().Replace(
            Pattern.Replace("/shared-statements/{statementId:guid}", $"/shared-statements/{Of(family?.SharedAtContact, family?.Shared, family?.SharedAtPlan)}", StringComparison.Ordinal)
                .Replace("/own-goals/{goalId:guid}", $"/own-goals/{family?.OwnGoal}", StringComparison.Ordinal)
                .Replace("/own-actions/{actionId:guid}", $"/own-actions/{family?.OwnAction}", StringComparison.Ordinal)
                .Replace("/own-choices/{choiceId:guid}", $"/own-choices/{family?.Offered.Choice}", StringComparison.Ordinal)
                .Replace("/own-statements/{statementId:guid}", $"/own-statements/{Of(family?.Withdrawn, family?.WithdrawnAtRegion, family?.WithdrawnAtPlan)}", StringComparison.Ordinal),
            match => $"{Guid.CreateVersion7()}")
            .Replace("{municipality:served}", "gm0344", StringComparison.Ordinal)
            .Replace("/contacts/{id:guid}", $"/contacts/{family?.Contact}", StringComparison.Ordinal)
            .Replace("/submissions/{id:guid}", $"/submissions/{family?.Contact}", StringComparison.Ordinal)
            .Replace("/investigations/{id:guid}", $"/investigations/{family?.Investigation}", StringComparison.Ordinal)
            .Replace("/partner-plans/{id:guid}", $"/partner-plans/{Guid.CreateVersion7()}", StringComparison.Ordinal)
            .Replace("/plans/{id:guid}", $"/plans/{family?.Plan}", StringComparison.Ordinal)
            .Replace("/dossiers/{dossierId:guid}", $"/dossiers/{family?.Dossier}", StringComparison.Ordinal)
            .Replace("/emergencies/{id:guid}", $"/emergencies/{(Service == Intake ? family?.Emergency : family?.Response)}", StringComparison.Ordinal)
            .Replace("/support-exchanges/{id:guid}", $"/support-exchanges/{Exchange}", StringComparison.Ordinal)
            .Replace("/data-breaches/{id:guid}", $"/data-breaches/{Of(family?.Breach, family?.BreachAtRegion, family?.BreachAtPlan)}", StringComparison.Ordinal)
            .Replace("{id:guid}", $"{family?.Id}", StringComparison.Ordinal)
            .Replace("{familyId:guid}", $"{family?.Id}", StringComparison.Ordinal)
            .Replace("{requestId:guid}", $"{family?.Request}", StringComparison.Ordinal));
        // The feed of a service that is shared is read for one municipality.
        if (Pattern == "/family-view/v1/events")
            request.RequestUri = new($"{Pattern}?municipality=gm0344", UriKind.Relative);
        if (Body is not null)
            request.Content = JsonContent.Create(Body);
        if (Path.Contains("/own-choices/", StringComparison.Ordinal))
            request.Content = JsonContent.Create(new { optionId = family?.Offered.Way });
        if (Path.Contains("/own-actions/", StringComparison.Ordinal))
            request.Content = JsonContent.Create(new { text = "It goes well." });
        if (Granted == Stale)
            request.Headers.Add("If-Match", "\"999999\"");
        return request;
    }

    /// <summary>The ids of the parts of a thing: what does not exist is asked for after access was granted.</summary>
    [GeneratedRegex(@"\{(link|statement|contest|feedback|clock|person|support|offer|merge|recipient|notKnowing|acuteDanger|assignment|wish|agreement|counterExpertise|source|notice|goal|condition|choice|action|partner|share|barrier)Id:guid\}")]
    private static partial Regex Parts();

    Guid? Of(Guid? atContact, Guid? atRegion, Guid? atPlan) => Service switch { Intake => atContact, Planning => atPlan, _ => atRegion };

    public override string ToString() => $"{Service} {Method} {Path}";

    /// <summary>What every service answers that keeps words of its own.</summary>
    static Route[] Everywhere(string service) =>
    [
        new(service, "GET", "/events", ["events.feed"], Read),
        new(service, "GET", "/families/{familyId:guid}/access-log", ["family.access-log"], Read),
        new(service, "GET", "/data-breaches", ["data-breach.list"], Read),
        new(service, "GET", "/data-breaches/{id:guid}", ["data-breach.read"], Read),
        new(service, "POST", "/data-breaches/{id:guid}/recipients/{recipientId:guid}/told", ["data-breach.tell"], Stale, new JsonObject { ["how"] = "x" }),
        new(service, "POST", "/data-breaches/{id:guid}/assessment", ["data-breach.assess"], Stale, new JsonObject { ["notified"] = true }),
    ];

    /// <summary>What every case file can do.</summary>
    static Route[] OfCaseFile(string service, string noun, string key)
    {
        return
        [
            Add("/statements", "statement", "400 stated-in-future", new JsonObject { ["text"] = "Later.", ["author"] = "child", ["kind"] = "opinion", ["statedAt"] = Now.AddYears(10) }),
            Change("/statements/{statementId:guid}/amendments", "statement", "AmendStatement"),
            Change("/statements/{statementId:guid}/withdrawal", "statement", "WithdrawStatement"),
            Change("/statements/{statementId:guid}/corrections", "statement-control", "CorrectStatement"),
            Change("/statements/{statementId:guid}/contests", "statement", "ContestStatement"),
            Change("/statements/{statementId:guid}/contests/{contestId:guid}/settlement", "statement", "SettleContest"),
            Change("/statements/{statementId:guid}/own-statements", "statement", "AttachStatement"),
            Change("/statements/{statementId:guid}/sharings", "statement", "ShareStatement"),
            Change("/statements/{statementId:guid}/withholding", "statement-control", "WithholdStatement"),
            Change("/statements/{statementId:guid}/withholding/lifting", "statement-control"),
            Change("/statements/{statementId:guid}/removal", "statement-control", "TakeOutStatement"),
            Add("/acute-dangers", "judge-danger", "400 not-a-member", Example("JudgeAcuteDanger", "CaseFiles")),
            Change("/acute-dangers/{acuteDangerId:guid}/end", "judge-danger", "EndAcuteDanger"),
            Add("/not-known", "not-known", "400 review-not-in-future", new JsonObject { ["what"] = "x", ["why"] = "x", ["tried"] = "x", ["reviewOn"] = "2020-01-01" }),
            Change("/not-known/{notKnowingId:guid}/reviews", "not-known", "RenewNotKnowing"),
            Change("/not-known/{notKnowingId:guid}/resolution", "not-known", "ResolveNotKnowing"),
            Change("/clocks/{clockId:guid}/pause", "clock", "PauseClock"),
            Change("/clocks/{clockId:guid}/resumption", "clock"),
            new(service, "GET", $"/own-{noun}", [$"own-{key}.list"], Read),
            Own("/own-statements/{statementId:guid}/amendments", "409 statement-not-standing", "AmendOwnStatement"),
            Own("/own-statements/{statementId:guid}/withdrawal", "409 statement-not-standing"),
            Own("/shared-statements/{statementId:guid}/own-contests", Read, "ContestSharedStatement"),
            Own("/shared-statements/{statementId:guid}/own-statements", Read, "AnswerSharedOpinion"),
        ];

        Route Add(string path, string part, string granted, JsonObject body) => new(service, "POST", $"/{noun}/{{id:guid}}{path}", [$"{key}.{part}"], granted, body);

        Route Change(string path, string part, string? useCase = null) => new(
            service, "POST", $"/{noun}/{{id:guid}}{path}", [$"{key}.{part}"], Stale, useCase is null ? null : Example(useCase, "CaseFiles"));

        Route Own(string path, string granted, string? useCase = null) => new(
            service, "POST", $"/{noun}/{{id:guid}}{path}", [$"own-{key}.statement"], granted, useCase is null ? null : Example(useCase, "CaseFiles"));
    }

    /// <summary>What a child or parent adds to an own investigation.</summary>
    static Route Answer(string path, string useCase, string granted = Read) =>
        new(Investigation, "POST", "/investigations/{id:guid}" + path, ["own-investigation.answer"], granted, Example(useCase));

    /// <summary>A change of a plan.</summary>
    static Route OfPlan(string part, string path, string? useCase = null) =>
        new(Planning, "POST", "/plans/{id:guid}" + path, [$"plan.{part}"], Stale, useCase is null ? null : Example(useCase, Planning));

    /// <summary>What a member of the family adds to the own plan.</summary>
    static Route OfOwnPlan(string path, string useCase, string granted = Read) =>
        new(Planning, "POST", "/plans/{id:guid}" + path, ["own-plan.write"], granted, Example(useCase, Planning));

    /// <summary>A change of an investigation.</summary>
    static Route Inquire(string part, string path, string? useCase = null, string method = "POST") =>
        new(Investigation, method, "/investigations/{id:guid}" + path, [$"investigation.{part}"], Stale, useCase is null ? null : Example(useCase));

    /// <summary>The request that the service's description shows.</summary>
    static JsonObject Example(string useCase, string project = Investigation) =>
        JsonNode.Parse(Repository.Read($"services/{char.ToUpperInvariant(project[0])}{project[1..]}/Examples/{useCase}.json"))!.AsObject();
}
