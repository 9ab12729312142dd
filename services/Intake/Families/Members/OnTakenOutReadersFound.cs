using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Another service found who had read there of a member who was recorded in error: they are recipients of the data breach that
/// was recorded when the member was taken out.
/// </summary>
sealed class OnTakenOutReadersFound(IntakeDb db, TimeProvider time) : IReacts<TakenOutReadersFound>
{
    public async Task On(TakenOutReadersFound said, CancellationToken ct)
    {
        var id = await db.Set<DataBreach>()
            .Where(one => one.FamilyId == said.FamilyId && one.SubjectId == said.PersonId && one.Subject == BreachSubject.Person)
            .OrderByDescending(one => one.RecordedAt).Select(one => one.Id).FirstAsync(ct);
        (await db.TakeAsync<DataBreach>(id, ct)).AddReaders(
            said.Readers.Select(reader => new BreachReader(reader.Account, reader.Organisation, reader.LastReadAt.ToUniversalTime())), time.GetUtcNow());
    }
}
