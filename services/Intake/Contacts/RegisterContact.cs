using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Registers a first contact and opens a provisional family for it. The answer is the same whether or not anybody in
/// it was known already.
/// </summary>
public static class RegisterContact
{
    /// <summary>
    /// A first contact. Only the kind and one text are required. What can't be right in an emergency is left out and named in
    /// <c>leftOut</c> of the answer.
    /// </summary>
    /// <param name="Kind">What kind of contact it is. Advice is asked without data on those concerned.</param>
    /// <param name="Statements">What was said or seen, by each in their own words; 1 to 100.</param>
    /// <param name="Channel">The way in which it came; left out, <c>system</c> from a system and else <c>phone</c>.</param>
    /// <param name="ReceivedAt">When it was received, with an offset; not in the future; now when left out.</param>
    /// <param name="Reporter">Who reported it, if not the family itself; left out by a system, its organisation did.</param>
    /// <param name="Family">Whom it is about, as far as is known.</param>
    public sealed record Request(
        ContactKind Kind,
        [property: MinLength(1), MaxLength(100)] IReadOnlyList<StatementRequest> Statements,
        ContactChannel? Channel = null,
        DateTimeOffset? ReceivedAt = null,
        ReporterRequest? Reporter = null,
        FamilyRequest? Family = null);

    /// <summary>What one person said or saw.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Kind">What kind of statement it is; left out when its author did not say.</param>
    /// <param name="Author">Whose it is; left out, it follows from the member who said it, and else is the reporter's, or the parent's in a self-referral.</param>
    /// <param name="StatedAt">When it was said or written; the moment of the contact when left out.</param>
    /// <param name="Member">Who of <c>family.members</c> said it, by the place on that list from 0; left out when that is nobody of them or not known.</param>
    /// <param name="AuthorName">The name of a professional or somebody of the network who is no member of the family, if they gave it.</param>
    public sealed record StatementRequest(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind? Kind = null,
        StatementAuthor? Author = null,
        DateTimeOffset? StatedAt = null,
        [property: Range(0, 49)] int? Member = null,
        [property: StringLength(200)] string? AuthorName = null);

    /// <summary>Who reported it.</summary>
    /// <param name="Role">What they are to the family, such as <c>school</c>, <c>police</c> or <c>neighbour</c>.</param>
    /// <param name="Name">Their name, if they gave it.</param>
    /// <param name="Shielded">Whether they ask to keep their name from the family; followed until a worker decides on it.</param>
    /// <param name="Anonymous">Whether they are unknown to us too. They then have no name, and their words alone start no investigation.</param>
    public sealed record ReporterRequest(
        [property: Required, StringLength(50)] string Role,
        [property: StringLength(200)] string? Name = null,
        bool Shielded = false,
        bool Anonymous = false);

    /// <summary>Whom it is about.</summary>
    /// <param name="Members">Who was named; at most 50.</param>
    /// <param name="Whereabouts">Where the family was seen or lives.</param>
    public sealed record FamilyRequest(
        [property: MaxLength(50)] IReadOnlyList<MemberRequest>? Members = null,
        WhereaboutsRequest? Whereabouts = null);

    /// <summary>A member of the family; everything but the role may be unknown.</summary>
    /// <param name="Role">The role in the family.</param>
    /// <param name="GivenName">Given names.</param>
    /// <param name="FamilyName">Family name.</param>
    /// <param name="BirthDate">The date of birth.</param>
    /// <param name="DueDate">When the birth is expected, for a child that is not yet born.</param>
    /// <param name="Bsn">The citizen service number (burgerservicenummer), if known.</param>
    public sealed record MemberRequest(
        MemberRole Role,
        [property: StringLength(200)] string? GivenName = null,
        [property: StringLength(200)] string? FamilyName = null,
        DateOnly? BirthDate = null,
        DateOnly? DueDate = null,
        [property: CitizenServiceNumber] string? Bsn = null);

    /// <summary>A place, as far as is known.</summary>
    /// <param name="Street">The street.</param>
    /// <param name="HouseNumber">The number, with any addition.</param>
    /// <param name="PostalCode">The postal code.</param>
    /// <param name="Town">The town.</param>
    /// <param name="Description">Anything that helps to find it.</param>
    public sealed record WhereaboutsRequest(
        [property: StringLength(200)] string? Street = null,
        [property: StringLength(20)] string? HouseNumber = null,
        [property: StringLength(10)] string? PostalCode = null,
        [property: StringLength(100)] string? Town = null,
        [property: StringLength(1000)] string? Description = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts", Handle)
        .RequireAccess("contact.register").Idempotent().WithETag().TakesEmergencyAsSent()
        .WithName(nameof(RegisterContact)).WithSummary("Register a first contact");

    static Task<Results<Created<Submission>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, Registration registration, CancellationToken ct) => registration.Of(municipality, request, ct);

    /// <summary>Registers a contact, whichever route it came by.</summary>
    internal sealed class Registration(
        IntakeDb db, Change<Contact> change, OrganisationRegistry registry, TimeLimits limits, BsnSeal seal, RaiseEmergency emergencies,
        IHttpContextAccessor http)
    {
        /// <param name="municipality">The municipality.</param>
        /// <param name="request">What was sent.</param>
        /// <param name="ct">Cancels it.</param>
        /// <param name="elsewhere">Takes it into a file that is there already, where it belongs to one.</param>
        public async Task<Results<Created<Submission>, ProblemHttpResult>> Of(
            Municipality municipality, Request request, CancellationToken ct, Func<Actor, Task<Opened<Contact>?>>? elsewhere = null)
        {
            var changed = await change.Open(
                async by => (elsewhere is null ? null : await elsewhere(by)) ?? await OpenAsFarAsPossible(municipality, request, by, ct), ct);
            var known = changed.File is { } placed && changed.By is { Role: Roles.FamilyMember } ? await db.KnownAs(placed, changed.By!.Account, changed.At, ct) : null;
            return await Task.FromResult(changed).AnswerCreated(
                opened => $"/{municipality}/intake/v1/{(opened.File!.Sender is null ? "contacts" : "submissions")}/{opened.File.Id}",
                (contact, _) => Submission.Of(contact, known) with { LeftOut = http.HttpContext!.Features.Get<List<LeftOut>>() is { Count: > 0 } some ? some : null });
        }

        // An emergency is refused for nothing but that nothing is said in it.
        async Task<Opened<Contact>> OpenAsFarAsPossible(Municipality municipality, Request request, Actor by, CancellationToken ct)
        {
            var opened = await Open(municipality, request, by, ct);
            while (request.Kind == ContactKind.Emergency && opened.Refusal is { } refusal && request.Without(refusal) is var (field, left))
            {
                http.HttpContext!.LeftOut().Add(new(field, refusal.Detail));
                request = left;
                opened = await Open(municipality, request, by, ct);
            }
            return opened;
        }

        async Task<Opened<Contact>> Open(Municipality municipality, Request request, Actor by, CancellationToken ct)
        {
            // Before the family is opened, whose term counts from then as well.
            var receivedAt = request.ReceivedAt ?? by.Now;
            if (Contact.CheckReceived(receivedAt, limits, by.Now) is { } impossible)
                return new Opened<Contact>(impossible);
            var familyId = Guid.CreateVersion7(by.Now);
            var named = new List<(Person Person, MemberRole Role)>();
            foreach (var (at, member) in (request.Family?.Members ?? []).Index())
            {
                var (bsn, others) = (seal.Close(member.Bsn), named.ConvertAll(one => one.Person));
                if (request.Kind == ContactKind.Emergency && Person.WhyNotBeside(others, bsn) is { } beside)
                {
                    http.HttpContext!.LeftOut().Add(new($"family.members[{at}].bsn", beside.Detail));
                    bsn = null;
                }
                var (person, wrong) = Person.Register(
                    new(member.GivenName, member.FamilyName, member.BirthDate, member.DueDate), bsn, familyId, by, others);
                if (wrong is not null && request.Kind == ContactKind.Emergency)
                {
                    http.HttpContext!.LeftOut().Add(new($"family.members[{at}]", $"All but the name: {wrong.Detail}"));
                    (person, wrong) = Person.Register(new(member.GivenName, member.FamilyName, BirthDate: null, DueDate: null), bsn: null, familyId, by, others);
                }
                if (wrong is not null)
                    return new Opened<Contact>(wrong);
                named.Add((person!, member.Role));
            }

            var family = Family.Open(
                municipality, named.Select(one => (one.Person.Id, one.Role)), registry.Current.IntakeOnDuty(municipality),
                request.Kind == ContactKind.Advice ? null : limits.For(Family.KeyWorkerAssignmentTerm, receivedAt), receivedAt, by, familyId);
            named.ForEach(one => family.NoteBirth(one.Person.Id, one.Person.BirthDate, by));
            if (request.Statements.Any(said => said.Member >= named.Count))
                return new Opened<Contact>(StatementRefusals.NotAMember);
            var (contact, refusal) = Contact.Register(
                DetailsOf(request, named, receivedAt, by), RecordsOf(named), family.Id, municipality,
                by.Role is Roles.MunicipalSystem or Roles.FamilyMember ? by.Account : null, limits, by, by.Role == Roles.MunicipalSystem ? NameOf(by.Organisation) : null);
            if (refusal is not null)
                return new Opened<Contact>(refusal);

            db.AddRange(named.Select(one => one.Person));
            db.AddRange(family, contact!);
            await emergencies.For(contact!, by, ct);
            return new(contact, family.Id, named.Select(one => one.Person.Id));
        }

        string NameOf(string organisation) => registry.Current.Parties.FirstOrDefault(one => one.Id == organisation)?.Name ?? organisation;
    }

    static FamilyRecords RecordsOf(List<(Person Person, MemberRole Role)> named)
    {
        if (named.Count == 0)
            return FamilyRecords.Nobody;
        return new(
            named.Where(one => one.Role == MemberRole.Child).Select(one => one.Person.Id).ToHashSet(),
            named.Where(one => one.Role == MemberRole.Parent).Select(one => one.Person.Id).ToHashSet(),
            named.Where(one => one.Role is not (MemberRole.Child or MemberRole.Parent)).Select(one => one.Person.Id).ToHashSet(),
            new HashSet<Guid>());
    }

    // Whose words they are follows from who said them, where that is sent.
    static StatementAuthor AuthorOf(StatementRequest said, ContactKind kind, MemberRole? role) =>
        said.Author ?? role switch
        {
            MemberRole.Child => StatementAuthor.Child,
            MemberRole.Parent => StatementAuthor.Parent,
            not null => StatementAuthor.Adult,
            null => kind == ContactKind.SelfReferral ? StatementAuthor.Parent : StatementAuthor.Reporter,
        };

    static ContactDetails DetailsOf(Request request, List<(Person Person, MemberRole Role)> named, DateTimeOffset receivedAt, Actor by)
    {
        return new(
            request.Kind, request.Channel ?? (by.Role == Roles.MunicipalSystem ? ContactChannel.System : ContactChannel.Phone), receivedAt,
            request.Reporter is { } reporter ? new(reporter.Role, reporter.Name, reporter.Shielded, reporter.Anonymous) : null,
            request.Family?.Whereabouts is { } place
                ? new(place.Street, place.HouseNumber, place.PostalCode, place.Town, place.Description)
                : null,
            [.. request.Statements.Select(WordsOf)]);

        Words WordsOf(StatementRequest said)
        {
            (Person Person, MemberRole Role)? speaker = said.Member is { } place ? named[place] : null;
            return new(
                said.Text, AuthorOf(said, request.Kind, speaker?.Role), said.Kind, said.StatedAt ?? receivedAt, speaker?.Person.Id, said.AuthorName);
        }
    }
}
