using System.Reflection;
using Geborgen.Architecture.Tests.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;
using Geborgen.Investigation;
using Geborgen.Investigation.OwnVoice;
using Geborgen.Access;
using Geborgen.Messaging;
using Geborgen.Planning;
using Geborgen.Planning.OwnVoice;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Routing;

namespace Geborgen.Architecture.Tests;

/// <summary>Every text that a member of the family can be answered went through the one door.</summary>
public sealed class FamilyDoorTests(Region region)
{
    const string FollowsFromTheKind = "The law follows from the kind of decision, never from who writes it.";

    /// <summary>What is no text that somebody wrote, and why.</summary>
    static readonly Dictionary<string, string> Written = new()
    {
        ["Page.Next"] = "Where the next page begins; a cursor.",
        ["OwnTerm.Name"] = "The key of a time limit.",
        ["OwnContact.Decided.LegalBasis"] = FollowsFromTheKind,
        ["OwnFamily.Face.Function"] = "The key of a relation.",
        ["OwnFamily.Face.Name"] = "An organisation's name, of the registry; null where it is that of a place.",
        ["OwnFamily.Face.GivenName"] = "A worker's given name, of the directory of accounts; only of those whom the family knows by face.",
        ["OwnFamily.Face.Phone"] = "A worker's or team's number, of the directory of accounts or the registry.",
        ["OwnFamily.Closing.LegalBasis"] = FollowsFromTheKind,
        ["OwnInvestigation.Term.Name"] = "The key of a time limit.",
        ["OwnInvestigation.OwnCounterExpertise.LegalBasis"] = FollowsFromTheKind,
        ["OwnInvestigation.Decided.LegalBasis"] = FollowsFromTheKind,
        ["OwnInvestigation.Decided.Missing"] = "Codes of refusals.",
        ["OwnFamilyPlan.OwnSkipped.LegalBasis"] = FollowsFromTheKind,
    };

    /// <summary>Where the reader's own words come out as they are.</summary>
    static readonly HashSet<Type> WithOwnWords = [typeof(OwnStatement), typeof(SharedStatement), typeof(OwnFeedback), typeof(OwnKeyWorkerWish), typeof(OwnInvestigation), typeof(OwnFamilyPlan)];

    static readonly Type[] Wordless = [typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(int), typeof(bool), typeof(ForFamily)];

    static readonly Assembly[] Product =
        [typeof(Aggregate).Assembly, typeof(Api).Assembly, typeof(ServiceDb).Assembly, typeof(OwnStatement).Assembly, typeof(IntakeDb).Assembly, typeof(InvestigationDb).Assembly, typeof(PlanningDb).Assembly, typeof(FamilyViewDb).Assembly];

    [Fact]
    public void Every_text_for_the_family_went_through_the_door()
    {
        var answers = region.Routes.Where(IsForFamily).SelectMany(Answers.Of).Distinct().ToList();

        Assert.Superset(new HashSet<Type> { typeof(Page<OwnContact>), typeof(Page<OwnFamily>), typeof(Page<OwnInvestigation>), typeof(Page<OwnFamilyPlan>), typeof(Submission) }, answers.ToHashSet());
        Assert.Equal(Written.Keys.Order(), answers.SelectMany(TextsOf).Distinct().Order());
    }

    [Fact]
    public void A_text_that_did_not_is_found_wherever_it_stands() => Assert.Equal(
        ["FamilyDoorTests.Answer.Any", "FamilyDoorTests.Answer.Plain", "FamilyDoorTests.Part.ByKey", "FamilyDoorTests.Part.Deep"],
        TextsOf(typeof(Page<Answer>)).Distinct().Except(["Page.Next"]));

    [Fact]
    public void Only_the_door_makes_what_the_family_reads() => Assert.Equal(
        [typeof(FamilyDoor)], Product.SelectMany(assembly => assembly.GetTypes()).Where(type => Makes(type)).Select(Outermost).Distinct());

    [Fact]
    public void Own_words_come_out_where_they_are_known_to_be_the_readers() => Assert.Equal(
        WithOwnWords.OrderBy(type => type.Name),
        Product.SelectMany(assembly => assembly.GetTypes()).Where(CallsOwn).Select(Outermost).Distinct().OrderBy(type => type.Name));

    static bool IsForFamily(RouteEndpoint route) => route.Metadata.GetMetadata<AccessRequirement>() is { } required
        && required.Resources.Any(resource => Matrix.MayUse(resource, Roles.FamilyMember));

    static IEnumerable<string> TextsOf(Type answer) =>
        from type in Answers.Reached(answer)
        from property in Answers.Shown(type)
        where Answers.Parts(property.PropertyType).Any(part => !part.IsEnum && !Wordless.Contains(part) && !Answers.IsOurs(part))
        select $"{NameOf(type)}.{property.Name}";

    static string NameOf(Type type) => (type.DeclaringType is { } outer ? NameOf(outer) + "." : "") + type.Name.Split('`')[0];

    static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    static bool Makes(Type type) => Named(type).OfType<ConstructorInfo>().Any(made => made.DeclaringType == typeof(ForFamily)) && Outermost(type) != typeof(ForFamily);

    static bool CallsOwn(Type type) => Named(type).Any(member => member is MethodInfo { Name: nameof(FamilyDoor.Own) } && member.DeclaringType == typeof(FamilyDoor));

    static IEnumerable<MemberInfo> Named(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)).SelectMany(CompiledCode.Named);
    }

    /// <summary>An answer as nobody gives it.</summary>
    sealed record Answer(Guid Id, string Plain, object? Any, IReadOnlyList<Part> Parts, ForFamily? Told);

    /// <summary>A part of it.</summary>
    sealed record Part(IReadOnlyList<string[]> Deep, Dictionary<string, int> ByKey, Part? Below);
}
