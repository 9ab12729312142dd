using System.Text.Json.Serialization;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Emergencies;

/// <summary>Calls the regional team's Investigation, with this instance's own account.</summary>
sealed class InvestigationClient(HttpClient http, OrganisationRegistry registry)
{
    const string Service = "investigation";

    /// <summary>How long the other may take; then it is tried again.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>An emergency as it is brought: ids and a moment, no words.</summary>
    sealed record Body(Guid EmergencyId, Guid FamilyId, Guid ContactId, DateTimeOffset RaisedAt,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? PlaceCorrectedAt);

    /// <summary>Brings an emergency. True when the other has received it.</summary>
    /// <exception cref="HttpRequestException">The other, or who gives the account's token, can't be reached.</exception>
    public async Task<bool> Bring(Emergency emergency, CancellationToken ct)
    {
        var municipality = emergency.Municipality.Code;
        if (registry.Current.Services.FirstOrDefault(run => run.Service == Service && run.Municipalities.Contains(municipality)) is not { } run)
            return false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var answer = await http.PostAsJsonAsync(
            new Uri($"{run.Address.TrimEnd('/')}/{municipality}/{Service}/v1/emergencies"),
            new Body(emergency.Id, emergency.FamilyId, emergency.ContactId, emergency.RaisedAt, emergency.PlaceCorrectedAt), patience.Token);
        return answer.IsSuccessStatusCode;
    }
}
