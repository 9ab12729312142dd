using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Investigation;
using Geborgen.Investigation.Investigations;
using Geborgen.Messaging;
using Geborgen.Planning;
using Geborgen.Planning.Plans;

namespace Geborgen.Architecture.Tests;

/// <summary>Events carry ids, codes, dates and versions. Words stay at the source.</summary>
public sealed class EventTests
{
    /// <summary>The directory of accounts: who is named is looked up there, and who acts is the caller of a token.</summary>
    const string Directory = "the directory of accounts";

    /// <summary>The register of organisations, with their teams and municipalities.</summary>
    const string Organisations = "deploy/organisations.json";

    /// <summary>
    /// Where each text of an event comes from: a closed set of codes, the directory or a register. None of them does a client choose freely.
    /// Of two events that say the same of something the part before the dot is left out.
    /// </summary>
    static readonly Dictionary<string, object> Texts = new()
    {
        ["Municipality"] = Organisations,
        ["ToMunicipality"] = Organisations,
        ["Organisation"] = Organisations,
        ["Team"] = Organisations,
        ["Worker"] = Directory,
        ["Account"] = Directory,
        ["Relation"] = Relations.All,
        ["Term"] = "deploy/time-limits.json",
        ["Remedy"] = typeof(Remedy),
        ["AgendaItem"] = "deploy/knowledge-agenda.json",
        ["ClockStarted.Owner"] = typeof(ClockOwner),
        ["DecisionPublished.Kind"] = "deploy/decision-kinds.json",
        ["DecisionPublished.Outcome"] = "deploy/decision-kinds.json",
        ["StatementRecorded.Author"] = typeof(StatementAuthor),
        ["StatementRecorded.Kind"] = typeof(StatementKind),
        ["StatementChanged.Change"] = typeof(StatementChange),
        ["StatementContested.Outcome"] = typeof(ContestOutcome),
        ["StatementContestSettled.Outcome"] = typeof(ContestOutcome),
        ["DataBreachRecorded.Kind"] = typeof(BreachSubject),
        ["DataBreachAssessed.Outcome"] = new[] { "notified", "notNotified" },
        ["ContactRegistered.Kind"] = typeof(ContactKind),
        ["ContactTriaged.Outcome"] = typeof(TriageOutcome),
        ["FamilyMember.Role"] = typeof(MemberRole),
        ["AuthorityRecorded.Kind"] = typeof(AuthorityKind),
        ["FamilyReopened.Cause"] = typeof(ReopeningCause),
        ["PersonParticularsChanged.Changed"] = new[] { "givenName", "familyName", "birthDate", "dueDate", "bsn", "language", "needsInterpreter" },
        ["SafetyAgreementEvaluated.Outcome"] = typeof(SafetyAgreementOutcome),
        ["ImmediateActionTaken.Kind"] = typeof(ImmediateActionKind),
        ["InvestigationOpened.Kind"] = typeof(InvestigationKind),
        ["InvestigationConcluded.Outcome"] = typeof(ConclusionOutcome),
        ["ConcernedChanged.Change"] = new[] { "child", "parent", "adult", "ended" },
        ["SourceTellingRecorded.Outcome"] = new[] { "told", "notYet" },
        ["CounterExpertiseAnswered.Outcome"] = new[] { "granted", "refused" },
        ["Domain"] = typeof(LifeDomain),
        ["PlanOpened.Cause"] = typeof(PlanCause),
        ["LifeDomainDescribed.View"] = typeof(DomainView),
        ["ConditionSet.Source"] = typeof(ConditionSource),
        ["PlanAnswered.Answer"] = typeof(PlanAnswerCode),
        ["PlanJoined.Kind"] = typeof(PartnerKind),
        ["PlanAgreementEvaluated.Outcome"] = typeof(AgreementOutcome),
        ["Usefulness"] = typeof(PlanUsefulness),
        ["PlanEvaluated.WorkingElements"] = typeof(WorkingElement),
        ["GoalJudged.Outcome"] = typeof(GoalOutcome),
        ["SupportChanged.State"] = typeof(SupportState),
        ["BarrierRaised.Kind"] = typeof(BarrierKind),
        ["BarrierAnswered.Outcome"] = new[] { "taken", "notTaken" },
        ["PlanClosed.Outcome"] = typeof(PlanOutcome),
    };

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
        new[] { typeof(ServiceDb), typeof(AccessDb), typeof(CaseFileDb), typeof(IntakeDb), typeof(InvestigationDb), typeof(PlanningDb), typeof(FamilyViewDb) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(DomainEvent))));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_holds_no_words_and_nothing_about_a_person_but_ids(Type type) => Assert.Empty(Words(type));

    [Fact]
    public void Each_text_comes_from_a_closed_set_the_directory_or_a_register_that_is_there() => Assert.All(Texts, text => Assert.True(
        text.Value is Type { IsEnum: true } or IEnumerable<string>
            || (text.Value is string source && (source == Directory || Repository.Read(source).Length > 0)), text.Key));

    [Fact]
    public void No_text_is_named_that_no_event_holds() => Assert.Empty(
        Texts.Keys.Except(Events.Select(row => row.Data).SelectMany(TextsOf).SelectMany(text => new[] { text, text[(text.IndexOf('.', StringComparison.Ordinal) + 1)..] })));

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
    [InlineData("planning", typeof(PlanningDb), typeof(FamilyViewDb))]
    [InlineData("family-view", typeof(FamilyViewDb), typeof(IntakeDb))]
    public void Somebody_listens_to_every_event_that_a_service_raises(string service, Type raiser, Type listener)
    {
        var raised = Code.MadeIn(raiser.Assembly).Where(EventCatalogue.All.Values.Contains).ToArray();

        Assert.NotEmpty(raised);
        Assert.Equal(NobodyYet, raised.Except(HeardBy(listener, service)));
    }

    /// <summary>What the projections of a service, the one that all have, and its reactions take from another.</summary>
    static IEnumerable<Type> HeardBy(Type db, string source) => (
        from projection in db.Assembly.GetTypes().Append(typeof(InvolvementProjection<>).MakeGenericType(db))
        where projection.IsAssignableTo(typeof(IProjection<>).MakeGenericType(db)) && projection.IsClass
        where Static<string>(projection, nameof(IProjection<>.Sources)).Contains(source)
        from type in Static<Type>(projection, nameof(IProjection<>.Handles))
        select type)
        .Concat(
            from reaction in db.Assembly.GetTypes()
            from reacts in reaction.GetInterfaces()
            where reacts.IsGenericType && reacts.GetGenericTypeDefinition() == typeof(IReacts<>)
            select reacts.GenericTypeArguments[0]);

    static IReadOnlyList<T> Static<T>(Type type, string property) => (IReadOnlyList<T>)type.GetProperty(property)!.GetValue(null)!;

    static IEnumerable<string> Words(Type type) => type.GetProperties().SelectMany(property =>
    {
        var held = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var item = held.IsGenericType && held.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? held.GetGenericArguments()[0] : held;
        return Facts.Contains(item) || (item == typeof(string) && (Texts.ContainsKey(property.Name) || Texts.ContainsKey($"{type.Name}.{property.Name}"))) ? []
            : item.Assembly == type.Assembly ? Words(item)
            : [$"{type.Name}.{property.Name} is a {item.Name}"];
    });

    static IEnumerable<string> TextsOf(Type type) => type.GetProperties().SelectMany(property =>
        property.PropertyType == typeof(string) || property.PropertyType == typeof(IReadOnlyList<string>) ? [$"{type.Name}.{property.Name}"]
        : (property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments() : [property.PropertyType]).Where(part => part.Assembly == type.Assembly).SelectMany(TextsOf));
}
