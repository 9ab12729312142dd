using System.Text.RegularExpressions;
using Geborgen.Casework;

namespace Geborgen.ServiceDefaults;

/// <summary>What must hold before a registry is used: a wrong one would send a family's data to another organisation.</summary>
static partial class OrganisationRules
{
    /// <summary>Everything that is wrong with a registry; empty when it can be used.</summary>
    internal static IReadOnlyList<string> Violations(Organisations registry) =>
    [
        .. Repeated("municipality", registry.Municipalities.Select(municipality => municipality.Code)),
        .. Repeated("organisation", registry.Parties.Select(party => party.Id)),
        .. Repeated("team", Teams(registry)),
        .. Repeated("instance", registry.Services.Select(run => run.Instance)),
        .. Repeated("service", registry.Services.SelectMany(run => run.Paths)),
        .. Malformed(registry),
        .. Unknown("municipality", registry.Services.SelectMany(run => run.Municipalities), registry.Municipalities.Select(known => known.Code)),
        .. Unknown("team", registry.Municipalities.SelectMany(one => new[] { one.DutyTeam, one.RegionalTeam ?? one.DutyTeam }), Teams(registry)),
        .. WithoutRegionalTeam(registry),
        .. Unknown("organisation", Named(registry), registry.Parties.Select(party => party.Id)),
    ];

    static IEnumerable<string> Teams(Organisations registry) => registry.Parties.SelectMany(party => party.Teams).Select(team => team.Id);

    static IEnumerable<string> Named(Organisations registry) =>
        registry.Services.Select(run => run.Controller)
            .Concat(registry.Mandates.SelectMany(mandate => new[] { mandate.Petitioner, mandate.Executor }));

    static IEnumerable<string> Repeated(string what, IEnumerable<string> names) =>
        names.CountBy(name => name).Where(name => name.Value > 1).Select(name => $"The {what} {name.Key} is there {name.Value} times.");

    static IEnumerable<string> Unknown(string what, IEnumerable<string> names, IEnumerable<string> known) =>
        names.Except(known).Select(name => $"The {what} {name} is named but not there.");

    // An investigation that nobody owns could be opened for nobody.
    static IEnumerable<string> WithoutRegionalTeam(Organisations registry) =>
        from municipality in registry.Municipalities
        where municipality.RegionalTeam is null
            && registry.Services.Any(run => run.Service == "investigation" && run.Municipalities.Contains(municipality.Code))
        select $"{municipality.Code} has no regional team but is served by one's investigation.";

    static IEnumerable<string> Malformed(Organisations registry)
    {
        foreach (var municipality in registry.Municipalities)
            if (!Municipality.TryParse(municipality.Code, null, out _))
                yield return $"{municipality.Code} is not the code of a municipality.";
        foreach (var name in registry.Parties.Select(party => party.Id).Concat(Teams(registry))
            .Concat(registry.Services.SelectMany(run => new[] { run.Service, run.Instance })))
            if (!KebabCase().IsMatch(name))
                yield return $"{name} is not a kebab-case name.";
        foreach (var run in registry.Services)
        {
            if (!Uri.TryCreate(run.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                yield return $"The address of {run.Instance} is not an http address.";
            if (run.Municipalities.Count == 0)
                yield return $"{run.Instance} serves no municipality.";
        }
        foreach (var mandate in registry.Mandates)
            if (mandate.Until < mandate.From)
                yield return $"The mandate for {mandate.Measure} of {mandate.Petitioner} ends before it starts.";
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex KebabCase();
}
