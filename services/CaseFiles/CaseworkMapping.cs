using System.Reflection;
using Geborgen.Casework;
using Geborgen.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Geborgen.CaseFiles;

/// <summary>How aggregates are stored: each is one row, and its parts are JSON columns of it.</summary>
public static class CaseworkMapping
{
    /// <summary>
    /// Stores an aggregate with its parts. A part is a list with a field of the same name, or a property with a setter. One that is looked
    /// for by its own values, or is kept apart from the rest, has a table of its own and is mapped before.
    /// </summary>
    public static void IsOneRow<T>(this EntityTypeBuilder<T> aggregate, string table) where T : class
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        aggregate.ToTable(table);
        foreach (var part in PartsOf(typeof(T)).Where(one => aggregate.Metadata.FindNavigation(one.Name)?.TargetEntityType.IsOwned() != true))
            if (part.IsMany)
                aggregate.OwnsMany(part.Type, part.Name, AsJson);
            else
                aggregate.OwnsOne(part.Type, part.Name, AsJson);
        foreach (var computed in ComputedOf(typeof(T)))
            aggregate.Ignore(computed);
        // Of all that has ended nothing is due any more; the ticker looks for the few that are.
        if (aggregate.Metadata.ClrType.IsAssignableTo(typeof(ClockedAggregate)))
            aggregate.HasIndex(nameof(ClockedAggregate.NextClockAt)).HasFilter("next_clock_at is not null");
    }

    /// <summary>Stores what was registered in error and taken out of sight.</summary>
    public static void MapDataBreaches(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<DataBreach>(breach =>
        {
            breach.HasIndex(one => one.FamilyId);
            breach.HasIndex(one => new { one.Municipality, one.RecordedAt, one.Id });
            breach.IsOneRow("data_breaches");
        });
    }

    static void AsJson(OwnedNavigationBuilder part)
    {
        part.ToJson();
        WithParts(part);
    }

    static void WithParts(OwnedNavigationBuilder owner)
    {
        var type = owner.OwnedEntityType.ClrType;
        foreach (var part in PartsOf(type))
            if (part.IsMany)
                owner.OwnsMany(part.Type, part.Name, WithParts);
            else
                owner.OwnsOne(part.Type, part.Name, WithParts);
        foreach (var value in PropertiesOf(type).Where(one => !one.CanWrite && IsAuto(one) && !IsPart(one.PropertyType)))
            owner.Property(value.PropertyType, value.Name);
        foreach (var computed in ComputedOf(type))
            owner.Ignore(computed);
    }

    static IEnumerable<Part> PartsOf(Type type)
    {
        foreach (var property in PropertiesOf(type))
            if (IsPart(property.PropertyType) && (property.CanWrite || IsAuto(property)))
                yield return new(property.Name, property.PropertyType, IsMany: false);
            else if (PartOfList(property.PropertyType) is { } part && HasField(property))
                yield return new(property.Name, part, IsMany: true);
    }

    static IEnumerable<string> ComputedOf(Type type) =>
        PropertiesOf(type).Where(one => !one.CanWrite && !IsAuto(one) && !(PartOfList(one.PropertyType) is not null && HasField(one))).Select(one => one.Name);

    static PropertyInfo[] PropertiesOf(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public);

    /// <summary>Whether it is a type of the domain that is more than a value.</summary>
    static bool IsPart(Type type) =>
        type is { IsClass: true, Namespace: { } name } && name.StartsWith("Geborgen.", StringComparison.Ordinal) && !type.IsAssignableTo(typeof(DomainEvent));

    static Type? PartOfList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsPart(type.GenericTypeArguments[0]) ? type.GenericTypeArguments[0] : null;

    static bool IsAuto(PropertyInfo property) => Field(property, $"<{property.Name}>k__BackingField");

    static bool HasField(PropertyInfo property) => Field(property, char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

    static bool Field(PropertyInfo property, string name) => property.DeclaringType!.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    sealed record Part(string Name, Type Type, bool IsMany);
}
