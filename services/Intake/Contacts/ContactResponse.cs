using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
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
/// <param name="Statements">What was said, side by side, a family member's own words first.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record ContactResponse(
    Guid Id, Guid FamilyId, ContactStatus Status, DateTimeOffset ReceivedAt, DateTimeOffset RegisteredAt,
    ContactKind Kind, ContactChannel Channel, ReporterResponse? Reporter, Whereabouts? Whereabouts,
    IReadOnlyList<StatementResponse> Statements,
    [property: JsonIgnore] int Version) : IVersioned
{
    // Whose face the family knows may know who reported; a whole team may not.
    static readonly string[] MayKnowShieldedReporter = [Relations.KeyWorker, Relations.Cover, Relations.Duo];

    internal static ContactResponse Of(Contact contact, string relation) => new(
        contact.Id, contact.FamilyId, contact.Status, contact.ReceivedAt, contact.RegisteredAt, contact.Kind, contact.Channel,
        contact.Reporter is { } reporter
            ? new(reporter.Role, reporter.Shielded,
                reporter.Shielded && !MayKnowShieldedReporter.Contains(relation) ? null : reporter.Name)
            : null,
        contact.Whereabouts,
        [.. contact.Statements
            .OrderBy(statement => statement.Author is StatementAuthor.Child ? 0 : statement.Author is StatementAuthor.Parent ? 1 : 2)
            .ThenBy(statement => statement.Place)
            .Select(statement => new StatementResponse(
                statement.Id, statement.Kind, statement.Author, statement.Text, statement.StatedAt, statement.Contested))],
        contact.Version);
}

/// <summary>Who reported a concern, as a worker reads it.</summary>
/// <param name="Role">What they are to the family.</param>
/// <param name="Shielded">Whether the name is kept apart.</param>
/// <param name="Name">The name; null when it is not known, or kept from this reader.</param>
public sealed record ReporterResponse(string Role, bool Shielded, string? Name);

/// <summary>A statement as a worker reads it.</summary>
/// <param name="Id">The statement, by which reports refer to it.</param>
/// <param name="Kind">What kind it is; null while nobody labelled it.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="Text">The words.</param>
/// <param name="StatedAt">When it was said or written.</param>
/// <param name="Contested">Whether somebody disputes it.</param>
public sealed record StatementResponse(
    Guid Id, StatementKind? Kind, StatementAuthor Author, string Text, DateTimeOffset StatedAt, ContestStatus Contested);
