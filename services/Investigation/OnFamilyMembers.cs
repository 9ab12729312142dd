using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation;

/// <summary>
/// Keeps who belongs or once belonged to a family, so that nobody is added to an investigation who never did. Who left
/// stays: a parent who moved out is still a parent.
/// </summary>
public sealed class OnFamilyMembers : IProjection<InvestigationDb>
{
    /// <summary>Its name in the inbox.</summary>
    public const string Name = "family-members";

    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } = [typeof(FamilyOpened), typeof(MemberAdded), typeof(PersonTakenOut)];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    /// <inheritdoc/>
    public async Task Apply(InvestigationDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.WriteNewer(events.SelectMany(one => one.Event switch
        {
            FamilyOpened said => said.Members.Select(member => new FamilyMember(said.FamilyId, member.PersonId, TakenOut: false, said.Version)),
            MemberAdded said => [new FamilyMember(said.FamilyId, said.Member.PersonId, TakenOut: false, said.Version)],
            PersonTakenOut said => [new FamilyMember(said.FamilyId, said.PersonId, TakenOut: true, said.Version)],
            _ => Enumerable.Empty<FamilyMember>(),
        }), ct);
    }

    /// <inheritdoc/>
    public async Task Empty(InvestigationDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Set<FamilyMember>().ExecuteDeleteAsync(ct);
    }
}
