namespace Geborgen.Access;

static class CountingInvolvements
{
    /// <summary>
    /// The involvements that count: those of this service, and of sources that were heard lately. Of which municipality a file is, its keeper
    /// says: what anybody says about it under another counts for nothing.
    /// </summary>
    internal static IQueryable<Involvement> InvolvementsThatCount(this AccessDb db, string service, DateTimeOffset heardSince) => db.Set<Involvement>().Where(i =>
        i.Relation != null
        && (i.Service == service || db.Set<Source>().Any(s => s.Service == i.Service && s.Municipality == i.Municipality && s.HeardAt > heardSince))
        && (i.Service == Keeper.Service || !db.Set<Involvement>().Any(kept =>
            kept.FamilyId == i.FamilyId && kept.Service == Keeper.Service && kept.Relation != null && kept.Municipality != i.Municipality)));
}
