using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>
/// Notes who belongs to a family and which account is whose, so that a member reads and answers what is the member's own,
/// and nobody does who left or was mistaken for one.
/// </summary>
public sealed class OnMemberChanged : IProjection<InvestigationDb>
{
    /// <summary>Its name in the inbox.</summary>
    public const string Name = "on-member-changed";

    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } =
        [typeof(FamilyOpened), typeof(MemberAdded), typeof(MemberRemoved), typeof(PersonTakenOut), typeof(MemberAccountLinked), typeof(MemberAccountUnlinked)];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    /// <inheritdoc/>
    public async Task Apply(InvestigationDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.WriteNewer(events.SelectMany(one => one.Event switch
        {
            FamilyOpened opened => opened.Members.Select(member => new MemberRow(opened.FamilyId, member.PersonId, null, TakenOut: false, opened.Version)),
            MemberAdded added => [new MemberRow(added.FamilyId, added.Member.PersonId, null, TakenOut: false, added.Version)],
            MemberRemoved removed => [new MemberRow(removed.FamilyId, removed.PersonId, removed.Until, TakenOut: false, removed.Version)],
            PersonTakenOut gone => [MemberRow.Of(gone)],
            _ => Enumerable.Empty<MemberRow>(),
        }), ct);
        await db.WriteNewer(events.SelectMany(one => one.Event switch
        {
            MemberAccountLinked linked => [new MemberLoginRow(linked.FamilyId, linked.PersonId, linked.Account, linked.Version)],
            MemberAccountUnlinked untied => [new MemberLoginRow(untied.FamilyId, untied.PersonId, null, untied.Version)],
            _ => Enumerable.Empty<MemberLoginRow>(),
        }), ct);
    }

    /// <inheritdoc/>
    public Task Empty(InvestigationDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync($"delete from family_members; delete from member_logins", ct);
    }
}
