using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Contacts;

/// <summary>What the sender of a contact learns, now and later: how far it is, never a word of it.</summary>
/// <param name="Id">The contact.</param>
/// <param name="FamilyId">The family that it was placed with.</param>
/// <param name="Status">How far it is.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="RegisteredAt">When it was written down.</param>
/// <param name="Statements">The statements that were sent, in the order in which they were sent.</param>
/// <param name="Version">The version, in the ETag: another one when something of this is another, and not when workers go on inside.</param>
/// <param name="LeftOut">What can't be right in an emergency and was left out; absent when nothing was.</param>
public sealed record Submission(
    Guid Id, Guid FamilyId, ContactStatus Status, DateTimeOffset ReceivedAt, DateTimeOffset RegisteredAt,
    IReadOnlyList<Submission.SentStatement> Statements, [property: JsonIgnore] int Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeftOut>? LeftOut = null) : IVersioned
{
    /// <summary>A statement that was sent.</summary>
    /// <param name="Id">The statement.</param>
    /// <param name="Number">The number of its version, from 1.</param>
    /// <param name="Status">Whether it stands.</param>
    public sealed record SentStatement(Guid Id, int Number, StatementStatus Status);

    // What others said of the same family is no business of a sender.
    internal static Submission Of(Contact contact) => Of(contact, knownAs: null);

    /// <summary>A contact for a member of the family, who knows the family by an id of its own where its file went into another.</summary>
    internal static Submission Of(Contact contact, Guid? knownAs)
    {
        SentStatement[] sent = [.. contact.Statements.Where(said => contact.Sender is null || said.WrittenBy == contact.Sender).OrderBy(said => said.Place)
            .Select(said => new SentStatement(said.Id, said.Number, said.Status))];
        return new(contact.Id, knownAs ?? contact.FamilyId, contact.Status, contact.ReceivedAt, contact.RegisteredAt, sent, VersionOf(contact.Status, sent));
    }

    /// <summary>The version that the sender reads of a contact.</summary>
    internal static int VersionSeen(Contact contact) => Of(contact).Version;

    // Of what is shown and of nothing else: a number that counts changes would tell how many there were inside.
    static int VersionOf(ContactStatus status, IEnumerable<SentStatement> sent) => BinaryPrimitives.ReadInt32BigEndian(
        SHA256.HashData(Encoding.ASCII.GetBytes($"{status} {string.Join(' ', sent.Select(one => $"{one.Id:n}.{one.Number}.{one.Status}"))}"))) & int.MaxValue;
}
