using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Access.Tests;

/// <summary>What the shipped matrix says, asked of the decision itself without database or HTTP.</summary>
public sealed class AccessMatrixTests
{
    const string Intake = "intake.", Region = "investigation.", View = "family-view.";

    static readonly AccessPolicy Policy = AccessPolicy.Load();

    static readonly string[] EveryRelation =
        [
            .. Policy.Given.SelectMany(service => service.Value.All.Select(relation => Relations.By(service.Key, relation))), AccessPolicy.NoRelation, AccessPolicy.Sender, AccessPolicy.SameOrganisation, AccessPolicy.ServingInstance,
            AccessPolicy.IntakeInstance, AccessPolicy.OwnFile,
        ];

    static readonly string[] EveryRole = [.. typeof(Roles).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    static readonly HashSet<string> EveryPhase = [.. Phases.All];

    static Verdict Judge(string resource, string role, string relation, string? named, bool ownFile = false, params string[] phases) =>
        Verdict.On(Policy, Policy.Resources[resource], named,
            new Caller("someone", "client", "someone", "org", "team", new HashSet<string> { role }),
            new Facts(new HashSet<string> { relation }, ownFile ? Guid.CreateVersion7() : null, phases.Length == 0 ? EveryPhase : phases.ToHashSet()));

    static bool Allows(string resource, string role, string relation, string activity, bool ownFile = false, params string[] phases) =>
        Judge(resource, role, relation, activity, ownFile, phases).Allowed;

    static IEnumerable<(string Resource, string Relation, string Activity)> Granted(string role, bool ownFile = false) =>
        from resource in Policy.Resources.Keys
        from relation in EveryRelation
        from activity in Policy.Activities.Keys
        where Allows(resource, role, relation, activity, ownFile)
        select (resource, relation, activity);

    [Theory]
    [InlineData(Roles.Operator)]
    [InlineData(Roles.Analyst)]
    [InlineData(Roles.Counsel)]
    [InlineData(Roles.ClientSupporter)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.CourtLiaison)]
    public void Roles_without_a_part_in_this_see_nothing_whatever_their_relation(string role) => Assert.Empty(Granted(role));

    [Fact]
    public void Who_helps_along_gets_in_by_a_code_reads_the_own_actions_and_what_is_shared_says_how_that_goes_and_nothing_else() => Assert.Equal(
        [
            ("partner-plan.enter", AccessPolicy.NoRelation, "voluntary-support"), ("partner-plan.list", AccessPolicy.NoRelation, "voluntary-support"),
            ("partner-plan.report", AccessPolicy.NoRelation, "voluntary-support"),
        ],
        Granted(Roles.Partner).Order());

    [Fact]
    public void A_case_system_sends_and_sees_the_state_of_what_it_sent_and_amends_its_own_words_and_nothing_else() => Assert.Equal(
        [
            ("contact.register", AccessPolicy.SameOrganisation), ("help.ask", AccessPolicy.SameOrganisation),
            ("submission.amend", AccessPolicy.Sender), ("submission.list", AccessPolicy.SameOrganisation), ("submission.read", AccessPolicy.Sender),
            ("support-exchange.register", AccessPolicy.SameOrganisation),
        ],
        Granted(Roles.MunicipalSystem).Select(granted => (granted.Resource, granted.Relation)).Distinct().Order());

    [Fact]
    public void An_instance_reads_the_feed_brings_an_emergency_and_asks_about_texts_where_it_serves_and_never_reads_a_family() => Assert.Equal(
        [
            ("emergency.deliver", AccessPolicy.IntakeInstance, "event-exchange"),
            ("events.feed", AccessPolicy.ServingInstance, "event-exchange"),
            ("text.check", AccessPolicy.ServingInstance, "safe-telling"),
        ],
        Granted(Roles.Instance).Order());

    [Fact]
    public void A_privacy_officer_reads_the_access_log_and_what_was_taken_out_and_handles_data_breaches_for_oversight_and_nothing_else() => Assert.Equal(
        [
            ("data-breach.assess", AccessPolicy.SameOrganisation, "access-oversight"),
            ("data-breach.list", AccessPolicy.SameOrganisation, "access-oversight"),
            ("data-breach.read", AccessPolicy.SameOrganisation, "access-oversight"),
            ("data-breach.tell", AccessPolicy.SameOrganisation, "access-oversight"),
            ("family.access-log", AccessPolicy.SameOrganisation, "access-oversight"),
            ("removed-contact.list", AccessPolicy.SameOrganisation, "access-oversight"),
            ("removed-contact.read", AccessPolicy.SameOrganisation, "access-oversight"),
        ],
        Granted(Roles.PrivacyOfficer).OrderBy(granted => granted.Resource, StringComparer.Ordinal));

    [Fact]
    public void Only_a_privacy_officer_decides_whether_the_authority_is_told() => Assert.Equal(
        [Roles.PrivacyOfficer], EveryRole.Where(role => Granted(role).Any(granted => granted.Resource == "data-breach.assess")));

    [Theory]
    [InlineData(Roles.LocalTeam)]
    [InlineData(Roles.RegionalTeam)]
    public void Working_somewhere_opens_no_family(string role) => Assert.DoesNotContain(Granted(role), granted =>
        granted.Relation is AccessPolicy.NoRelation or AccessPolicy.SameOrganisation
        && Policy.Resources[granted.Resource] is { About: AccessScope.Family, Action: not AccessAction.Emergency });

    [Fact]
    public void Nobody_opens_a_file_in_which_they_appear_themselves() =>
        Assert.All(EveryRole.Except([Roles.FamilyMember]), role => Assert.Empty(Granted(role, ownFile: true)));

    [Fact]
    public void A_member_of_the_family_asks_for_help_or_another_key_worker_says_how_it_went_answers_an_investigation_reads_what_becomes_of_it_and_changes_the_own_words_and_nothing_else()
    {
        (string, string, string)[] own =
        [
            ("help.ask", AccessPolicy.NoRelation, "own-voice"), ("own-contact.list", AccessPolicy.NoRelation, "own-voice"),
            ("own-contact.statement", AccessPolicy.OwnFile, "own-voice"),
            ("own-family.list", AccessPolicy.NoRelation, "own-voice"),
            ("own-feedback.give", AccessPolicy.OwnFile, "own-voice"), ("own-feedback.give", AccessPolicy.Sender, "own-voice"),
            ("own-feedback.read", AccessPolicy.OwnFile, "own-voice"), ("own-feedback.read", AccessPolicy.Sender, "own-voice"),
            ("own-investigation.answer", AccessPolicy.OwnFile, "own-voice"), ("own-investigation.list", AccessPolicy.NoRelation, "own-voice"),
            ("own-investigation.statement", AccessPolicy.OwnFile, "own-voice"),
            ("own-key-worker-wish.give", AccessPolicy.OwnFile, "own-voice"), ("own-key-worker-wish.read", AccessPolicy.OwnFile, "own-voice"),
            ("own-plan.list", AccessPolicy.NoRelation, "own-voice"), ("own-plan.statement", AccessPolicy.OwnFile, "own-voice"),
            ("own-plan.write", AccessPolicy.OwnFile, "own-voice"),
            ("submission.read", AccessPolicy.Sender, "own-voice"),
        ];

        Assert.Equal(own, Granted(Roles.FamilyMember, ownFile: true).Order());
        Assert.Equal([Roles.FamilyMember], EveryRole.Where(role => Granted(role).Any(granted => granted.Relation == AccessPolicy.OwnFile)));
    }

    [Theory]
    [InlineData("family.view", Intake + Relations.DutyTeam, "safety-assessment", true)]
    [InlineData("family.view", Intake + Relations.DutyTeam, "voluntary-support", false)]
    [InlineData("family.view", Intake + Relations.KeyWorker, "voluntary-support", false)]
    [InlineData("informal-support.record", Intake + Relations.KeyWorker, "voluntary-support", true)]
    [InlineData("informal-support.record", Intake + Relations.DutyTeam, "voluntary-support", false)]
    [InlineData("family.view", Intake + Relations.KeyWorker, "access-oversight", false)]
    [InlineData("family.view", Intake + Relations.KeyWorker, "investigation", false)]
    [InlineData("family.view", Intake + Relations.DutyTeam, "investigation", false)]
    [InlineData("investigation.read", Intake + Relations.Duo, "investigation", true)]
    [InlineData("investigation.read", Intake + Relations.DutyTeam, "investigation", false)]
    [InlineData("investigation.voice", Intake + Relations.KeyWorker, "investigation", true)]
    [InlineData("investigation.voice", Intake + Relations.Cover, "investigation", true)]
    [InlineData("investigation.statement", Intake + Relations.Duo, "investigation", true)]
    [InlineData("investigation.statement", Intake + Relations.DutyTeam, "investigation", false)]
    [InlineData("investigation.statement-control", Intake + Relations.KeyWorker, "investigation", false)]
    [InlineData("investigation.report", Intake + Relations.KeyWorker, "investigation", false)]
    [InlineData("investigation.conclude", Intake + Relations.Duo, "investigation", false)]
    [InlineData("emergency.read", Intake + Relations.Cover, "safety-assessment", true)]
    [InlineData("emergency.read", Intake + Relations.Cover, "emergency-response", true)]
    [InlineData("emergency-response.read", Intake + Relations.DutyTeam, "emergency-response", true)]
    [InlineData("emergency-response.read", View + Relations.EmergencyAccess, "emergency-response", false)]
    [InlineData("family.view", Intake + Relations.Consulted, "consultation", true)]
    [InlineData("family.view", Intake + Relations.Consulted, "safety-assessment", false)]
    [InlineData("family.members", Intake + Relations.Consulted, "consultation", false)]
    [InlineData("family.view", View + Relations.EmergencyAccess, "emergency-response", true)]
    [InlineData("family.view", View + Relations.EmergencyAccess, "safety-assessment", false)]
    [InlineData("key-worker.assign", Intake + Relations.AssigningTeam, "safety-assessment", true)]
    [InlineData("key-worker.assign", Intake + Relations.AssigningTeam, "voluntary-support", false)]
    [InlineData("key-worker.assign", View + Relations.EmergencyAccess, "emergency-response", false)]
    [InlineData("contact.assign", Intake + Relations.AssigningTeam, "safety-assessment", false)]
    [InlineData("contact.read", Intake + Relations.AssigningTeam, "safety-assessment", false)]
    [InlineData("contact.assign", View + Relations.EmergencyAccess, "emergency-response", false)]
    [InlineData("contact.assign", Intake + Relations.DutyTeam, "safety-assessment", true)]
    [InlineData("person-link.decide", Intake + Relations.DutyTeam, "person-identification", true)]
    [InlineData("member-account.link", Intake + Relations.DutyTeam, "person-identification", true)]
    [InlineData("person.search", AccessPolicy.SameOrganisation, "person-identification", true)]
    [InlineData("person.search", AccessPolicy.NoRelation, "person-identification", false)]
    [InlineData("known-here", AccessPolicy.NoRelation, "consultation", true)]
    [InlineData("family.access-log", Intake + Relations.KeyWorker, "access-oversight", true)]
    [InlineData("family.access-log", Intake + Relations.Consulted, "access-oversight", false)]
    [InlineData("family.emergency-access", AccessPolicy.NoRelation, "emergency-response", true)]
    [InlineData("family.emergency-access", AccessPolicy.NoRelation, "safety-assessment", false)]
    public void What_a_relation_and_an_activity_give_a_worker(string resource, string relation, string activity, bool expected)
    {
        Assert.Equal(expected, Allows(resource, Roles.LocalTeam, relation, activity));
        Assert.Equal(expected, Allows(resource, Roles.RegionalTeam, relation, activity));
    }

    [Theory]
    [InlineData("contact.read", Roles.LocalTeam, Intake + Relations.KeyWorker, "safety-assessment", "wmo-4.1.1")]
    [InlineData("contact.register", Roles.LocalTeam, AccessPolicy.SameOrganisation, "contact-registration", "jeugdwet-2.6")]
    [InlineData("informal-support.read", Roles.LocalTeam, Intake + Relations.Duo, "voluntary-support", "jeugdwet-2.3")]
    [InlineData("informal-support.read", Roles.LocalTeam, Intake + Relations.DutyTeam, "safety-assessment", "wmo-4.1.1")]
    [InlineData("informal-support.read", Roles.RegionalTeam, Region + Relations.Investigator, "investigation", "wmo-4.1.1")]
    [InlineData("families.list", Roles.LocalTeam, Intake + Relations.AssigningTeam, "contact-registration", "jeugdwet-2.6")]
    [InlineData("families.list", Roles.RegionalTeam, Region + Relations.AssigningTeam, "investigation", "wmo-4.1.1")]
    [InlineData("families.list", Roles.RegionalTeam, Intake + Relations.AssigningTeam, "contact-registration", "jeugdwet-2.6")]
    [InlineData("data-breach.read", Roles.LocalTeam, Intake + Relations.KeyWorker, "access-oversight", "avg-5.2")]
    [InlineData("data-breach.read", Roles.LocalTeam, Intake + Relations.DutyTeam, "safety-assessment", "wmo-4.1.1")]
    public void Who_names_no_activity_has_the_one_of_the_route_the_role_and_the_relation(
        string resource, string role, string relation, string activity, string legalBasis)
    {
        var verdict = Judge(resource, role, relation, named: null);

        Assert.Equal((role, relation, activity, legalBasis), (verdict.Role, verdict.Relation, verdict.Activity!.Key, verdict.Activity.LegalBasis));
    }

    [Theory]
    [InlineData("known-here", AccessPolicy.NoRelation)]
    [InlineData("family.view", View + Relations.EmergencyAccess)]
    [InlineData("family.view", Intake + Relations.Consulted)]
    [InlineData("family.emergency-access", AccessPolicy.NoRelation)]
    public void What_is_chosen_counts_only_for_who_names_it(string resource, string relation) =>
        Assert.Equal(Verdict.ActivityNotForThis, Judge(resource, Roles.LocalTeam, relation, named: null).Reason);

    [Fact]
    public void Only_emergency_response_and_consultation_are_chosen() => Assert.Equal(
        ["consultation", "emergency-response"],
        Policy.Activities.Values.Where(activity => activity.Chosen).Select(activity => activity.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_two_relations_the_first_counts_whose_activity_is_for_the_familys_phase()
    {
        Assert.Equal((Intake + Relations.ReceivingTeam, "safety-assessment"), ListedIn(Phases.Intake));
        Assert.Equal((Intake + Relations.AssigningTeam, "contact-registration"), ListedIn(Phases.Quiet));

        static (string?, string?) ListedIn(string phase)
        {
            var verdict = Verdict.On(Policy, Policy.Resources["families.list"], named: null,
                new Caller("someone", "client", "someone", "org", "team", new HashSet<string> { Roles.LocalTeam }),
                new Facts(new HashSet<string> { Intake + Relations.AssigningTeam, Intake + Relations.ReceivingTeam }, PersonId: null, new HashSet<string> { phase }));
            return (verdict.Relation, verdict.Activity?.Key);
        }
    }

    [Theory]
    [InlineData("family.view", Intake + Relations.ReceivingTeam, Phases.Intake, true)]
    [InlineData("family.view", Intake + Relations.ReceivingTeam, Phases.Quiet, false)]
    [InlineData("informal-support.record", Intake + Relations.Cover, Phases.Underway, true)]
    [InlineData("informal-support.record", Intake + Relations.Cover, Phases.Intake, false)]
    [InlineData("families.list", Intake + Relations.AssigningTeam, Phases.Quiet, true)]
    [InlineData("key-worker.assign", Intake + Relations.AssigningTeam, Phases.Quiet, false)]
    public void An_activity_counts_only_in_its_phases(string resource, string relation, string phase, bool expected) =>
        Assert.Equal(expected ? null : Verdict.ActivityNotNow, Judge(resource, Roles.LocalTeam, relation, named: null, ownFile: false, phase).Reason);

    [Theory]
    [InlineData(Relations.KeyWorker, true)]
    [InlineData(Relations.KeyWorker, false, "planning")]
    [InlineData(Relations.Cover, true)]
    [InlineData(Relations.Duo, true)]
    [InlineData(Relations.Consulted, false)]
    [InlineData(Relations.AssigningTeam, false)]
    public void A_family_that_somebody_looks_after_is_not_quiet(string relation, bool expected, string service = "intake")
    {
        var caller = new Caller("someone", "client", "someone", "org", "team", new HashSet<string> { Roles.LocalTeam });
        var now = DateTimeOffset.UnixEpoch;
        var involved = new Involvement { Municipality = "gm0344", Service = service, Relation = relation, Worker = "another", Organisation = "org", From = now };

        Assert.Equal(expected ? Phases.Underway : Phases.Quiet, Assert.Single(Facts.Of(caller, new([involved]), [], now).Phases!));
    }
}
