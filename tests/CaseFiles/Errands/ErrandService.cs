using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.CaseFiles.Tests.Errands;

static class ErrandService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults(new("errands", "Errands", "Errands that are run for families."));
        builder.AddAccess<ErrandDb>("errands", messaging => messaging.FollowsMembers());
        builder.Services.AddOpenApi().AddValidation();
        builder.Services.AddCaseFiles<ErrandDb>().AddFiles<Errand, ErrandResponse, OwnErrand, ErrandFiles>();
    }

    public static RouteGroupBuilder Map(WebApplication app)
    {
        app.UseServiceDefaults();
        var api = app.MapApi("/{municipality}/errands/v1");
        PlanErrand.Map(api);
        CloseErrand.Map(api);
        ListErrands.Map(api);
        api.MapFiles<Errand, ErrandResponse, OwnErrand>("errands", "errand");
        api.MapDataBreaches();
        api.MapFeed();
        api.MapAccessLog();
        return api;
    }
}

public sealed class ErrandDb(DbContextOptions<ErrandDb> options) : CaseFileDb(options)
{
    public DbSet<Errand> Errands => Set<Errand>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapDataBreaches();
        modelBuilder.MapMembers();
        modelBuilder.Entity<Errand>().IsOneRow("errands");
    }
}

sealed class ErrandFiles(ErrandDb db, IntakeClient intake) : FilesOfFamily<Errand, ErrandResponse, OwnErrand>(db, intake)
{
    public override string Key => "errand";

    public override Task<IEnumerable<Guid>> PersonsOf(Errand file, CancellationToken ct) => Task.FromResult<IEnumerable<Guid>>([file.PersonId]);

    public override DateTimeOffset BeganAt(Errand file) => file.PlannedAt;

    public override Refusal? WhyNotChanged(Errand file) => file.ClosedAt is null ? null : ErrandRefusals.Closed;

    public override Task DangerJudged(Errand file, Actor by, CancellationToken ct)
    {
        file.Reopen(by);
        return Task.CompletedTask;
    }

    public override ErrandResponse Show(Errand file, Grant grant) => new(
        file.Id, file.FamilyId, file.PersonId, file.What, file.ClosedAt, [.. file.Statements.Select(StatementResponse.Of)],
        [.. file.Clocks.Select(ClockResponse.Of)], [.. file.AcuteDangers.Select(AcuteDangerResponse.Of)], [.. file.NotKnown.Select(NotKnowingResponse.Of)], file.Version);

    public override Task<OwnErrand?> ShowOwn(Errand file, Actor reader, CancellationToken ct) => Task.FromResult(reader.PersonId is not { } person ? null : new OwnErrand(
        file.Id, file.What, [.. file.Statements.Where(said => said.PersonId == person).Select(said => OwnStatement.Of(said, file.DoorTo(person, reader.Today), reader.Account))], SharedStatement.In(file, person, reader.Account, reader.Today)));
}

public sealed record ErrandResponse(
    Guid Id, Guid FamilyId, Guid PersonId, string What, DateTimeOffset? ClosedAt, IReadOnlyList<StatementResponse> Statements,
    IReadOnlyList<ClockResponse> Clocks, IReadOnlyList<AcuteDangerResponse> AcuteDangers, IReadOnlyList<NotKnowingResponse> NotKnown, [property: JsonIgnore] int Version) : IVersioned;

public sealed record OwnErrand(Guid Id, string What, IReadOnlyList<OwnStatement> OwnStatements, IReadOnlyList<SharedStatement> SharedStatements);

public static class PlanErrand
{
    public sealed record Request(Guid PersonId, [property: Required, StringLength(2000)] string What, DateOnly On);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{familyId:guid}/errands", Handle)
        .RequireAccess("errand.plan").Idempotent().WithETag().WithName(nameof(PlanErrand)).WithSummary("Plan an errand");

    static Task<Results<Created<ErrandResponse>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid familyId, Request request, ErrandDb db, Change<Errand> change, Files<Errand, ErrandResponse> files, CancellationToken ct) =>
        change.OpenFor(familyId, async by => Errand.Plan(
            familyId, municipality, request.PersonId, request.What, request.On,
            await db.Errands.AnyAsync(one => one.FamilyId == familyId && one.ClosedAt == null, ct), await db.RecordsOf(familyId, ct), by), ct)
            .AnswerCreated(planned => $"/{municipality}/errands/v1/errands/{planned.File!.Id}", files.Show);
}

static class CloseErrand
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/errands/{id:guid}/closing", Handle)
        .RequireAccess("errand.close").RequireIfMatch().Idempotent().WithETag().WithName(nameof(CloseErrand)).WithSummary("Close an errand");

    static Task<Results<Ok<ErrandResponse>, ProblemHttpResult>> Handle(
        Guid id, Change<Errand> change, Files<Errand, ErrandResponse> files, CancellationToken ct) =>
        change.Apply(id, (errand, by) => errand.Close(by), ct).AnswerFor(files.Show);
}

public sealed record ErrandItem(Guid Id, Guid FamilyId, string What, DateTimeOffset PlannedAt);

static class ListErrands
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/errands", Handle)
        .RequireAccess("errand.list").WithName(nameof(ListErrands)).WithSummary("List the errands in your reach, newest first");

    static async Task<Ok<Page<ErrandItem>>> Handle(Municipality municipality, [AsParameters] PageQuery page, ErrandDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var found = await db.Errands.AsNoTracking().Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId))
            .NewestFirst(page, one => one.PlannedAt, one => one.Id, one => one, ct);
        return TypedResults.Ok(await access.ShowEach(
            found, one => one.FamilyId, one => [one.PersonId], one => new ErrandItem(one.Id, one.FamilyId, one.What, one.PlannedAt), ct));
    }
}
