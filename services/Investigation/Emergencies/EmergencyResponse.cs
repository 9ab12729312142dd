using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Emergencies;

/// <summary>The regional team's answer to an emergency that Intake raised. That it was received is said at once.</summary>
public sealed class EmergencyResponse : ClockedAggregate
{
    /// <summary>The key of the term within which the regional team says what it does.</summary>
    public const string FollowUpTerm = "emergencyFollowUp";

    EmergencyResponse()
    {
    }

    /// <summary>The emergency at Intake.</summary>
    public Guid EmergencyId { get; private init; }

    /// <summary>The family.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>The contact at Intake, where the words are; null while only what came after became known.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>When it was raised; when what became known first happened, while <see cref="ContactId"/> is null.</summary>
    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When the regional team received it.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>What the regional team does, or null while it did not answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>The account that answered, or null.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>When the regional team answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the danger was averted, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it was last found that the family is in another place than was told, or null. Where stands with the contact.</summary>
    public DateTimeOffset? PlaceCorrectedAt { get; private set; }

    /// <summary>The account of the local worker who acts on it, or null while nobody took it.</summary>
    public string? TakenBy { get; private set; }

    /// <summary>That worker's organisation, or null.</summary>
    public string? TakenByOrganisation { get; private set; }

    /// <summary>When that worker took it, or null.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>The place of the last taking in the emergency's stream at Intake; 0 before the first.</summary>
    public int TakenVersion { get; private set; }

    /// <summary>When it was taken out of sight, because it was registered in error at Intake, or null.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    /// <summary>The team that acts on it.</summary>
    public Assignment Team { get; private init; } = null!;

    /// <inheritdoc/>
    public override Guid OfFamily => FamilyId;

    /// <inheritdoc/>
    protected override ClockOwner OwnerOfClocks => ClockOwner.Investigator;

    /// <summary>Receives an emergency: the team on duty is involved at once, and has until the end of the day to say what it does.</summary>
    public static EmergencyResponse Receive(RaisedEmergency emergency, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(emergency);
        ArgumentNullException.ThrowIfNull(duty);
        var response = new EmergencyResponse
        {
            Id = Guid.CreateVersion7(now),
            EmergencyId = emergency.EmergencyId,
            FamilyId = emergency.FamilyId,
            Municipality = emergency.Municipality,
            ContactId = emergency.ContactId,
            RaisedAt = emergency.RaisedAt.ToUniversalTime(),
            ReceivedAt = now,
            Team = Assignment.OfTeam(duty, now),
        };
        response.Raise(new EmergencyAcknowledged(response.EmergencyId), now);
        response.Raise(response.Team.Started(), now);
        response.StartClock(limit, response.RaisedAt, now);
        return response;
    }

    /// <summary>What was raised arrives after something that followed on it.</summary>
    public void Complete(RaisedEmergency emergency)
    {
        ArgumentNullException.ThrowIfNull(emergency);
        if (ContactId is null && emergency.ContactId is { } contact)
            (ContactId, RaisedAt) = (contact, emergency.RaisedAt.ToUniversalTime());
    }

    /// <summary>A local worker acts on it. An earlier taking that arrives later changes nothing.</summary>
    public void NoteTaken(string worker, string organisation, DateTimeOffset at, int version)
    {
        if (version > TakenVersion)
            (TakenBy, TakenByOrganisation, TakenAt, TakenVersion) = (worker, organisation, at.ToUniversalTime(), version);
    }

    /// <summary>The family is in another place than was told. It is heard by two ways; the last correction counts.</summary>
    public void NotePlace(DateTimeOffset correctedAt)
    {
        var at = correctedAt.ToUniversalTime();
        if (at <= PlaceCorrectedAt)
            return;
        PlaceCorrectedAt = at;
        TakeNextVersion();
    }

    /// <summary>The regional team says what it does. Also once the danger is averted: forms come after.</summary>
    public Refusal? Respond(string answer, Actor by)
    {
        if (AnsweredAt is not null)
            return EmergencyRefusals.AlreadyAnswered;
        (Answer, AnsweredBy, AnsweredAt) = (answer, by.Account, by.Now);
        Raise(new EmergencyAnswered(EmergencyId), by.Now);
        StopClock(FollowUpTerm, by.Now);
        return null;
    }

    /// <summary>It was registered in error at Intake: nobody acts on it, and nobody sees it any more.</summary>
    public void TakeOut(DateTimeOffset now)
    {
        if (TakenOutAt is not null)
            return;
        End(now);
        TakenOutAt = now;
        TakeNextVersion();
    }

    /// <summary>The danger is averted: the team on duty is no longer involved for it. Said more than once, it counts once.</summary>
    public void End(DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        EndedAt = now;
        Team.End(now);
        Raise(Team.Ended(now), now);
        StopClock(FollowUpTerm, now);
    }
}

/// <summary>An emergency as Intake raised it.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="ContactId">The contact, or null when only what came after became known.</param>
/// <param name="RaisedAt">When it was raised.</param>
public sealed record RaisedEmergency(Guid EmergencyId, Guid FamilyId, Municipality Municipality, Guid? ContactId, DateTimeOffset RaisedAt);

/// <summary>Why something is not done to a response.</summary>
public static class EmergencyRefusals
{
    /// <summary>The regional team answered before.</summary>
    public static Refusal AlreadyAnswered { get; } = new(
        "already-answered", "The regional team has answered this emergency.", "Read the answer; what follows is recorded at Intake.");

    /// <summary>It says that it was raised before the law knew the term that would count from then.</summary>
    public static Refusal RaisedTooLongAgo { get; } = new(
        "raised-too-long-ago", "No term counts from so long ago.", "Send the moment at which it was raised.", RefusalKind.Invalid);
}
