using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>Which investigations are a member's own: those that concern the person to whom a worker tied the login account.</summary>
static class OwnInvestigations
{
    /// <summary>An investigation and the one of those concerned who stands behind the account.</summary>
    public sealed record Own
    {
        public required Guid Id { get; init; }

        public required Guid FamilyId { get; init; }

        public required Guid PersonId { get; init; }
    }

    /// <summary>
    /// The investigations of an account. Who left the family is not behind it any more; after a split or a merge the person
    /// belongs to another file. Where one account is tied to two of those concerned nobody can tell who it is: it is nobody's.
    /// </summary>
    public static IQueryable<Own> OfAccount(this InvestigationDb db, string account, DateOnly today)
    {
        var behind = db.Behind(account, today);
        return
            from investigation in db.Investigations
            from login in behind
            where login.FamilyId == investigation.FamilyId
                && (investigation.Children.Contains(login.PersonId) || investigation.Parents.Contains(login.PersonId) || investigation.Adults.Contains(login.PersonId))
                && !behind.Any(other => other.FamilyId == investigation.FamilyId && other.PersonId != login.PersonId
                    && (investigation.Children.Contains(other.PersonId) || investigation.Parents.Contains(other.PersonId) || investigation.Adults.Contains(other.PersonId)))
            select new Own { Id = investigation.Id, FamilyId = investigation.FamilyId, PersonId = login.PersonId };
    }
}
