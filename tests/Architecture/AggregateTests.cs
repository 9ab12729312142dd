using System.Runtime.CompilerServices;
using Geborgen.Casework;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Planning;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Architecture.Tests;

/// <summary>Rules stand in the aggregates, which know nothing of how they are stored, asked or told of.</summary>
public sealed class AggregateTests
{
    static readonly string[] Techniques =
    [
        "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions", "Npgsql", "MassTransit", "RabbitMQ",
        "System.Net", "Geborgen.Messaging", "Geborgen.Access", "Geborgen.CaseFiles", "Geborgen.ServiceDefaults",
    ];

    /// <summary>The shared domain code, and what services keep with all that it is made of.</summary>
    public static readonly Type[] Domain =
    [
        .. typeof(Aggregate).Assembly.GetExportedTypes().Where(type => !type.IsEnum),
        .. new[] { typeof(IntakeDb), typeof(InvestigationDb), typeof(PlanningDb), typeof(FamilyViewDb) }.SelectMany(Kept).Distinct(),
    ];

    public static TheoryData<Type> DomainTypes => [.. Domain];

    [Fact]
    public void Every_aggregate_is_looked_at() => Assert.Empty(
        new[] { typeof(IntakeDb), typeof(InvestigationDb), typeof(PlanningDb), typeof(FamilyViewDb) }.SelectMany(db => db.Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Aggregate))).Except(Domain));

    [Theory]
    [MemberData(nameof(DomainTypes))]
    public void The_domain_knows_no_technique(Type type) => Assert.DoesNotContain(
        Code.TypesOf(type), used => Techniques.Any(technique => used.Assembly.GetName().Name!.StartsWith(technique, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(DomainTypes))]
    public void State_is_changed_by_the_domain_alone(Type type) => Assert.DoesNotContain(
        type.GetProperties(), property => property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

    [Theory]
    [MemberData(nameof(DomainTypes))]
    public void No_field_is_open_to_change(Type type) => Assert.DoesNotContain(
        type.GetFields(), field => field is { IsLiteral: false, IsInitOnly: false });

    static IEnumerable<Type> Kept(Type db)
    {
        var found = new HashSet<Type>();
        var next = new Queue<Type>(db.GetProperties()
            .Where(property => property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(property => property.PropertyType.GetGenericArguments()[0]));
        while (next.TryDequeue(out var type))
        {
            if (type.Assembly != db.Assembly || type.IsEnum || !found.Add(type))
                continue;
            foreach (var part in type.GetProperties().Select(property => property.PropertyType))
                foreach (var one in part.GetGenericArguments().Append(part))
                    next.Enqueue(one);
        }
        return found;
    }
}
