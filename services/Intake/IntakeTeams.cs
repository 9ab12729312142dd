using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake;

/// <summary>Knows from the organisation registry which intake team is on duty for a municipality.</summary>
sealed class IntakeTeams(OrganisationRegistry registry)
{
    /// <summary>The team on duty now.</summary>
    /// <exception cref="InvalidOperationException">The registry names none; a registry that is read cannot do so.</exception>
    public DutyTeam OnDuty(Municipality municipality)
    {
        var organisations = registry.Current;
        var team = organisations.DutyTeam(municipality)
            ?? throw new InvalidOperationException($"No intake team is on duty for {municipality}.");
        var party = organisations.Parties.First(one => one.Teams.Any(known => known.Id == team));
        return new DutyTeam(team, party.Id);
    }
}
