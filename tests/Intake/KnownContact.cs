using Geborgen.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>A contact as a system sent it, for the tests of what follows.</summary>
static class KnownContact
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TimeLimits Limits { get; } = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));

    public static DecisionKinds Kinds { get; } = DecisionKinds.Read(Path.Combine(AppContext.BaseDirectory, "decision-kinds.json"), Limits);

    public static Decision Decision { get; } =
        Decision.Make(Kinds.For("triage", "investigation", ControllerKind.Municipality, Now),
            "We want to know more.", "The school and both parents tell another story.", "Waiting was considered.").Decision!;

    public static Contact Of(ContactKind kind = ContactKind.Concern, Reporter? reporter = null, params Words[] statements) =>
        Contact.Register(
            new(kind, ContactChannel.System, Now, reporter, null,
                statements is [] ? [new("Seen.", StatementAuthor.Reporter, StatedAt: Now)] : statements),
            FamilyRecords.Nobody, Guid.CreateVersion7(), new Municipality("gm0344"), "gm0344-case-system", Limits, By(Now)).Contact!;

    /// <summary>The system that sent it, which acts at a moment.</summary>
    public static Actor By(DateTimeOffset now) => new("gm0344-case-system", "gm0344", "municipal-system", now, WorksWithFile: true);

    /// <summary>Lotte tells persons of the report.</summary>
    public static Refusal? Tell(this Contact contact, Guid[] persons, Guid[] mustHear, DateTimeOffset at) => contact.TellThoseConcerned(
        persons, "At the kitchen table.", "Lotte", mustHear, TellingTerms.At(Limits, Now), "lotte".At(at));

    public static Refusal? AddStatement(this Contact contact, Words said, DateTimeOffset now) => contact.Say(said, FamilyRecords.Nobody, By(now));
}
