using System.Text.Json.Serialization;
using Geborgen.Casework;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Who runs what, and for whom: the content of the organisation registry. It is data and dated, because the law on
/// the regional team's form is not settled and today's parties work beside the new ones for years.
/// </summary>
/// <param name="Municipalities">The municipalities of the region.</param>
/// <param name="Parties">The organisations, each with its teams and the services that it runs.</param>
/// <param name="Mandates">Who may ask the court for which measure, and who executes it.</param>
public sealed record Organisations(
    IReadOnlyList<RegisteredMunicipality> Municipalities,
    IReadOnlyList<Organisation> Parties,
    IReadOnlyList<Mandate> Mandates)
{
    /// <summary>The intake team on duty for a municipality, which owns a new contact until it is assigned.</summary>
    /// <exception cref="InvalidOperationException">The municipality is not in the registry.</exception>
    public TeamOnDuty IntakeOnDuty(Municipality municipality) => OnDuty(municipality, known => known.DutyTeam);

    /// <summary>The regional team on duty for a municipality, which owns an investigation or emergency until it is assigned.</summary>
    /// <exception cref="InvalidOperationException">The municipality is not in the registry, or has no regional team there.</exception>
    public TeamOnDuty RegionalOnDuty(Municipality municipality) => OnDuty(municipality, known => known.RegionalTeam);

    /// <summary>Every service that somebody runs.</summary>
    [JsonIgnore]
    public IEnumerable<ServiceRun> Services => Parties.SelectMany(party => party.Services);

    /// <summary>The service that somebody runs under whose own account a client calls; null when it is nobody's.</summary>
    public ServiceRun? RunOf(string client) => Services.FirstOrDefault(run => run.Client == client);

    TeamOnDuty OnDuty(Municipality municipality, Func<RegisteredMunicipality, string?> which)
    {
        var team = Municipalities.Where(known => known.Code == municipality.Code).Select(which).FirstOrDefault()
            ?? throw new InvalidOperationException($"No such team is on duty for {municipality}.");
        return new(team, Parties.First(party => party.Teams.Any(known => known.Id == team)).Id);
    }
}

/// <summary>A municipality as the registry knows it.</summary>
/// <param name="Code">CBS code, for instance <c>gm0344</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="DutyTeam">The intake team on duty.</param>
/// <param name="RegionalTeam">The regional safety team on duty; null where none works yet.</param>
public sealed record RegisteredMunicipality(string Code, string Name, string DutyTeam, string? RegionalTeam = null);

/// <summary>An organisation that works with families.</summary>
/// <param name="Id">Stable kebab-case id; the token's claim <c>organisation</c> holds it.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Teams">Its teams (reporting lines).</param>
/// <param name="Services">The services that it runs.</param>
public sealed record Organisation(string Id, string Name, IReadOnlyList<Team> Teams, IReadOnlyList<ServiceRun> Services);

/// <summary>A team (reporting line) of an organisation.</summary>
/// <param name="Id">Stable kebab-case id, unique in the region; the token's claim <c>team</c> holds it.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Phone">The number by which other workers reach it; null when it has none.</param>
public sealed record Team(string Id, string Name, string? Phone = null);

/// <summary>A service that an organisation runs.</summary>
/// <param name="Service">The service's kebab-case name as in its URL.</param>
/// <param name="Instance">Name of the instance, unique in the region.</param>
/// <param name="Address">Where it is reached: a name for service discovery or a real address.</param>
/// <param name="Municipalities">The municipalities that it serves.</param>
/// <param name="Controller">The organisation that decides on purpose and means (GDPR article 4(7)).</param>
/// <param name="LegalBasis">The legal basis of its processing.</param>
/// <param name="ProcessingActivities">Keys of the processing register that it works under.</param>
/// <param name="Shared">Whether the region shares it: its URL then names no municipality.</param>
public sealed record ServiceRun(
    string Service,
    string Instance,
    string Address,
    IReadOnlyList<string> Municipalities,
    string Controller,
    string LegalBasis,
    IReadOnlyList<string> ProcessingActivities,
    bool Shared = false)
{
    /// <summary>What its URLs start with, without slashes around it: <c>gm0344/intake</c>, or <c>family-view</c> when shared.</summary>
    [JsonIgnore]
    public IEnumerable<string> Paths => Shared ? [Service] : Municipalities.Select(municipality => $"{municipality}/{Service}");

    /// <summary>The client under which it calls others as itself.</summary>
    [JsonIgnore]
    public string Client => ClientOf(Instance);

    /// <summary>The client under which an instance calls others as itself.</summary>
    public static string ClientOf(string instance) => $"{instance}-instance";
}

/// <summary>Who may ask the court for a measure and who executes it, from a date.</summary>
/// <param name="Measure">The measure, such as <c>supervisionOrder</c>.</param>
/// <param name="Petitioner">Organisation that may petition.</param>
/// <param name="Executor">Organisation that executes it.</param>
/// <param name="LegalBasis">The article that says so.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record Mandate(string Measure, string Petitioner, string Executor, string LegalBasis, DateOnly From, DateOnly? Until = null);
