using Geborgen.Access;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView;

/// <summary>Lists what happened around a family over all organisations, the last first.</summary>
static class GetTimeline
{
    /// <summary>Something that happened.</summary>
    /// <param name="Id">The id of the event.</param>
    /// <param name="At">When it happened.</param>
    /// <param name="Service">The service that said so.</param>
    /// <param name="Name">What happened, such as <c>contact-registered</c>.</param>
    /// <param name="About">What it happened to: the contact, the family, or another thing with an id of its own.</param>
    public sealed record Entry(Guid Id, DateTimeOffset At, string Service, string Name, Guid About);

    readonly record struct Place(DateTimeOffset At, Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/timeline", Handle)
        .RequireAccess("family.timeline")
        .WithName(nameof(GetTimeline)).WithSummary("List what happened around a family, the last first");

    static async Task<Results<Ok<Page<Entry>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, FamilyViewDb db, FamilyAccess access, ServiceDescription service, CancellationToken ct)
    {
        var (size, after) = (page.Size, page.After<Place>());
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();

        // What this service says itself is not among what it hears from others.
        var own = EventCatalogue.NameOf(typeof(InvolvementStarted));
        string[] gone = [EventCatalogue.NameOf(typeof(ContactTakenOut)), EventCatalogue.NameOf(typeof(EmergencyTakenOut))];
        var entries = db.Timeline.Where(entry => entry.FamilyId == id)
            // Of what was registered in error it is told that it was, and nothing more.
            .Where(entry => gone.Contains(entry.Name)
                || (!db.Set<ContactRow>().Any(contact => contact.ContactId == entry.Stream && contact.TakenOut)
                    && !db.Set<MatterRow>().Any(matter => matter.MatterId == entry.Stream && matter.State == MatterKinds.TakenOut)))
            .Select(entry => new { Id = entry.EventId, entry.At, entry.Service, entry.Name, About = entry.Stream })
            .Concat(db.EmergencyAccesses.Where(opened => opened.FamilyId == id)
                .Select(opened => new { opened.Id, At = opened.From, Service = service.Name, Name = own, About = opened.Id }));
        if (after is { } place)
            entries = entries.Where(entry => EF.Functions.LessThan(
                ValueTuple.Create(entry.At, entry.Id), ValueTuple.Create(place.At, place.Id)));
        var found = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(size + 1).ToListAsync(ct);

        await access.Log(grant, await db.PersonsOf(id, ct), ct);
        var items = found.Take(size).Select(entry => new Entry(entry.Id, entry.At, entry.Service, entry.Name, entry.About)).ToList();
        return TypedResults.Ok(new Page<Entry>(
            items, found.Count > size ? Cursor.Encode(new Place(items[^1].At, items[^1].Id)) : null));
    }
}
