using System.Net.Http.Json;
using Geborgen.CaseFiles;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;

namespace Geborgen.Access.Tests;

/// <summary>Access over HTTP on a real database.</summary>
public sealed class AccessDecisionTests(PostgresServer postgres) : IAsyncLifetime
{
    const string Safety = "safety-assessment", Emergency = "emergency-response";

    readonly Guid family = Guid.CreateVersion7();
    AccessApp app = null!;

    string Path => $"/families/{family}";

    public async ValueTask InitializeAsync() => app = await AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Task<int> Get(string token, string? activity = null) => app.Status(HttpMethod.Get, Path, token, activity);

    [Fact]
    public async Task The_team_on_duty_sees_its_family_and_another_team_or_organisation_does_not()
    {
        await app.Involve(family, Relations.DutyTeam, team: AccessApp.Team);
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam)));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "daan", team: "gm0344-other")));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "daan", team: null)));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "bram", organisation: "gm0355")));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "nobody", organisation: "")));
    }

    [Fact]
    public async Task A_family_is_not_there_under_the_address_of_another_municipality()
    {
        await app.Involve(family, Relations.DutyTeam, team: AccessApp.Team);
        await app.Execute("insert into member_accounts (family_id, person_id, account, service, version, removed) values ($1, $2, 'sam', 'intake', 1, false)", family, Guid.CreateVersion7());
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam)));

        await app.Execute("update involvements set municipality = 'gm0355'");

        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam)));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "sam")));
        Assert.Equal(["own-file"], (await app.LogOf(family)).Where(row => row.Account == "sam").Select(row => row.Reason));
    }

    [Fact]
    public async Task A_worker_is_known_by_account_and_organisation_together()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "lotte");
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam)));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, organisation: "gm0355")));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "daan")));
    }

    [Fact]
    public async Task An_involvement_gives_something_between_its_start_and_its_end_only()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "future", from: TimeSpan.FromMinutes(1));
        await app.Involve(family, Relations.KeyWorker, worker: "past", until: TimeSpan.FromSeconds(-1));
        await app.Involve(family, Relations.KeyWorker, worker: "present", until: TimeSpan.FromMinutes(1));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "future")));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam, sub: "past")));
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam, sub: "present")));
    }

    [Fact]
    public async Task What_another_service_said_counts_only_while_that_service_is_heard()
    {
        await app.Involve(family, Relations.EmergencyAccess, worker: "lotte", service: "family-view");
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam), Emergency));
        await Heard(TimeSpan.FromSeconds(50), "gm0355");
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam), Emergency));
        await Heard(TimeSpan.FromSeconds(50), "gm0344");
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam), Emergency));
        await Heard(TimeSpan.FromSeconds(61), "gm0344");
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam), Emergency));
    }

    [Fact]
    public async Task Nobody_opens_a_file_in_which_they_appear_themselves()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "lotte");
        await app.Involve(family, Relations.DutyTeam, team: AccessApp.Team);
        await app.Execute("insert into member_accounts (family_id, person_id, account, service, version, removed) values ($1, $2, 'lotte', 'intake', 1, false)", family, Guid.CreateVersion7());
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam)));
        Assert.Equal(404, await app.Status(HttpMethod.Get, Path + "/access-log", app.Token(Roles.PrivacyOfficer)));
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam, sub: "colleague")));
        Assert.Equal("own-file", (await app.LogOf(family))[0].Reason);
    }

    [Theory]
    [InlineData("gm0344")]
    [InlineData("gm0355")]
    public async Task Nobody_opens_a_file_in_which_they_appear_in_an_emergency_under_whichever_address(string municipality)
    {
        await app.Involve(family, Relations.DutyTeam, team: AccessApp.Team);
        await app.Execute("update involvements set municipality = $1", municipality);
        await app.Execute("insert into member_accounts (family_id, person_id, account, service, version, removed) values ($1, $2, 'lotte', 'intake', 1, false)", family, Guid.CreateVersion7());
        Assert.Equal(404, await app.Status(HttpMethod.Post, $"{Path}/emergency-access", app.Token(Roles.LocalTeam), Emergency));
        Assert.Equal(200, await app.Status(HttpMethod.Post, $"{Path}/emergency-access", app.Token(Roles.LocalTeam, sub: "colleague"), Emergency));
    }

    [Fact]
    public async Task A_relation_of_another_service_is_another_relation()
    {
        await Heard(TimeSpan.Zero, "gm0344", "investigation");
        await app.Involve(family, Relations.AssigningTeam, team: AccessApp.Team, service: "investigation");
        Assert.Equal(404, await app.Status(HttpMethod.Get, $"{Path}/key-worker", app.Token(Roles.LocalTeam)));
        await app.Involve(family, Relations.AssigningTeam, team: AccessApp.Team);
        Assert.Equal(200, await app.Status(HttpMethod.Get, $"{Path}/key-worker", app.Token(Roles.LocalTeam), "contact-registration"));
    }

    [Fact]
    public async Task What_is_said_of_a_family_under_another_municipality_than_that_of_its_file_counts_for_nothing()
    {
        await Heard(TimeSpan.Zero, "gm0344", "investigation");
        await app.Involve(family, Relations.RegionalTeam, team: AccessApp.Team, service: "investigation");
        Assert.Equal(200, await Get(app.Token(Roles.RegionalTeam)));
        Assert.Equal(200, await app.Status(HttpMethod.Get, $"/each?families={family}", app.Token(Roles.RegionalTeam)));
        await app.Involve(family, Relations.DutyTeam, team: "another");
        Assert.Equal(200, await Get(app.Token(Roles.RegionalTeam)));

        await app.Execute("update involvements set municipality = 'gm0355' where service = 'intake'");

        Assert.Equal(404, await Get(app.Token(Roles.RegionalTeam)));
    }

    [Theory]
    [InlineData(Relations.EmergencyAccess, "family-view", false)]
    [InlineData(Relations.Consulted, "intake", false)]
    [InlineData(Relations.ReceivingTeam, "intake", false)]
    [InlineData(Relations.RegionalTeam, "investigation", false)]
    [InlineData(Relations.KeyWorker, "investigation", false)]
    [InlineData(Relations.AssigningTeam, "intake", true)]
    [InlineData(Relations.Cover, "intake", true)]
    public async Task A_file_is_that_of_the_organisation_that_keeps_it_and_of_nobody_who_looked_in(string relation, string service, bool expected)
    {
        await Heard(TimeSpan.Zero, "gm0344", service);
        await app.Involve(family, relation, worker: "daan", service: service, organisation: "gm0355", until: TimeSpan.FromMinutes(-1));

        Assert.Equal(expected ? 200 : 404, await app.Status(HttpMethod.Get, Path + "/access-log", app.Token(Roles.PrivacyOfficer, "officer", organisation: "gm0355")));
        Assert.Equal(200, await app.Status(HttpMethod.Get, "/reach", app.Token(Roles.PrivacyOfficer, "officer", organisation: "gm0355")));
        Assert.Equal(expected, (await app.LogOf(family)).Exists(row => row.Resource == "data-breach.list"));
    }

    [Fact]
    public async Task A_role_that_may_never_is_told_so_but_families_and_systems_are_told_nothing()
    {
        Assert.Equal(403, await Get(app.Token(Roles.Operator)));
        Assert.Equal(403, await Get(app.Token(Roles.Operator)));
        Assert.Equal(404, await Get(app.Token(Roles.MunicipalSystem)));
        Assert.Equal(404, await Get(app.Token(Roles.FamilyMember)));
        Assert.Equal(403, await app.Status(HttpMethod.Post, "/persons/_zoek", app.Token(Roles.MunicipalSystem)));
    }

    [Fact]
    public async Task A_caller_who_names_a_processing_activity_names_one_that_fits()
    {
        await app.Involve(family, Relations.DutyTeam, team: AccessApp.Team);
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam), Safety));
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam), Emergency));
        await Refused(400, "processing-activity-unknown", "curiosity");
        await Refused(404, "not-found", "voluntary-support");
        Assert.Equal(
            [Safety, Emergency, "voluntary-support"],
            (await app.LogOf(family)).Select(row => row.Activity));
    }

    [Fact]
    public async Task An_activity_that_is_chosen_is_named_by_who_can_do_no_other()
    {
        await app.Involve(family, Relations.Consulted, worker: "lotte");
        await Heard(TimeSpan.Zero, "gm0344");
        await app.Involve(family, Relations.EmergencyAccess, worker: "lotte", service: "family-view");
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam)));
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam), "consultation"));
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam), Emergency));
        await Refused(400, "processing-activity-required", activity: null, "/known-here");
        Assert.Equal(
            [("denied", null, "activity-not-for-this"), ("read", "consultation", null), ("read", Emergency, null)],
            (await app.LogOf(family)).Select(row => (row.Action.ToString().ToLowerInvariant(), row.Activity, row.Reason)));
    }

    [Fact]
    public async Task Each_family_of_a_list_is_shown_for_the_activity_of_its_own_relation()
    {
        var (handled, watched) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Involve(handled, Relations.KeyWorker, worker: "lotte");
        await app.Involve(watched, Relations.DutyTeam, team: AccessApp.Team);
        Assert.Equal(200, await app.Status(HttpMethod.Get, $"/each?families={handled}&families={watched}", app.Token(Roles.LocalTeam)));
        Assert.Equal(("intake.keyWorker", "access-oversight"), Assert.Single((await app.LogOf(handled)).Select(row => (row.Relation, row.Activity))));
        Assert.Equal(("intake.dutyTeam", Safety), Assert.Single((await app.LogOf(watched)).Select(row => (row.Relation, row.Activity))));

        Assert.Equal(200, await app.Status(HttpMethod.Get, $"/each?families={handled}&families={watched}", app.Token(Roles.LocalTeam), Safety));
        Assert.Single(await app.LogOf(handled));
        Assert.Equal(2, (await app.LogOf(watched)).Count);
    }

    [Fact]
    public async Task Every_refusal_is_logged_without_content()
    {
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam)));
        var row = Assert.Single(await app.LogOf(family));
        Assert.Equal((AccessAction.Denied, "no-relation", "lotte", null), (row.Action, row.Reason, row.Account, row.SubjectId));
    }

    [Fact]
    public async Task What_is_shown_is_logged_with_who_why_and_on_which_basis()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "lotte");
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam)));
        var row = Assert.Single(await app.LogOf(family));
        Assert.Equal(
            ("lotte", "portal", "gm0344", "local-team", "intake.keyWorker", "family.view", AccessAction.Read, Safety, "wmo-4.1.1", family),
            (row.Account, row.Client, row.Organisation, row.Role, row.Relation, row.Resource, row.Action, row.Activity, row.LegalBasis, row.SubjectId!.Value));
        Assert.Equal((32, 16), (row.TraceId?.Length, row.SpanId?.Length));
    }

    [Fact]
    public async Task An_answer_for_which_nothing_was_logged_does_not_go_out()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "lotte");
        using var answer = await app.Send(HttpMethod.Get, $"/forgetful/{family}", app.Token(Roles.LocalTeam));
        Assert.Equal(500, (int)answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_log_cannot_be_written_no_data_goes_out()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "lotte");
        await app.Execute("alter table access_log rename to access_log_away");
        using var answer = await app.Send(HttpMethod.Get, Path, app.Token(Roles.LocalTeam));
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(503, await app.Status(HttpMethod.Post, "/things", app.Token(Roles.MunicipalSystem), body: new NewThing("x"), key: "k"));
        Assert.Equal(0, await app.Scalar<long>("select count(*) from things"));
        await app.Execute("alter table access_log_away rename to access_log");
        Assert.Equal(200, await Get(app.Token(Roles.LocalTeam)));
    }

    [Fact]
    public async Task A_system_sees_the_state_of_what_it_sent_and_another_system_nothing()
    {
        using var sent = await app.Send(HttpMethod.Post, "/things", app.Token(Roles.MunicipalSystem, "system", null, client: "case-system"), body: new NewThing("words"));
        var thing = await sent.Content.ReadFromJsonAsync<Shown>(TestContext.Current.CancellationToken);
        var path = $"/things/{thing!.Id}";
        Assert.Equal("registered", await Text(path, app.Token(Roles.MunicipalSystem, "system", null, client: "case-system")));
        Assert.Equal("words", await Text(path, app.Token(Roles.LocalTeam)));
        Assert.Equal(404, await app.Status(HttpMethod.Get, path, app.Token(Roles.MunicipalSystem, "other", null, client: "other-system")));
        Assert.Equal(404, await app.Status(HttpMethod.Get, path, app.Token(Roles.MunicipalSystem, "other", null, client: "")));
    }

    [Fact]
    public async Task Another_organisations_system_cannot_register_here() => Assert.Equal(404,
        await app.Status(HttpMethod.Post, "/things", app.Token(Roles.MunicipalSystem, organisation: "gm0355"), body: new NewThing("x")));

    [Fact]
    public async Task A_list_shows_what_the_caller_is_involved_with_and_logs_each()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(201, await app.Status(HttpMethod.Post, "/things", app.Token(Roles.MunicipalSystem), body: new NewThing("x")));
        var own = await app.Scalar<Guid>("select family_id from involvements order by id limit 1");
        await app.Execute("insert into member_accounts (family_id, person_id, account, service, version, removed) values ($1, $2, 'lotte', 'intake', 1, false)", own, Guid.CreateVersion7());
        using var answer = await app.Send(HttpMethod.Get, "/things", app.Token(Roles.LocalTeam));
        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<Guid[]>(TestContext.Current.CancellationToken))!.Length);
        Assert.Equal(2, await app.Scalar<long>("select count(*) from access_log where resource = 'contact.list' and account = 'lotte' and family_id is not null"));

        using var empty = await app.Send(HttpMethod.Get, "/things", app.Token(Roles.LocalTeam, sub: "daan", team: "gm0344-other"));
        Assert.Empty((await empty.Content.ReadFromJsonAsync<Guid[]>(TestContext.Current.CancellationToken))!);
        Assert.Equal(1, await app.Scalar<long>("select count(*) from access_log where resource = 'contact.list' and account = 'daan'"));
    }

    [Fact]
    public async Task A_privacy_officer_reads_the_log_of_families_of_the_own_organisation_also_afterwards_and_is_logged()
    {
        await app.Involve(family, Relations.KeyWorker, worker: "lotte", from: TimeSpan.FromDays(-9), until: TimeSpan.FromDays(-1));
        Assert.Equal(404, await Get(app.Token(Roles.LocalTeam)));
        var officer = app.Token(Roles.PrivacyOfficer, sub: "officer");
        Assert.Equal(404, await app.Status(HttpMethod.Get, Path + "/access-log", app.Token(Roles.PrivacyOfficer, organisation: "gm0355")));
        using var first = await app.Send(HttpMethod.Get, Path + "/access-log?limit=1", officer);
        var page = (await first.Content.ReadFromJsonAsync<Page<System.Text.Json.JsonElement>>(TestContext.Current.CancellationToken))!;
        Assert.Equal("denied", Assert.Single(page.Items).GetProperty("action").GetString());
        using var second = await app.Send(HttpMethod.Get, Path + "/access-log?cursor=" + page.Next, officer);
        var rest = (await second.Content.ReadFromJsonAsync<Page<System.Text.Json.JsonElement>>(TestContext.Current.CancellationToken))!;
        Assert.Null(rest.Next);
        Assert.Equal("lotte", Assert.Single(rest.Items).GetProperty("account").GetString());
        Assert.Equal(2, (await app.LogOf(family)).Count(row => row.Account == "officer"));
    }

    [Fact]
    public async Task A_service_does_not_start_with_a_route_without_an_access_rule_or_with_an_unknown_one()
    {
        foreach (var map in new Action<Microsoft.AspNetCore.Routing.RouteGroupBuilder>[]
        {
            api => api.MapGet("/open", () => "x"),
            api => api.MapGet("/unknown", () => "x").RequireAccess("no.such"),
            api => api.MapPost("/early", () => "x").Idempotent().RequireAccess("contact.register"),
        })
            await Assert.ThrowsAsync<InvalidOperationException>(() => AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken, map));
    }

    Task Heard(TimeSpan ago, string municipality, string service = "family-view") => app.Execute("""
        insert into sources (service, municipality, epoch, position, heard_at) values ($3, $2, 1, 1, $1)
        on conflict (service, municipality) do update set heard_at = excluded.heard_at
        """, TestDay.Now - ago, municipality, service);

    async Task<string> Text(string path, string token)
    {
        using var answer = await app.Send(HttpMethod.Get, path, token);
        return (await answer.Content.ReadFromJsonAsync<Shown>(TestContext.Current.CancellationToken))!.Text;
    }

    async Task Refused(int status, string code, string? activity, string? path = null)
    {
        using var answer = await app.Send(HttpMethod.Get, path ?? Path, app.Token(Roles.LocalTeam), activity);
        var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((status, "urn:geborgen:problem:" + code), ((int)answer.StatusCode, problem.GetProperty("type").GetString()));
    }
}
