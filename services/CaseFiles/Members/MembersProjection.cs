using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>
/// Notes who belongs to a family and as what, which account is whose, and who reached which age at which rights switch, so that a member
/// reads and answers what is the member's own, and nobody does who left or was mistaken for one.
/// </summary>
sealed class MembersProjection<TDb> : IProjection<TDb> where TDb : CaseFileDb
{
    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } =
    [
        typeof(FamilyOpened), typeof(MemberAdded), typeof(MemberRoleCorrected), typeof(MemberRemoved), typeof(PersonTakenOut), typeof(MemberAccountLinked),
        typeof(MemberAccountUnlinked), typeof(MemberAgeKnown), typeof(AuthorityRecorded), typeof(MemberDied), typeof(RightsChanged), typeof(InvestigationRequested),
        typeof(FamiliesMerged), typeof(MergeUndone),
    ];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    /// <inheritdoc/>
    public async Task Apply(TDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
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
            FamilyOpened opened => opened.Members.Select(member => new MemberRoleRow(opened.FamilyId, member.PersonId, member.Role, opened.Version)),
            MemberRoleCorrected corrected => [new MemberRoleRow(corrected.FamilyId, corrected.Member.PersonId, corrected.Member.Role, corrected.Version)],
            MemberAdded added => [new MemberRoleRow(added.FamilyId, added.Member.PersonId, added.Member.Role, added.Version)],
            _ => Enumerable.Empty<MemberRoleRow>(),
        }), ct);
        await db.WriteNewer(events.SelectMany(one => one.Event switch
        {
            MemberAccountLinked linked => [new MemberLoginRow(linked.FamilyId, linked.PersonId, linked.Account, linked.Version)],
            MemberAccountUnlinked untied => [new MemberLoginRow(untied.FamilyId, untied.PersonId, null, untied.Version)],
            _ => Enumerable.Empty<MemberLoginRow>(),
        }), ct);
        await db.WriteNewer(events.SelectMany(one => one.Event switch
        {
            FamiliesMerged merged => Joined(merged.FamilyId, merged.Joined, undone: false, merged.Version),
            MergeUndone undone => Joined(undone.FamilyId, undone.Joined, undone: true, undone.Version),
            _ => Enumerable.Empty<JoinedMemberRow>(),
        }), ct);
        await db.WriteNewer(events.SelectMany(one => one.Event switch
        {
            FamiliesMerged merged => [new JoinedFileRow(merged.OtherFamilyId, merged.FamilyId, Undone: false, merged.Version)],
            MergeUndone undone => [new JoinedFileRow(undone.OtherFamilyId, undone.FamilyId, Undone: true, undone.Version)],
            _ => Enumerable.Empty<JoinedFileRow>(),
        }), ct);
        await db.WriteNewer(events.Select(one => one.Event).OfType<AuthorityRecorded>().Select(AuthorityRow.Of), ct);
        await NoteOnce(db, events.SelectMany(one => one.Event switch
        {
            FamilyOpened opened => opened.Members.Select(OnceRecorded.Of),
            MemberAdded added => [OnceRecorded.Of(added.Member)],
            MemberRoleCorrected corrected => [OnceRecorded.Of(corrected.Member)],
            _ => Enumerable.Empty<OnceRecorded>(),
        }), ct);
        var died = events.Select(one => one.Event).OfType<MemberDied>().Select(one => one.PersonId).Distinct().Order().ToArray();
        if (died.Length > 0)
            await db.Database.ExecuteSqlAsync($"insert into deaths (person_id) select unnest({died}) on conflict do nothing", ct);
        await Reach(db, events.SelectMany(one => one.Event switch
        {
            MemberAgeKnown known => [new ReachedAge(known.PersonId, known.Age)],
            RightsChanged reached => [new ReachedAge(reached.PersonId, reached.Age)],
            InvestigationRequested asked => (asked.FromSixteen ?? []).Select(person => new ReachedAge(person, ReachedAge.DecidesAlone)),
            _ => Enumerable.Empty<ReachedAge>(),
        }), ct);
    }

    /// <inheritdoc/>
    public Task Empty(TDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync(
            $"delete from family_members; delete from family_member_roles; delete from member_logins; delete from joined_members; delete from joined_files; delete from once_recorded; delete from authorities; delete from deaths; delete from reached_ages", ct);
    }

    static IEnumerable<JoinedMemberRow> Joined(Guid family, IReadOnlyList<JoinedPerson>? joined, bool undone, int version) =>
        (joined ?? []).Select(one => new JoinedMemberRow(family, one.PersonId, one.MemberId, undone, version));

    static async Task NoteOnce(TDb db, IEnumerable<OnceRecorded> told, CancellationToken ct)
    {
        var once = told.Distinct().OrderBy(one => one.PersonId).ThenBy(one => one.IsChild).ToArray();
        var persons = Array.ConvertAll(once, one => one.PersonId);
        var children = Array.ConvertAll(once, one => one.IsChild);
        if (once.Length > 0)
            await db.Database.ExecuteSqlAsync($"insert into once_recorded (person_id, is_child) select * from unnest({persons}, {children}) on conflict do nothing", ct);
    }

    /// <summary>Nobody grows younger: the highest age counts, whatever the order in which it is told.</summary>
    static async Task Reach(TDb db, IEnumerable<ReachedAge> told, CancellationToken ct)
    {
        var reached = told.GroupBy(one => one.PersonId).Select(same => same.MaxBy(one => one.Age)!).OrderBy(one => one.PersonId).ToArray();
        if (reached.Length == 0)
            return;
        var persons = Array.ConvertAll(reached, one => one.PersonId);
        var ages = Array.ConvertAll(reached, one => one.Age);
        await db.Database.ExecuteSqlAsync($"""
            insert into reached_ages as held (person_id, age) select * from unnest({persons}, {ages})
            on conflict (person_id) do update set age = excluded.age where held.age < excluded.age
            """, ct);
    }
}
