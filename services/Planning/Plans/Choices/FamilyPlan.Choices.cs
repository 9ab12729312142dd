using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>Where there is more than one way, the family chooses.</content>
public sealed partial class FamilyPlan
{
    /// <summary>A choice has at least so many ways.</summary>
    public const int FewestOptions = 2;

    readonly List<Choice> choices = [];

    /// <summary>What the family was offered to choose, and what it chose.</summary>
    public IReadOnlyList<Choice> Choices => choices;

    /// <summary>Offers the family at least two ways.</summary>
    public Refusal? OfferChoice(string question, IReadOnlyList<string> ways, Actor by)
    {
        ArgumentNullException.ThrowIfNull(ways);
        if (WhyNotOpen is { } closed)
            return closed;
        if (ways.Where(way => !string.IsNullOrWhiteSpace(way)).Distinct(StringComparer.OrdinalIgnoreCase).Count() < FewestOptions)
            return PlanRefusals.ChoiceWithoutOptions;
        if (WhyNotForFamily(null, by, [("question", question), .. ways.Select((way, at) => ($"options[{at}]", (string?)way))]) is { } told)
            return told;
        var choice = new Choice(Guid.CreateVersion7(by.Now), question, ways, by.Now);
        choices.Add(choice);
        Raise(new ChoiceOffered(choice.Id), by.Now);
        return null;
    }

    /// <summary>Somebody of the family who reads the plan chooses, or chooses otherwise.</summary>
    public Refusal? Choose(Guid choiceId, Guid optionId, Guid personId, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (choices.Find(one => one.Id == choiceId) is not { } choice || choice.Options.All(one => one.Id != optionId))
            return PlanRefusals.NoSuchChoice;
        if (!ReadsPlan(personId, family) || !family.BelongsOn(personId, by.Today))
            return PlanRefusals.NotAsked;
        choice.Choose(optionId, personId, by.Now);
        Raise(new ChoiceMade(choiceId, optionId), by.Now);
        return null;
    }
}
