using Geborgen.Intake.Contacts;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <summary>
/// The files of one origin: those that went into one another, if only for a while, and those that were split off. What is kept from somebody,
/// what somebody was not told and who is in danger is about persons, who go from one file to the other.
/// </summary>
/// <param name="families">The families of the files, all of them.</param>
public sealed partial class Kin(IReadOnlyCollection<Family> families)
{
    readonly Dictionary<Guid, Family> files = families.ToDictionary(one => one.Id);
    readonly SamePerson same = new(families);

    /// <summary>The files.</summary>
    public IReadOnlyCollection<Guid> Files => files.Keys;

    /// <summary>Those among them that are of one origin with a file.</summary>
    public Kin Of(Guid file)
    {
        var found = new HashSet<Guid> { file };
        for (var open = new Queue<Guid>(found); open.TryDequeue(out var at);)
            foreach (var next in files[at].TiedTo.Where(found.Add))
                open.Enqueue(next);
        return new([.. found.Select(one => files[one])]);
    }

    /// <summary>Whether a person knows something, under whichever id.</summary>
    public bool Knows(Guid personId, Func<Guid, bool> knows)
    {
        ArgumentNullException.ThrowIfNull(knows);
        return knows(personId) || Persons.Where(one => AreSame(one, personId)).Any(knows);
    }

    /// <summary>Whether a person knows of a contact, under whichever id: the person was told, spoke of it, or sent it as a call for help.</summary>
    public bool Knows(Guid personId, Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Knows(personId, contact.Knows) || CallersOf(contact).Any(one => AreSame(one, personId));
    }

    /// <summary>Who called for help by a contact: whose words it was sent with, and who is known by now to stand behind the login under which it was sent.</summary>
    public IEnumerable<Guid> CallersOf(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact is not { IsOwnCall: true, Sender: { } sender } ? [] : PersonBehind(sender) is { } behind ? contact.Callers.Append(behind) : contact.Callers;
    }

    /// <summary>The person to whom workers tied an account in some of the files, also one who left since; null where that is nobody, or where they are two.</summary>
    public Guid? PersonBehind(string account)
    {
        var behind = files.Values.SelectMany(one => one.Members).Where(one => one.Account == account).Select(one => one.PersonId).DistinctBy(same.Of).ToList();
        return behind is [var one] ? one : null;
    }

    /// <summary>The file in which an account was tied to somebody, other than by a merge that brought that one along: a given one, else the first.</summary>
    public Guid? KnownUnder(string account, Guid file) => files.Values.Where(one => one.Members.Any(member => member.Account == account && member.CameBy is null))
        .OrderBy(one => one.Id != file).ThenBy(one => one.Id).FirstOrDefault()?.Id;

    /// <summary>Which ids are of one person, for who finds more of that.</summary>
    public SamePerson SamePersons() => new(files.Values);

    /// <summary>Whether two ids are of one person: who was registered in two files has one in each.</summary>
    public bool AreSame(Guid one, Guid other) => same.Of(one) == same.Of(other);

    /// <summary>The ids under which persons stand in a file.</summary>
    public Guid[] AsIn(Guid file, IEnumerable<Guid> persons) => [.. persons
        .Select(one => files[file].Members.Select(member => member.PersonId).OrderBy(member => member == one ? 0 : 1).FirstOrDefault(member => AreSame(member, one), one)).Distinct()];

    /// <summary>Who was named in a file by what came in there: who came over from another was named in that one, and who was added to both together in both.</summary>
    public IReadOnlyCollection<Guid> NamedIn(Guid file)
    {
        var merged = files[file].Merges.Where(one => one.UndoneAt is null).Select(one => one.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return [.. files[file].Members.Where(one => one.CameBy is null && one.RecordedAt < merged).Select(one => one.PersonId)];
    }

    /// <summary>Who belongs to them, and who once did.</summary>
    public IEnumerable<Guid> Persons => PersonsOf(files.Keys);

    /// <summary>Who belongs to some of them, and who once did.</summary>
    public IEnumerable<Guid> PersonsOf(params IEnumerable<Guid> some) => some.SelectMany(one => files[one].Members).Select(one => one.PersonId).Distinct();

    /// <summary>The family whose file is in use for a file.</summary>
    public Family InUse(Guid file) => files[file] is { MergedInto: { } into } ? InUse(into) : files[file];

    /// <summary>
    /// The families of whose file something is that was recorded about a person in one of the files: those to which the person belongs now, and
    /// while that is none, the one for which the file goes on.
    /// </summary>
    public IReadOnlyList<Family> WhoseIs(Guid personId, Guid recordedIn)
    {
        var homes = files.Values.Where(one => one.Members.Any(member => member.Until is null && AreSame(member.PersonId, personId))).OrderBy(one => one.Id).ToList();
        return homes.Count > 0 ? homes : [InUse(recordedIn)];
    }

    /// <summary>
    /// Since when what came into a file counts in another one as well: since it came, or since the two became one, if only for a while. A file that
    /// was split off was one with the other from the beginning.
    /// </summary>
    public DateTimeOffset CountsSince(Guid file, Guid cameInto, DateTimeOffset cameAt)
    {
        var since = new Dictionary<Guid, DateTimeOffset> { [file] = DateTimeOffset.MinValue };
        for (var open = new Queue<Guid>([file]); open.TryDequeue(out var at);)
            foreach (var (next, tied) in TiesOf(at))
            {
                var both = Later(since[at], tied);
                if (since.TryGetValue(next, out var known) && known <= both)
                    continue;
                since[next] = both;
                open.Enqueue(next);
            }
        return Later(since[cameInto], cameAt);
    }

    /// <summary>
    /// Whether what came into a file is about somebody: who belongs to it or to the one into which it went, and who did when it came. Two households
    /// that were taken for one share only what came meanwhile. Of whom nothing is known it may be about.
    /// </summary>
    public bool Concerns(Guid personId, Guid cameInto, DateTimeOffset cameAt)
    {
        var ids = Persons.Where(one => AreSame(one, personId)).ToHashSet();
        for (Guid? at = cameInto; at is { } file && ids.Count > 0; at = files[file].MergedInto)
            if (files[file].WasOf(ids, cameAt))
                return true;
        return ids.Count == 0;
    }

    /// <summary>
    /// The files of a family in which a login was tied to one of its members, the one first by which the member knows the family: one that went into
    /// another, the first to be opened, or the file in use.
    /// </summary>
    public IReadOnlyList<Family> OwnFiles(Guid personId, Guid inUse) =>
        [.. files.Values.Where(one => InUse(one.Id).Id == inUse && one.Members.Any(member => member.Account is not null && AreSame(member.PersonId, personId)))
            .OrderBy(one => one.Id == inUse).ThenBy(one => one.Id)];

    /// <summary>The files of the family whose file is in use: its own, and those that went into it, however often.</summary>
    public IReadOnlyList<Guid> FilesOf(Guid inUse) => [.. files.Keys.Where(one => InUse(one).Id == inUse)];

    /// <summary>Who must be told of a report that came into a file: those whom it concerns, in whichever file they are now, as that file knows them.</summary>
    public IReadOnlyCollection<Guid> MustHear(Guid cameInto, DateTimeOffset cameAt, DateTimeOffset now) => AsIn(
        cameInto, files.Values.Where(one => one.MergedInto is null).SelectMany(one => one.MustHearOfReports(now)).Where(one => Concerns(one, cameInto, cameAt)));

    IEnumerable<(Guid File, DateTimeOffset Since)> TiesOf(Guid file) => files[file].TiedTo.Select(other => (other, Later(MergedAt(file, other), MergedAt(other, file))));

    DateTimeOffset MergedAt(Guid file, Guid other) =>
        files[file].Merges.Where(one => one.OtherFamilyId == other).Select(one => one.At).DefaultIfEmpty(DateTimeOffset.MinValue).Min();

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
