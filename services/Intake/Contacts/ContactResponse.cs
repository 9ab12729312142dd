using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Contacts;

/// <summary>A contact as a worker reads it.</summary>
/// <param name="Id">The contact.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Status">How far it is.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="RegisteredAt">When it was written down.</param>
/// <param name="Kind">What kind of contact it is.</param>
/// <param name="Channel">The way in which it came.</param>
/// <param name="Reporter">Who reported it; null when the family came itself.</param>
/// <param name="Whereabouts">Where the family was seen or lives, as told; null when that was not told.</param>
/// <param name="WrongWhereabouts">Where the family was said to be before that was corrected or completed, the latest first.</param>
/// <param name="Statements">What was said, side by side, a family member's own words first.</param>
/// <param name="Triage">What was decided to follow; null while it waits for triage.</param>
/// <param name="Telling">Whether those concerned were told about the report; null when there is no duty to tell.</param>
/// <param name="Advice">The advice that was given; null when none was.</param>
/// <param name="Feedback">How the contact went for the family, the oldest first.</param>
/// <param name="AcuteDangers">Who was judged to be in acute danger, by whom and on what ground, the oldest first.</param>
/// <param name="NotKnown">What nobody knows, or did not know at some time, the oldest first.</param>
/// <param name="Clocks">The terms that run or ran, the first to end first.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record ContactResponse(
    Guid Id, Guid FamilyId, ContactStatus Status, DateTimeOffset ReceivedAt, DateTimeOffset RegisteredAt,
    ContactKind Kind, ContactChannel Channel, ReporterResponse? Reporter, WhereaboutsResponse? Whereabouts,
    IReadOnlyList<WrongWhereaboutsResponse> WrongWhereabouts,
    IReadOnlyList<StatementResponse> Statements, TriageResponse? Triage, TellingResponse? Telling,
    AdviceResponse? Advice, IReadOnlyList<FeedbackResponse> Feedback, IReadOnlyList<AcuteDangerResponse> AcuteDangers, IReadOnlyList<NotKnowingResponse> NotKnown,
    IReadOnlyList<ClockResponse> Clocks,
    [property: JsonIgnore] int Version) : IVersioned
{
    // Whose face the family knows, and who investigates, may know who reported; a whole team may not.
    internal static ContactResponse Of(Contact contact, FamilyAccess access, Grant grant) => new(
        contact.Id, contact.FamilyId, contact.Status, contact.ReceivedAt, contact.RegisteredAt, contact.Kind, contact.Channel,
        contact.Reporter is { } reporter
            ? new(reporter.Role, contact.ReporterIsShielded, contact.ShieldedProvisionally, reporter.Anonymous,
                contact.ReporterIsShielded && !access.Shows("contact.reporter", grant) ? null : reporter.Name,
                contact.Shielding is { } shielding
                    ? new(DecisionResponse.Of(shielding.DecisionId, shielding.At, shielding.Decision), shielding.ReviewOn,
                        shielding.Check?.RoleForFamily, shielding.CourtOrder, shielding.Consent, shielding.LiftedAt)
                    : null)
            : null,
        contact.Whereabouts is { } told ? WhereaboutsResponse.Of(told) : null,
        [.. contact.WrongWhereabouts.OrderByDescending(one => one.Until).Select(one => new WrongWhereaboutsResponse(WhereaboutsResponse.Of(one.Place), one.Reason, one.By, one.Until))],
        [.. contact.Statements
            .OrderBy(statement => statement.Author is StatementAuthor.Child ? 0 : statement.Author is StatementAuthor.Parent ? 1 : statement.PersonId is not null ? 2 : 3)
            .ThenBy(statement => statement.Place)
            .Select(statement => StatementResponse.Of(statement, contact.GivesReporterAway(statement)))],
        contact.Triage is { } triage
            ? new(triage.Outcome, DecisionResponse.Of(triage.DecisionId, triage.At, triage.Decision), contact.InvestigationRequest?.RequestId)
            : null,
        contact.MustBeTold
            ? new(contact.Tellings.Where(one => one.Everybody).Min(one => (DateTimeOffset?)one.At),
                [.. contact.Tellings.OrderBy(one => one.At).Select(one => new ToldResponse(one.At, one.How, one.ToldBy, one.Persons))],
                [.. contact.Postponements.OrderBy(one => one.At).Select(one => new PostponementResponse(one.SafetyReason, one.Until, one.At))],
                [.. contact.NotTold])
            : null,
        contact.Advice is { } advice ? new(advice.Text, advice.At) : null,
        [.. contact.Feedback.OrderBy(one => one.At).Select(FeedbackResponse.Of)],
        [.. contact.AcuteDangers.OrderBy(one => one.At).Select(AcuteDangerResponse.Of)],
        [.. contact.NotKnown.OrderBy(one => one.RecordedAt).Select(NotKnowingResponse.Of)],
        [.. contact.Clocks.OrderBy(clock => clock.DueAt).Select(ClockResponse.Of)],
        contact.Version);
}
