using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Contracts;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Messaging;

namespace Geborgen.Architecture.Tests;

/// <summary>Events carry ids, codes, dates and versions. Words stay at the source.</summary>
public sealed class EventTests
{
    /// <summary>The texts that an event may hold: codes, and the ids of accounts, teams and organisations.</summary>
    static readonly string[] Codes =
    [
        "Municipality", "Kind", "Role", "Relation", "Worker", "Team", "Organisation", "Term", "Account",
        "Outcome", "Remedy", "Author", "Change", "AgendaItem", "ToMunicipality", "Owner", "Changed", "Cause",
    ];

    static readonly Type[] Facts = [typeof(Guid), typeof(int), typeof(DateTimeOffset), typeof(DateOnly)];

    /// <summary>Kinds of events that a service raises and no other service listens to yet.</summary>
    static readonly Type[] NobodyYet = [];

    public static TheoryData<Type> Events => [.. EventCatalogue.All.Values];

    [Fact]
    public void Every_event_stands_in_the_catalogue() => Assert.Equal(
        typeof(DomainEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(DomainEvent)) && !type.IsAbstract).OrderBy(type => type.Name),
        EventCatalogue.All.Values.OrderBy(type => type.Name));

    [Fact]
    public void No_service_has_events_of_its_own_outside_the_contracts() => Assert.Equal(
        [typeof(Heartbeat)],
        new[] { typeof(ServiceDb), typeof(AccessDb), typeof(CaseFileDb), typeof(IntakeDb), typeof(InvestigationDb), typeof(FamilyViewDb) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(DomainEvent))));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_holds_no_words_and_nothing_about_a_person_but_ids(Type type) => Assert.Empty(Words(type));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_sealed_and_can_not_change(Type type)
    {
        Assert.True(type.IsSealed);
        Assert.NotNull(type.GetMethod("<Clone>$"));
    }

    [Theory]
    [InlineData("intake", typeof(IntakeDb), typeof(FamilyViewDb))]
    [InlineData("investigation", typeof(InvestigationDb), typeof(FamilyViewDb))]
    [InlineData("family-view", typeof(FamilyViewDb), typeof(IntakeDb))]
    public void Somebody_listens_to_every_event_that_a_service_raises(string service, Type raiser, Type listener)
    {
        var raised = Code.MadeIn(raiser.Assembly).Where(EventCatalogue.All.Values.Contains).ToArray();

        Assert.NotEmpty(raised);
        Assert.Equal(NobodyYet, raised.Except(HeardBy(listener, service)));
    }

    /// <summary>What the projections of a service, and the one that all have, take from another.</summary>
    static IEnumerable<Type> HeardBy(Type db, string source) =>
        from projection in db.Assembly.GetTypes().Append(typeof(InvolvementProjection<>).MakeGenericType(db))
        where projection.IsAssignableTo(typeof(IProjection<>).MakeGenericType(db)) && projection.IsClass
        where Static<string>(projection, nameof(IProjection<>.Sources)).Contains(source)
        from type in Static<Type>(projection, nameof(IProjection<>.Handles))
        select type;

    static IReadOnlyList<T> Static<T>(Type type, string property) => (IReadOnlyList<T>)type.GetProperty(property)!.GetValue(null)!;

    static IEnumerable<string> Words(Type type) => type.GetProperties().SelectMany(property =>
    {
        var held = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var item = held.IsGenericType && held.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? held.GetGenericArguments()[0] : held;
        return Facts.Contains(item) || (item == typeof(string) && Codes.Contains(property.Name)) ? []
            : item.Assembly == type.Assembly ? Words(item)
            : [$"{type.Name}.{property.Name} is a {item.Name}"];
    });
}
