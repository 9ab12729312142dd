using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Contacts;
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
            .OrderByDescending(one => one.Family.KeyWorkerAt(now) is not null)
            // Which file is open the caller may not know.
            .ThenByDescending(one => one.Closing is null)
            .ThenByDescending(one => one.Family.OpenedAt).FirstOrDefault();
    }

    /// <summary>The id by which the member knows the family: that the file went into another tells of that one.</summary>
    public Guid Id => Files[0].Id;

    /// <summary>Since when the member belongs to the file in use, where the member came from another; before that nothing of it was the member's.</summary>
    public DateTimeOffset CameAt => Untold.Kin.CountsSince(Family.Id, Id, DateTimeOffset.MinValue);

    /// <summary>
    /// Whether an involvement with one of the files may be known. Of the own team's with a file that is not in use there is another with that one. The
    /// team that takes the family back from a face that it knew is as known as that the face went.
    /// </summary>
    public bool Knows(Involvement one) =>
        Files.Any(file => file.Id == one.FamilyId) && (one.FamilyId == Family.Id || one.Service != Here)
        && (!IsKept(one.FamilyId, one.From) || (one.Relation == Relations.DutyTeam && Family.CameForFace(one.Id)));

    /// <summary>
    /// The terms that may be known: until the own wish for another face is answered, and until the family has its familiar face, where the member
    /// knows why one is sought. That counts from what the member knows, and is over for the member once that is settled, whatever keeps it running.
    /// </summary>
    public IEnumerable<OwnTerm> Terms(TimeLimits limits, FamilyDoor door)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var wish in Family.OwnWishTerms(Reader, Account))
            yield return OwnTerm.Of(wish, door);
        if (Family.RunningClock(Family.KeyWorkerAssignmentTerm) is { } sought && SoughtSince(sought.StartedAt) is { } since)
            yield return since <= sought.StartedAt ? OwnTerm.Of(sought, door) : OwnTerm.Of(limits.For(sought.Term, since), since);
    }

    /// <summary>
    /// The closing that the member reads; null while the file is open to the member. A call or danger that opened it meanwhile shows in no new closing
    /// to who knows of nothing that came in between and met no face.
    /// </summary>
    public FamilyClosing? Closing
    {
        get
        {
            var read = Family.ReopenedUnseen ?? Family.Closings.FirstOrDefault(one => one.ReopenedAt is null);
            foreach (var before in Family.Closings.Where(one => one.At < read?.At).Reverse())
            {
                if (before.WhyReopened is not null || Family.HadFaceBetween(before.At, read!.At) || KnownHere.Any(one => one.ReceivedAt > before.At && one.ReceivedAt < read.At))
                    break;
                read = before;
            }
            return read;
        }
    }

    IEnumerable<Contact> KnownHere => Untold.Known.Where(one => Untold.Kin.InUse(one.FamilyId).Id == Family.Id);

    // To who knows of no call the file that one opened is closed.
    DateTimeOffset? SoughtSince(DateTimeOffset began) =>
        Files.Any(one => one.FaceWentAt(began)) || (Family.SeeksOpenlySince(began) && !IsKept(Family.Id, began)) ? began
        : KnownHere.Where(one => Family.ReopenedUnseen is null || one.IsOwnCall).Min(one => one.NeedsKeyWorkerSince);

    bool IsKept(Guid file, DateTimeOffset? since) => since >= Untold.Since(file) || since >= Family.ReopenedUnseen?.ReopenedAt;
}
