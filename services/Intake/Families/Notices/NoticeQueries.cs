namespace Geborgen.Intake.Families;

/// <summary>Which notices count: of who left a family, or went over to another file, its workers hear no more.</summary>
static class NoticeQueries
{
    /// <summary>Those that count now.</summary>
    public static IQueryable<Notice> NoticesThatCount(this IntakeDb db) => db.Notices.Where(one =>
        db.Families.Any(family => family.Id == one.FamilyId && family.Members.Any(member => member.PersonId == one.PersonId && member.Until == null))
        && db.Families.Any(family => family.Id == one.FromFamilyId && family.Members.Any(member => member.PersonId == one.FromPersonId && member.LeftBy == null)));
}
