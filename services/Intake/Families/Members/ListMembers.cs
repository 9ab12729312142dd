using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads who belongs to a family, as its own file knows them, and what other files share of them.</summary>
public static class ListMembers
{
    /// <summary>A member; what is not known is null.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Role">The role in the family.</param>
    /// <param name="GivenName">Given names.</param>
    /// <param name="FamilyName">Family name.</param>
    /// <param name="BirthDate">The date of birth.</param>
    /// <param name="DueDate">When the birth is expected.</param>
    /// <param name="From">The first day of the membership.</param>
    /// <param name="Until">The last day of the membership, or null.</param>
    /// <param name="Rights">What the member may decide by age now.</param>
    /// <param name="RightsChangeOn">When that switches next; null when it does not, or nobody knows.</param>
    /// <param name="Language">The language in which the member is spoken with (BCP 47).</param>
    /// <param name="NeedsInterpreter">Whether an interpreter is needed, who is never a relative.</param>
    /// <param name="DiedOn">The date of death, or null.</param>
    /// <param name="Authority">Who has authority over this child, as was recorded, the latest first; empty for others.</param>
    /// <param name="KnownSince">Since when this is known here.</param>
    /// <param name="WrongRoles">Roles that were recorded wrongly in this membership and were corrected, the latest first.</param>
    public sealed record Item(
        Guid PersonId, MemberRole Role, string? GivenName, string? FamilyName,
        DateOnly? BirthDate, DateOnly? DueDate, DateOnly From, DateOnly? Until,
        AgeClass Rights, DateOnly? RightsChangeOn, string? Language, bool NeedsInterpreter, DateOnly? DiedOn, IReadOnlyList<Authority> Authority,
        DateTimeOffset KnownSince, IReadOnlyList<WrongRole> WrongRoles);

    /// <summary>A role that was recorded wrongly.</summary>
    /// <param name="Role">The role that stood there.</param>
    /// <param name="Reason">Why it was wrong.</param>
    /// <param name="By">The account of the worker who corrected it.</param>
    /// <param name="Until">Until when it stood there.</param>
    public sealed record WrongRole(MemberRole Role, string Reason, string By, DateTimeOffset Until);

    /// <summary>What was recorded about authority over a child.</summary>
    /// <param name="ParentId">The parent or guardian.</param>
    /// <param name="Kind">What was found.</param>
    /// <param name="Source">Where it was found.</param>
    /// <param name="From">From when it holds.</param>
    /// <param name="Until">When authority or guardianship ends or ended by law: the child's 18th birthday; null where that is not known.</param>
    public sealed record Authority(Guid ParentId, AuthorityKind Kind, string Source, DateOnly From, DateOnly? Until);

    /// <summary>The members.</summary>
    /// <param name="Items">All of them, past ones included.</param>
    /// <param name="Shared">As other files know and share them.</param>
    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<Item> Shared);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/members", Handle)
        .RequireAccess("family.members")
        .WithName(nameof(ListMembers)).WithSummary("List the members of a family");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, SharedWithUs shared, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        var persons = await db.Persons.AsNoTracking().Where(one => one.FamilyId == id).ToDictionaryAsync(one => one.Id, ct);
        var members = family.Members.Select(member => (Member: member, Person: persons[member.PersonId]))
            .OrderBy(one => one.Member.Role).ThenBy(one => one.Person.BirthDate).ThenBy(one => one.Person.Id).ToList();
        var authorities = family.Authorities.Where(one => one.WithdrawnAt is null).OrderByDescending(one => one.From).ThenByDescending(one => one.RecordedAt).ToLookup(one => one.ChildId);
        var elsewhere = await shared.Particulars(await shared.Of(family, ct), ct);
        await access.Log(grant, members.Select(one => one.Person.Id), ct);
        var today = WorkingDays.DateOf(time.GetUtcNow());
        return TypedResults.Ok(new Response(
            [.. members.Select(one => ItemOf(one.Member, one.Person, authorities[one.Person.Id], family.RoleCorrections, today))],
            [.. elsewhere.Select(one => ItemOf(family.MembersAt(time.GetUtcNow()).First(member => member.PersonId == one.Shared.PersonId), one.Person, [], [], today))]));
    }

    static Item ItemOf(Membership member, Person person, IEnumerable<ParentalAuthority> authorities, IEnumerable<RoleCorrection> corrections, DateOnly today)
    {
        var rights = Persons.Rights.Of(person.BirthDate, person.DueDate, today);
        DateOnly? ofAge = person.BirthDate is { } born ? Persons.Rights.BirthdayOf(born, Persons.Rights.OfAge) : null;
        return new(
            member.PersonId, member.Role, person.GivenName, person.FamilyName, person.BirthDate, person.DueDate, member.From, member.Until,
            rights.Class, person.DiedOn is null ? rights.NextOn : null, person.Language, person.NeedsInterpreter, person.DiedOn,
            [.. authorities.Select(one => new Authority(
                one.ParentId, one.Kind, one.Source, one.From, one.Kind is AuthorityKind.Authority or AuthorityKind.Guardianship ? ofAge : null))],
            person.KnownSince,
            [.. corrections.Where(one => one.PersonId == member.PersonId && one.From == member.From).OrderByDescending(one => one.At)
                .Select(one => new WrongRole(one.Wrong, one.Reason, one.By, one.At))]);
    }
}
