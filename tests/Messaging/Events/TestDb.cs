using Geborgen.CaseFiles;
using Geborgen.Contracts.Intake;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>The database of a service that either raises events, or projects those of another, or both.</summary>
sealed class TestDb(DbContextOptions<TestDb> options) : CaseFileDb(options)
{
    public DbSet<TestFamily> Families => Set<TestFamily>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<Application> Applications => Set<Application>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<TestFamily>().IsOneRow("families");
        modelBuilder.Entity<MemberRow>(rows => rows.HasKey(row => new { row.FamilyId, row.PersonId }));
        modelBuilder.Entity<Application>();
    }
}

/// <summary>A member of a family as projected.</summary>
sealed record MemberRow(Guid FamilyId, Guid PersonId, int Version, string? Role = null, bool Removed = false) : IVersionedRow;

/// <summary>Counts each time that an event was applied: more than one row per event is one too many.</summary>
sealed class Application
{
    public long Id { get; private set; }
    public required Guid EventId { get; init; }
}

/// <summary>What a test lets go wrong.</summary>
sealed class Trouble
{
    public Func<ReceivedEvent, Exception?> With { get; set; } = _ => null;
}

/// <summary>A projection as a service writes it.</summary>
sealed class Members(Trouble trouble) : IProjection<TestDb>
{
    public static IReadOnlyList<Type> Handles { get; } = [typeof(FamilyOpened), typeof(MemberAdded), typeof(MemberRemoved)];

    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    public async Task Apply(TestDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var ids = events.Select(received => received.EventId).ToArray();
        await db.Database.ExecuteSqlAsync($"insert into applications (event_id) select unnest({ids})", ct);
        if (events.Select(trouble.With).FirstOrDefault(exception => exception is not null) is { } exception)
            throw exception;
        var all = events.Select(received => received.Event).ToList();
        await db.WriteNewer(
            all.OfType<MemberAdded>().Select(added => new MemberRow(added.FamilyId, added.Member.PersonId, added.Version, added.Member.Role)), ct);
        await db.WriteNewer(
            all.OfType<MemberRemoved>().Select(removed => new MemberRow(removed.FamilyId, removed.PersonId, removed.Version, Removed: true)), ct,
            row => new { row.Removed });
    }

    public async Task Empty(TestDb db, CancellationToken ct)
    {
        await db.Members.ExecuteDeleteAsync(ct);
        await db.Applications.ExecuteDeleteAsync(ct);
    }
}
