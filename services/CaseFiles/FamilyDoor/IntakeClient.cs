using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.Extensions.Logging;

namespace Geborgen.CaseFiles;

/// <summary>
/// Asks Intake, which keeps who reported and where somebody is, whether texts for a family give that away, and whether a member was told of
/// each report. The secrets stay there. It is asked with this instance's own account: also where a member reads, who may not ask.
/// </summary>
public sealed class IntakeClient(HttpClient http, OrganisationRegistry registry, ILogger<IntakeClient> log)
{
    const string Service = "intake";

    // Escaped as far as can be this fills a body.
    const int MostSigns = 40_000;
    const int MostTexts = 1000;

    // An Intake that is older still judges texts: it takes no readers.
    sealed record Body(
        Guid FamilyId, IEnumerable<Text> Texts, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IEnumerable<Guid>? Readers = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? BeganAt = null);

    sealed record Text(string Content, Guid? Reader);

    sealed record Answer(IReadOnlyList<Verdict> Items, IReadOnlyList<Guid>? Untold);

    sealed record Verdict(bool GivesReporterAway, bool GivesSecretAway, string? Words = null)
    {
        public GivenAway? Gives => GivesReporterAway ? new(IsReporter: true, Words) : GivesSecretAway ? new(IsReporter: false) : null;
    }

    /// <summary>Lets texts be judged. Where Intake does not answer they stay without judgement, and nobody of the family reads them.</summary>
    internal async Task Judge(Municipality municipality, Guid familyId, TextsForFamily texts, CancellationToken ct)
    {
        foreach (var some in InBodies(texts.Gathered))
        {
            if (await Ask(municipality, new(familyId, some.Select(one => new Text(one.Text, one.Reader))), ct) is not { } answer)
                return;
            foreach (var (text, verdict) in some.Zip(answer.Items))
                texts.Judge(text, verdict.Gives);
        }
    }

    /// <summary>
    /// Whether there is a report about a family of which a member was not told, received before something began. Where Intake does not answer
    /// nobody was told.
    /// </summary>
    internal async Task<bool> IsUntold(Municipality municipality, Guid familyId, Guid personId, DateTimeOffset beganAt, CancellationToken ct) =>
        (await Ask(municipality, new(familyId, Texts: [], [personId], beganAt), ct))?.Untold?.Contains(personId) != false;

    async Task<Answer?> Ask(Municipality municipality, Body body, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Sources.Patience);
        try
        {
            if (registry.Current.Services.FirstOrDefault(run => run.Service == Service && run.Municipalities.Contains(municipality.Code)) is not { } run)
                return null;
            using var answer = await http.PostAsJsonAsync(
                new Uri($"{run.Address.TrimEnd('/')}/{municipality.Code}/{Service}/v1/texts/_toets"), body, patience.Token);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<Answer>(patience.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("Intake of {Municipality} did not say what is kept from a family: {Failure}", municipality.Code, failure.GetType().Name);
            return null;
        }
    }

    static IEnumerable<List<TextForFamily>> InBodies(IEnumerable<TextForFamily> texts)
    {
        var (body, signs) = (new List<TextForFamily>(), 0);
        foreach (var one in texts)
        {
            if (body.Count == MostTexts || (body.Count > 0 && signs + one.Text.Length > MostSigns))
            {
                yield return body;
                (body, signs) = ([], 0);
            }
            body.Add(one);
            signs += one.Text.Length;
        }
        if (body.Count > 0)
            yield return body;
    }
}
