using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Families;

/// <summary>
/// The own family as a member reads it: the familiar face, who else works with it and why, and the terms that run. The family knows its key
/// worker, who stands in and the partner by given name and number, others by function and organisation; no municipality.
/// </summary>
/// <param name="Id">The family.</param>
/// <param name="FamiliarFace">The key worker, or who stands in; null while the family has none and a team owns it.</param>
/// <param name="Involved">Who works with the family now, the first to come first.</param>
/// <param name="OrganisationCount">How many organisations that are.</param>
/// <param name="FaceCount">How many people that are.</param>
/// <param name="Terms">The terms that run and are the reader's to know, the first to run out first.</param>
/// <param name="Closed">Why the file was closed and what the reader can do who disagrees; null while it is open.</param>
public sealed record OwnFamily(
    Guid Id, OwnFamily.Face? FamiliarFace, IReadOnlyList<OwnFamily.Face> Involved, int OrganisationCount, int FaceCount, IReadOnlyList<OwnTerm> Terms,
    OwnFamily.Closing? Closed)
{
    // Who only answers whether it takes over, or gives the work to a colleague, never meets the family.
    static readonly string[] NeverMet = [Relations.ReceivingTeam, Relations.AssigningTeam, Relations.EmergencyAccess];

    // Whom the family knows by face, whatever it was told of reports.
    static readonly string[] Known = [ByIntake(Relations.KeyWorker), ByIntake(Relations.Cover), ByIntake(Relations.Duo)];

    /// <summary>Somebody who works with the family.</summary>
    /// <param name="Function">As what, one of the relations, such as <c>keyWorker</c>.</param>
    /// <param name="Organisation">For what kind of organisation.</param>
    /// <param name="Name">The name of the organisation; null for a local team, whose name is that of a place.</param>
    /// <param name="GivenName">The given name; null for all but the key worker, who stands in and the partner.</param>
    /// <param name="Phone">The number on which that face is reached, else that of the team; null for all others.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Until">Until when; null while no end is known.</param>
    /// <param name="Reason">Why, in words for the family; null when none was recorded here, and where it would tell what is kept from the reader.</param>
    public sealed record Face(
        string Function, OrganisationKind Organisation, string? Name, string? GivenName, string? Phone, DateTimeOffset Since, DateTimeOffset? Until, ForFamily? Reason);

    /// <summary>A decision to close the file, as a member of the family reads it.</summary>
    /// <param name="Id">The decision.</param>
    /// <param name="On">The day on which it was closed.</param>
    /// <param name="Explanation">Why, in plain language (level B1); empty where it would tell what is kept from the reader; a worker then tells it.</param>
    /// <param name="LegalBasis">The law or rule that it rests on.</param>
    /// <param name="Remedy">What the reader can do who disagrees.</param>
    /// <param name="RemedyUntil">The last day on which that is done, counted from the day on which it was closed and stands here; null where the law sets none.</param>
    public sealed record Closing(Guid Id, DateOnly On, ForFamily Explanation, string LegalBasis, Remedy Remedy, DateOnly? RemedyUntil);

    internal static OwnFamily Of(OwnFile own, IEnumerable<Involvement> involved, Organisations organisations, TimeLimits limits, DateTimeOffset now)
    {
        var family = own.Family;
        var door = family.DoorTo(own.Reader, WorkingDays.DateOf(now));
        var present = involved
            .Where(one => one.Relation is { } relation && one.Organisation is not null && !NeverMet.Contains(relation)
                && one.From <= now && (one.Until is not { } until || until > now)
                // Who came since a report that this member may not know of would tell that there is one.
                && ((Known.Contains(one.Name) && one.FamilyId == family.Id) || own.Knows(one)))
            .OrderBy(one => one.From).ThenBy(one => one.Id).ToList();
        return new(
            own.Id,
            (present.Find(one => one.Name == Known[0]) ?? present.Find(one => one.Name == Known[1])) is { } face ? FaceOf(face) : null,
            present.ConvertAll(FaceOf),
            present.DistinctBy(one => one.Organisation).Count(),
            present.Where(one => one.Worker is not null).DistinctBy(one => one.Worker).Count(),
            [.. own.Terms(limits, door).OrderBy(term => term.DueAt)],
            own.Closing is { } closing ? ClosingOf(closing, limits, door) : null);

        Face FaceOf(Involvement one)
        {
            var kind = KindOf(organisations, one.Organisation!);
            var named = Known.Contains(one.Name) ? own.Files.SelectMany(file => file.Assignments).FirstOrDefault(assignment => assignment.Id == one.Id) : null;
            return new(
                one.Relation!, kind, kind == OrganisationKind.LocalTeam ? null : NameOf(organisations, one.Organisation!, family.Municipality),
                named?.GivenName, named is null ? null : named.Phone ?? PhoneOf(organisations, named.OfTheTeam) ?? ContactPoint.Of(family, organisations, now).Phone,
                one.From!.Value > own.CameAt || one.FamilyId != family.Id ? one.From.Value : own.CameAt, one.Until, door.Let(family.Assignments.FirstOrDefault(assignment => assignment.Id == one.Id)?.Reason));
        }
    }

    static string ByIntake(string relation) => Relations.By(IntakeQueries.IntakeService, relation);

    static Closing ClosingOf(FamilyClosing one, TimeLimits limits, FamilyDoor door) => new(
        one.DecisionId, WorkingDays.DateOf(one.At), door.LetOrEmpty(one.Decision.Explanation), one.Decision.LegalBasis, one.Decision.Remedy,
        Decision.LastDay(one.Decision.RemedyTerm, one.At, limits));

    static OrganisationKind KindOf(Organisations organisations, string id)
    {
        var teams = organisations.Parties.Where(party => party.Id == id).SelectMany(party => party.Teams).Select(team => team.Id).ToHashSet();
        return organisations.Municipalities.Any(one => teams.Contains(one.DutyTeam)) ? OrganisationKind.LocalTeam
            : organisations.Municipalities.Any(one => one.RegionalTeam is { } regional && teams.Contains(regional)) ? OrganisationKind.RegionalTeam
            : OrganisationKind.Other;
    }

    static string? PhoneOf(Organisations organisations, string? team) => organisations.Parties.SelectMany(party => party.Teams).FirstOrDefault(one => one.Id == team)?.Phone;

    /// <summary>The name of another region's team is that of a place as well.</summary>
    static string? NameOf(Organisations organisations, string id, Municipality municipality) => organisations.Parties
        .FirstOrDefault(party => party.Id == id && party.Services.Any(run => run.Municipalities.Contains(municipality.Code)))?.Name;
}

/// <summary>The kinds of organisation, as a member of the family reads them.</summary>
public enum OrganisationKind
{
    /// <summary>The local team of a municipality.</summary>
    LocalTeam,

    /// <summary>A regional safety team.</summary>
    RegionalTeam,

    /// <summary>Another organisation.</summary>
    Other,
}
