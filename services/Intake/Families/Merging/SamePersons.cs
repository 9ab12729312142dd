using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <summary>Finds who was registered in two files: by the same number, or because a worker found so or tied one login to both.</summary>
sealed class SamePersons(IntakeDb db, BsnSeal seal)
{
    /// <summary>Which present members of another family are present members of a family, by their ids there and here.</summary>
    public async Task<Dictionary<Guid, Guid>> Of(Family family, Family other, CancellationToken ct)
    {
        var (ours, theirs) = (await db.PresentIn(family, ct), await db.PresentIn(other, ct));
        return (
            from their in theirs
            let number = seal.Known(their.Bsn)
            from our in ours
            where our.Id != their.Id && ours.All(one => one.Id != their.Id)
                && ((number is not null && our.Carries(number)) || family.IsLinked(our.Id, their.Id) || other.IsLinked(their.Id, our.Id)
                    || (family.AccountOf(our.Id) is { } login && login == other.AccountOf(their.Id)))
            group our.Id by their.Id into same
            select (same.Key, same.First())).ToDictionary();
    }
}
