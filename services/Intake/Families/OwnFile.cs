using Geborgen.Access;
using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// The file of a family in use as it is a member's own: that one, and those of the member that went into it. What the member knew of these is known
/// still; what was in the others shows once the member was told of each report in them.
/// </summary>
/// <param name="Family">The family whose file is in use.</param>
/// <param name="Reader">The member.</param>
/// <param name="Account">The member's account.</param>
/// <param name="Files">The member's own files, the one by which the member knows the family first.</param>
/// <param name="Untold">The reports of which the member was not told.</param>
sealed record OwnFile(Family Family, Guid Reader, string Account, IReadOnlyList<Family> Files, UntoldReports Untold)
{
    const string Here = "intake";

    /// <summary>The files in a municipality to whose families an account belongs by a worker's act.</summary>
    public static async Task<IReadOnlyList<OwnFile>> Of(IntakeDb db, Municipality municipality, string account, DateTimeOffset now, CancellationToken ct)
    {
        var own = new List<OwnFile>();
        foreach (var family in await db.Families.AsNoTracking()
            .Where(one => one.Municipality == municipality && one.MergedInto == null && one.Members.Any(member => member.Account == account)).ToListAsync(ct))
        {
            if (family.MemberBehind(account, now) is not { } member)
                continue;
            var kin = await db.KinOf([family.Id], ct);
            // Who left for another file today reads that one.
            if (kin.WhoseIs(member, family.Id).Any(one => one.Id == family.Id))
                own.Add(new(family, member, account, kin.OwnFiles(member, family.Id), await db.UntoldTo(member, kin, ct)));
        }
        return own;
    }

    /// <summary>
    /// The file in which a member says something, held: the one that is named, or else the one with a key worker, then one that is open, then the
    /// latest. Null where there is none.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="municipality">The municipality.</param>
    /// <param name="account">The member's account.</param>
    /// <param name="named">An id by which the member knows one of the own families; null for any.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="ct">Cancels it.</param>
    public static async Task<OwnFile?> Hold(IntakeDb db, Municipality municipality, string account, Guid? named, DateTimeOffset now, CancellationToken ct)
    {
        // All that are the member's are held before they are read: one that goes into another at that moment is never nobody's.
        for (HashSet<Guid> held = []; ;)
        {
            var families = await db.Families.AsNoTracking()
                .Where(one => one.Municipality == municipality && one.Members.Any(member => member.Account == account)).Select(one => one.Id).ToListAsync(ct);
            if (families.TrueForAll(held.Contains))
                break;
            foreach (var family in families.Where(held.Add).Order())
                await db.HoldFamilyAsync(family, ct);
        }
        return (await Of(db, municipality, account, now, ct))
            .Where(one => named is null || one.Family.Id == named || one.Files.Any(file => file.Id == named))
            .OrderByDescending(one => one.Family.KeyWorkerAt(now) is not null).ThenByDescending(one => one.Family.ClosedAt is null)
            .ThenByDescending(one => one.Family.OpenedAt).FirstOrDefault();
    }

    /// <summary>The id by which the member knows the family: that the file went into another tells of that one.</summary>
    public Guid Id => Files[0].Id;

    /// <summary>Since when the member belongs to the file in use, where the member came from another; before that nothing of it was the member's.</summary>
    public DateTimeOffset CameAt => Untold.Kin.CountsSince(Family.Id, Id, DateTimeOffset.MinValue);

    /// <summary>Whether an involvement with one of the files may be known. Of the own team's with a file that is not in use there is another with that one.</summary>
    public bool Knows(Involvement one) =>
        Files.Any(file => file.Id == one.FamilyId) && (one.FamilyId == Family.Id || one.Service != Here) && !IsKept(one.FamilyId, one.From);

    /// <summary>The terms that may be known: those of the file in use, and the one for the familiar face that ran when the member came from another.</summary>
    public IEnumerable<Clock> Terms
    {
        get
        {
            var known = Family.OwnTerms(Reader, Account, since => IsKept(Family.Id, since)).ToList();
            return Family.RunningClock(Family.KeyWorkerAssignmentTerm) is { } sought && !known.Contains(sought)
                ? known.Concat(Files.Where(one => one.Id != Family.Id).SelectMany(one => one.Clocks)
                    .Where(one => one.Term == Family.KeyWorkerAssignmentTerm && one.StoppedAt == CameAt && !IsKept(Id, one.StartedAt)).Take(1))
                : known;
        }
    }

    /// <summary>
    /// The own call for help, since which a key worker is sought, where the term itself may not be known: without it the caller would see that
    /// another was there before.
    /// </summary>
    public HelpCall? Call => Terms.Any(one => one.Term == Family.KeyWorkerAssignmentTerm) ? null : Family.OwnCall(Reader, Account);

    bool IsKept(Guid file, DateTimeOffset? since) => since >= Untold.Since(file) || since >= Family.ReopenedUnseen?.ReopenedAt;
}
