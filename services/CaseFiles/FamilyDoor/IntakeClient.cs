using System.Net.Http.Json;
using System.Text.Json;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.Extensions.Logging;

namespace Geborgen.CaseFiles;

/// <summary>
/// Asks Intake, which keeps who reported and where somebody is, whether texts for a family give that away. The secrets stay there. It is
/// asked with this instance's own account: also where a member reads, who may not ask.
/// </summary>
public sealed class IntakeClient(HttpClient http, OrganisationRegistry registry, ILogger<IntakeClient> log)
{
    const string Service = "intake";

    // Escaped as far as can be this fills a body.
    const int MostSigns = 40_000;
    const int MostTexts = 1000;

    sealed record Body(Guid FamilyId, IEnumerable<Text> Texts);

    sealed record Text(string Content, Guid? Reader);

    sealed record Answer(IReadOnlyList<Verdict> Items);

    sealed record Verdict(bool GivesReporterAway, bool GivesSecretAway);

    /// <summary>Lets texts be judged. Where Intake does not answer they stay without judgement, and nobody of the family reads them.</summary>
    internal async Task Judge(Municipality municipality, Guid familyId, TextsForFamily texts, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Sources.Patience);
        try
        {
            if (registry.Current.Services.FirstOrDefault(run => run.Service == Service && run.Municipalities.Contains(municipality.Code)) is { } run)
                foreach (var some in InBodies(texts.Gathered))
                    await Ask(new($"{run.Address.TrimEnd('/')}/{municipality.Code}/{Service}/v1/texts/_toets"), familyId, some, texts, patience.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("Intake of {Municipality} did not judge texts for a family: {Failure}", municipality.Code, failure.GetType().Name);
        }
    }

    async Task Ask(Uri address, Guid familyId, List<TextForFamily> some, TextsForFamily texts, CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync(address, new Body(familyId, some.Select(one => new Text(one.Text, one.Reader))), ct);
        answer.EnsureSuccessStatusCode();
        foreach (var (text, verdict) in some.Zip((await answer.Content.ReadFromJsonAsync<Answer>(ct))?.Items ?? []))
            texts.Judge(text, verdict.GivesReporterAway ? GivenAway.Reporter : verdict.GivesSecretAway ? GivenAway.Secret : GivenAway.Nothing);
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
