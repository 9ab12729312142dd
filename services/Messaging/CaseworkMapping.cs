using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Geborgen.Messaging;

/// <summary>How the parts that all services share are stored with the aggregate that holds them.</summary>
public static class CaseworkMapping
{
    const string Owner = "owner_id";

    /// <summary>Stores the clocks of an aggregate.</summary>
    /// <typeparam name="T">The aggregate.</typeparam>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="table">The table of the clocks.</param>
    public static void HasClocks<T>(this EntityTypeBuilder<T> aggregate, string table) where T : ClockedAggregate
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        aggregate.OwnsMany(one => one.Clocks, clock => Own(clock, table, one => one.Id));
    }

    /// <summary>
    /// Stores the clocks and the statements of a case file, with versions, contests and with whom each was shared, and
    /// what nobody knows and who was judged to be in acute danger.
    /// </summary>
    /// <typeparam name="T">The case file.</typeparam>
    /// <param name="file">The case file.</param>
    /// <param name="name">How its tables begin, in the singular.</param>
    public static void HasStatements<T>(this EntityTypeBuilder<T> file, string name) where T : CaseFile
    {
        ArgumentNullException.ThrowIfNull(file);
        file.HasClocks($"{name}_clocks");
        file.OwnsMany(one => one.Statements, statement =>
        {
            Own(statement, $"{name}_statements", one => one.Id);
            statement.OwnsMany(one => one.Earlier, version => Own(version, $"{name}_statement_versions", one => one.Id));
            statement.OwnsMany(one => one.Contests, contest => Own(contest, $"{name}_statement_contests", one => one.Id));
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
        file.OwnsMany(one => one.AcuteDangers, danger => Own(danger, $"{name}_acute_dangers", one => one.Id));
        file.OwnsMany(one => one.NotKnown, record =>
        {
            Own(record, $"{name}_not_known", one => one.Id);
            record.OwnsMany(one => one.Reviews, review => Own(review, $"{name}_not_known_reviews", one => one.Id));
        });
    }

    /// <summary>Stores what was registered in error and taken out of sight.</summary>
    /// <param name="model">The model of the service that has files.</param>
    public static void MapDataBreaches(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<DataBreach>(breach =>
        {
            breach.ToTable("data_breaches");
            breach.HasIndex(one => one.FamilyId);
            breach.HasIndex(one => new { one.Municipality, one.RecordedAt, one.Id });
            breach.HasClocks("data_breach_clocks");
            breach.OwnsMany(one => one.Recipients, recipient => Own(recipient, "data_breach_recipients", one => one.Id));
            breach.OwnsOne(one => one.Assessment, assessment => assessment.ToTable("data_breach_assessments"));
        });
    }

    static void Own<TOwner, T>(OwnedNavigationBuilder<TOwner, T> owned, string table, System.Linq.Expressions.Expression<Func<T, object?>> key)
        where TOwner : class where T : class
    {
        owned.ToTable(table);
        owned.WithOwner().HasForeignKey(Owner);
        owned.HasKey(key);
        owned.Property(key).ValueGeneratedNever();
    }
}
