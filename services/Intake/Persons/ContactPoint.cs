using Geborgen.Contracts.Casework;
using Geborgen.Intake.Families;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Persons;

/// <summary>Whom to call: a team, which puts through to who works with the family; never a name.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="OrganisationName">What it is called.</param>
/// <param name="Team">The team.</param>
/// <param name="TeamName">What it is called.</param>
/// <param name="Phone">The number to call, or null.</param>
public sealed record ContactPoint(string Organisation, string OrganisationName, string Team, string TeamName, string? Phone)
{
    /// <summary>The team that answers for a family now.</summary>
    internal static ContactPoint Of(Family family, Organisations registry, DateTimeOffset now)
    {
        var team = TeamIn(Relations.DutyTeam) ?? TeamIn(Relations.AssigningTeam) ?? registry.IntakeOnDuty(family.Municipality).Team;
        var party = registry.Parties.First(one => one.Teams.Any(own => own.Id == team));
        var known = party.Teams.First(own => own.Id == team);
        return new(party.Id, party.Name, team, known.Name, known.Phone);

        string? TeamIn(string relation) =>
            family.Assignments.FirstOrDefault(one => one.Relation == relation && one.ActiveAt(now) && registry.Parties.Any(party => party.Teams.Any(own => own.Id == one.Team)))?.Team;
    }
}
