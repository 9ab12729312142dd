using Geborgen.Contracts.Intake;
using Geborgen.Intake.Persons;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Tells the files that know somebody when something comes in elsewhere about the same person. It hears of that as others do, after who sent it
/// was answered: neither the answer nor its time tells whether anybody is known.
/// </summary>
sealed class OnKnownPersonCame(IntakeDb db, KnownPlaces places)
    : IReacts<ContactRegistered>, IReacts<EmergencyRaised>, IReacts<MemberAdded>, IReacts<PersonParticularsChanged>
{
    const string Advice = "advice", Emergency = "emergency";

    // What else changes finds nobody again.
    static readonly string[] Finding = ["givenName", "familyName", "birthDate", "bsn"];

    public Task On(ContactRegistered said, CancellationToken ct) =>
        said.Kind == Advice ? Task.CompletedTask : Tell(said.FamilyId, urgent: said.Kind == Emergency, said.At, ct);

    public Task On(EmergencyRaised said, CancellationToken ct) => Tell(said.FamilyId, urgent: true, said.At, ct);

    public async Task On(MemberAdded said, CancellationToken ct) => await Tell(said.FamilyId, await IsUrgent(said.FamilyId, ct), said.At, ct);

    public async Task On(PersonParticularsChanged said, CancellationToken ct)
    {
        if (said.Changed.Intersect(Finding).Any())
            await Tell(said.FamilyId, await IsUrgent(said.FamilyId, ct), said.At, ct);
    }

    async Task<bool> IsUrgent(Guid familyId, CancellationToken ct)
    {
        var files = await db.FilesOf(familyId, ct);
        return await db.Emergencies.AnyAsync(one => files.Contains(one.FamilyId) && one.EndedAt == null, ct);
    }

    async Task Tell(Guid familyId, bool urgent, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.FamilyInUse(familyId, ct) is not { } family)
            return;
        if (await places.Proposed(family, ct) is not { Count: > 0 } proposed)
            return;
        var known = await places.Of([.. proposed.Select(link => link.KnownPersonId).Distinct()], family, ct);
        // Whoever sees, asks or answers at this moment comes before or after.
        if (urgent)
            foreach (var file in known.SelectMany(places => places).Select(place => place.Family.Id).Append(family.Id).Distinct().Order())
                await db.HoldFamilyAsync(file, ct);
        var told = await db.Notices.Where(one => one.FromFamilyId == family.Id).ToListAsync(ct);
        foreach (var link in proposed.OrderBy(link => link.Basis))
            // Of who left a family its workers hear no more.
            foreach (var place in known[link.KnownPersonId].Where(place => place.Until is null))
                if (told.Find(one => one.FamilyId == place.Family.Id && one.PersonId == place.PersonId && one.FromPersonId == link.PersonId) is { } before)
                {
                    if (urgent)
                        before.Urge(at.ToUniversalTime());
                }
                else
                {
                    var notice = Notice.Of(place.Family, place.PersonId, family.Id, link.PersonId, link.Basis, urgent, at.ToUniversalTime());
                    db.Add(notice);
                    told.Add(notice);
                }
    }
}
