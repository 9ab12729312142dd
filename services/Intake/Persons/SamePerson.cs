using Geborgen.Intake.Families;

namespace Geborgen.Intake.Persons;

/// <summary>Which ids are of one person: files of the same person each have their own.</summary>
public sealed class SamePerson
{
    readonly Dictionary<Guid, Guid> one = [];

    /// <summary>Each id is a person of its own until it is joined with another.</summary>
    public SamePerson()
    {
    }

    /// <summary>What workers of some files found, and who became one member by a merge.</summary>
    public SamePerson(IEnumerable<Family> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            foreach (var member in file.Members)
                Join(member.PersonId, member.PersonId);
            foreach (var link in file.Links.Where(link => link.UndoneAt is null))
                Join(link.PersonId, link.KnownPersonId);
            foreach (var joined in file.Joined)
                Join(joined.MemberId, joined.PersonId);
        }
    }

    /// <summary>All ids that were named.</summary>
    public IEnumerable<Guid> Known => one.Keys;

    /// <summary>Two ids are of one person.</summary>
    public void Join(Guid id, Guid other)
    {
        var (first, second) = (Of(id), Of(other));
        one[first] = first;
        one[second] = first;
    }

    /// <summary>The one id that stands for a person.</summary>
    public Guid Of(Guid id)
    {
        while (one.TryGetValue(id, out var next) && next != id)
            id = next;
        return id;
    }
}
