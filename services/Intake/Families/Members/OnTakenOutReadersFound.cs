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
sealed class OnTakenOutReadersFound(TimeProvider time) : IProjection<IntakeDb>
{
    public static IReadOnlyList<Type> Handles { get; } = [typeof(TakenOutReadersFound)];

    public static IReadOnlyList<string> Sources { get; } = ["family-view"];

    public async Task Apply(IntakeDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        foreach (var found in events.Select(one => one.Event).OfType<TakenOutReadersFound>().OrderBy(one => one.FamilyId))
        {
            var id = await db.Set<DataBreach>()
                .Where(one => one.FamilyId == found.FamilyId && one.SubjectId == found.PersonId && one.Subject == BreachSubject.Person)
                .OrderByDescending(one => one.RecordedAt).Select(one => one.Id).FirstAsync(ct);
            (await db.TakeAsync<DataBreach>(id, ct)).AddReaders(
                found.Readers.Select(reader => new BreachReader(reader.Account, reader.Organisation, reader.LastReadAt.ToUniversalTime())), time.GetUtcNow());
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Does nothing: who was found stays a recipient, and being found again changes nothing.</summary>
    public Task Empty(IntakeDb db, CancellationToken ct) => Task.CompletedTask;
}
