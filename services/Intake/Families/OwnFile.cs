using Geborgen.Access;
using Geborgen.Casework;

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

    bool IsKept(Guid file, DateTimeOffset? since) => since >= Untold.Since(file) || since >= Family.ReopenedUnseen?.ReopenedAt;
}
