using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Geborgen.CaseFiles;

/// <summary>How the parts that all services share are stored with the aggregate that holds them.</summary>
public static class CaseworkMapping
{
    const string Owner = "owner_id";

    /// <summary>Stores the clocks of an aggregate.</summary>
    public static void HasClocks<T>(this EntityTypeBuilder<T> aggregate, string table) where T : ClockedAggregate
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        aggregate.OwnsMany(one => one.Clocks, clock =>
        {
            clock.InTable(table, Owner);
            // Terms that run or wait are few beside those that ended; work lists look for the ones that end soon, and for those that wait.
            clock.HasIndex(one => one.WarnAt).HasFilter("stopped_at is null and paused_at is null");
            clock.HasIndex(one => one.PausedAt).HasFilter("paused_at is not null");
        });
    }

    /// <summary>
    /// Stores the clocks and the statements of a case file, with versions, contests and with whom each was shared, and
    /// what nobody knows and who was judged to be in acute danger.
    /// </summary>
    public static void HasStatements<T>(this EntityTypeBuilder<T> file, string name) where T : CaseFile
    {
        ArgumentNullException.ThrowIfNull(file);
        file.HasClocks($"{name}_clocks");
        file.OwnsMany(one => one.Statements, statement =>
        {
            statement.InTable($"{name}_statements", Owner);
            statement.OwnsMany(one => one.Earlier, version => version.InTable($"{name}_statement_versions", Owner));
            statement.OwnsMany(one => one.Contests, contest => contest.InTable($"{name}_statement_contests", Owner));
            statement.OwnsMany(one => one.SharedWith, sharing =>
            {
                sharing.ToTable($"{name}_statement_sharings");
                sharing.WithOwner().HasForeignKey(Owner);
                sharing.HasKey(Owner, nameof(Sharing.PersonId));
                sharing.Property(one => one.PersonId).ValueGeneratedNever();
            });
            statement.OwnsOne(one => one.Withheld);
        });
        file.Ignore(one => one.InAcuteDanger);
        file.OwnsMany(one => one.AcuteDangers, danger => danger.InTable($"{name}_acute_dangers", Owner));
        file.OwnsMany(one => one.NotKnown, record =>
        {
            record.InTable($"{name}_not_known", Owner);
            record.OwnsMany(one => one.Reviews, review => review.InTable($"{name}_not_known_reviews", Owner));
        });
    }

    /// <summary>Stores what was registered in error and taken out of sight.</summary>
    public static void MapDataBreaches(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<DataBreach>(breach =>
        {
            breach.ToTable("data_breaches");
            breach.HasIndex(one => one.FamilyId);
            breach.HasIndex(one => new { one.Municipality, one.RecordedAt, one.Id });
            breach.HasClocks("data_breach_clocks");
            breach.OwnsMany(one => one.Recipients, recipient => recipient.InTable("data_breach_recipients", Owner));
            breach.OwnsOne(one => one.Assessment, assessment => assessment.ToTable("data_breach_assessments"));
        });
    }

    /// <summary>Stores the parts of an aggregate, each with an id of its own, in a table.</summary>
    public static void InTable<TOwner, T>(this OwnedNavigationBuilder<TOwner, T> part, string table, string owner)
        where TOwner : class where T : class
    {
        ArgumentNullException.ThrowIfNull(part);
        part.ToTable(table);
        part.WithOwner().HasForeignKey(owner);
        part.HasKey("Id");
        part.Property<Guid>("Id").ValueGeneratedNever();
    }
}
