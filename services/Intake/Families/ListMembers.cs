using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads who belongs to a family.</summary>
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
    /// <param name="Authority">Who has authority over this child, as was recorded, the latest first; empty for others.</param>
    public sealed record Item(
        Guid PersonId, MemberRole Role, string? GivenName, string? FamilyName,
        DateOnly? BirthDate, DateOnly? DueDate, DateOnly From, DateOnly? Until, IReadOnlyList<Authority> Authority);

    /// <summary>What was recorded about authority over a child.</summary>
    /// <param name="ParentId">The parent or guardian.</param>
    /// <param name="Kind">What was found.</param>
    /// <param name="Source">Where it was found.</param>
    /// <param name="From">From when it holds.</param>
    public sealed record Authority(Guid ParentId, AuthorityKind Kind, string Source, DateOnly From);

    /// <summary>The members.</summary>
    /// <param name="Items">All of them, past ones included.</param>
    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/members", Handle)
        .RequireAccess("family.members")
        .WithName(nameof(ListMembers)).WithSummary("List the members of a family");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var authorities = (await db.Families.AsNoTracking().Where(family => family.Id == id)
            .SelectMany(family => family.Authorities).ToListAsync(ct))
            .OrderByDescending(one => one.From).ThenByDescending(one => one.RecordedAt)
            .ToLookup(one => one.ChildId, one => new Authority(one.ParentId, one.Kind, one.Source, one.From));
        var members = await db.Families.AsNoTracking().Where(family => family.Id == id)
            .SelectMany(family => family.Members)
            .Join(db.Persons, member => member.PersonId, person => person.Id, (member, person) => new { member, person })
            .OrderBy(one => one.member.Role).ThenBy(one => one.person.BirthDate).ThenBy(one => one.person.Id)
            .ToListAsync(ct);
        await access.Log(grant, members.Select(one => one.person.Id), ct);
        return TypedResults.Ok(new Response(
            [.. members.Select(one => new Item(
                one.person.Id, one.member.Role, one.person.GivenName, one.person.FamilyName, one.person.BirthDate,
                one.person.DueDate, one.member.From, one.member.Until, [.. authorities[one.person.Id]]))]));
    }
}
