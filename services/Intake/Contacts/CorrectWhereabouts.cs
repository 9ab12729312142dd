using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Corrects where the family was said to be at a contact. What stood there stays, and who acts on its emergency, the regional team too, hears that
/// the place is another.
/// </summary>
public static class CorrectWhereabouts
{
    /// <summary>Where the family is. What is left out stays as it is; null clears it.</summary>
    public sealed record Request : PartialRequest
    {
        /// <summary>The street.</summary>
        [StringLength(200)]
        public string? Street { get; init => field = Sent(value); }

        /// <summary>The number, with any addition.</summary>
        [StringLength(20)]
        public string? HouseNumber { get; init => field = Sent(value); }

        /// <summary>The postal code.</summary>
        [StringLength(10)]
        public string? PostalCode { get; init => field = Sent(value); }

        /// <summary>The town.</summary>
        [StringLength(100)]
        public string? Town { get; init => field = Sent(value); }

        /// <summary>Anything that helps to find it.</summary>
        [StringLength(1000)]
        public string? Description { get; init => field = Sent(value); }

        /// <summary>Why what stood there was wrong; needed where something that was told changes or goes.</summary>
        [StringLength(2000)]
        public string? Reason { get; init; }

        internal Whereabouts On(Whereabouts? told) => new(
            Or(Street, told?.Street), Or(HouseNumber, told?.HouseNumber), Or(PostalCode, told?.PostalCode), Or(Town, told?.Town),
            Or(Description, told?.Description));
    }

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/contacts/{id:guid}/whereabouts", Handle)
        .RequireAccess("contact.correct").RequireIfMatch().WithETag()
        .WithName(nameof(CorrectWhereabouts)).WithSummary("Correct where the family was said to be");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, Change<Contact> change, Files<Contact, ContactResponse> files, CancellationToken ct) =>
        change.Apply(id, async (contact, by) =>
        {
            var before = contact.Version;
            if (contact.CorrectWhereabouts(request.On(contact.Whereabouts), request.Reason, by) is { } refusal)
                return refusal;
            if (contact.Version == before)
                return null;
            foreach (var emergency in await db.Emergencies.Where(one => one.ContactId == id && one.EndedAt == null).ToListAsync(ct))
                emergency.NoteOtherPlace(by.Now);
            return null;
        }, ct).AnswerFor(files.Show);
}
