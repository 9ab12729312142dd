using System.Text;
using System.Text.Json.Nodes;
using Geborgen.Architecture.Tests.Access;
using Geborgen.ServiceDefaults;
using Geborgen.Support;

namespace Geborgen.Fuzz.Tests;

/// <summary>
/// Thousands of requests that are made from the documents of the services, by all accounts, are answered as the documents say. What stands
/// there grows by those that succeed. A failure shows the seed, the request and the answer; how long and by which seed says <see cref="Dice"/>.
/// </summary>
public sealed class ServiceTests(Region region)
{
    const int Shown = 12;

    // One of so many requests tries what did not succeed yet.
    const int Tries = 4;

    // So many of all requests a service gets: by what it takes.
    static readonly Dictionary<string, int> Shares = new() { ["intake"] = 45, ["investigation"] = 25, ["planning"] = 20, ["family-view"] = 10 };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_is_a_fault_or_other_than_its_description()
    {
        var found = await Task.WhenAll(Shares.Keys.Select((service, lane) => Task.Run(() => Ask(service, lane), Cancel)));

        var wrong = found.SelectMany(one => one).ToList();
        Assert.True(wrong.Count == 0, $"Seed {Dice.Seed}: {wrong.Count} kinds of answers are not as described.\n\n{string.Join("\n\n", wrong.Take(Shown))}");
    }

    async Task<IReadOnlyCollection<string>> Ask(string service, int lane)
    {
        var (host, prefix) = service switch
        {
            "intake" => (region.Utrecht.Http, "/gm0344/intake/v1"),
            "investigation" => (region.Investigation.Http, "/gm0344/investigation/v1"),
            "planning" => (region.Planning.Http, "/gm0344/planning/v1"),
            _ => (region.View.Http, "/family-view/v1"),
        };
        // Headers go out as they are, whatever letters stand in them.
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.BaseAddress };
        var api = new ApiDocument($"{prefix}/openapi.json");
        var document = await api.Read(http, Cancel);
        var known = new Known();
        var (requests, verdict) = (new Requests(document, known), new Verdict(api, document));
        var (wrong, succeeded) = (new Dictionary<string, string>(), new HashSet<string>());

        foreach (var family in region.Families)
        {
            known.Add("families", $"{family.Id}");
            known.Add("contacts", $"{family.Contact}");
        }
        var number = 0;
        for (var round = 0; round < 3; round++)
            foreach (var account in new[] { "lotte", "rosa", "daan", "fatima", "pieter", "gm0344-case-system", "investigation-instance" })
                foreach (var read in requests.Reads(account, Dice.For(lane, number++)).ToList())
                    await Send(read);
        for (; number < Dice.Requests * Shares[service] / 100; number++)
            if (number % Tries != 0)
                await Send(requests.Next(Dice.For(lane, number)));
            else
                foreach (var tried in requests.Tried(succeeded, Dice.For(lane, number)))
                    await Send(tried);

        TestContext.Current.SendDiagnosticMessage($"{service}: {succeeded.Count} of {requests.Names.Count} operations succeeded, and none of {string.Join(", ", requests.Names.Except(succeeded))}.");
        if (succeeded.Count * 2 < requests.Names.Count)
            wrong["few"] = $"Of {service} only {succeeded.Count} operations of {requests.Names.Count} succeeded at all.";
        return wrong.Values;

        async Task Send(Sent sent)
        {
            using var message = sent.Message(host.BaseAddress!);
            message.Headers.Authorization = sent.Account is null ? null : await region.TokenOf(Account.Of(sent.Account));
            var (answer, text, failure) = await Answer(http, message);
            if (answer is null)
            {
                // The server may hang up on a body that is too large for it.
                if (sent.Body?.Length <= Extensions.BodyLimit || sent.Body is null)
                    wrong.TryAdd($"{sent.Operation} {failure}", $"no answer: {failure}\n{sent}");
                return;
            }
            using var answered = answer;
            var path = message.RequestUri!.AbsolutePath;
            if (verdict.Of(sent, path, answer, text) is { } fault)
                wrong.TryAdd($"{sent.Operation} {(int)answer.StatusCode} {fault[..Math.Min(60, fault.Length)]}", $"{fault}\n{sent}\n→ {(int)answer.StatusCode} {text[..Math.Min(text.Length, 1_000)]}");
            if (!answer.IsSuccessStatusCode || text.Length == 0)
                return;
            succeeded.Add(sent.Operation);
            known.Learn(Resource(path), Root(path), path.Split('/')[^1], answer.Headers.ETag?.Tag, JsonNode.Parse(text)!);
            if (JsonNode.Parse(text)!["next"] is { } next)
                known.GoesOn(sent.Operation, $"{next}");
        }
    }

    static async Task<(HttpResponseMessage? Answer, string Text, string? Failure)> Answer(HttpClient http, HttpRequestMessage message)
    {
        try
        {
            var answer = await http.SendAsync(message, Cancel);
            return (answer, await answer.Content.ReadAsStringAsync(Cancel), null);
        }
        catch (HttpRequestException exception)
        {
            return (null, "", exception.GetBaseException().Message);
        }
    }

    /// <summary>A path up to its first id.</summary>
    static string Resource(string path) => string.Join('/', path.Split('/').TakeWhile(part => !IsId(part)).Concat(path.Split('/').Where(IsId).Take(1)));

    static string Root(string path) => path.Split('/').FirstOrDefault(IsId) ?? "";

    static bool IsId(string part) => Guid.TryParse(part, out _);
}
