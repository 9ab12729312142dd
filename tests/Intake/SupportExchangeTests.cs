using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Intake.Supports;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>Support between people without any case file.</summary>
public class SupportExchangeTests(IntakeServer intake)
{
    const string Prefix = "/gm0344/intake/v1", Number = "999990032";

    static readonly DateTimeOffset Now = KnownContact.Now;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_citizen_service_number_is_refused_wherever_it_stands()
    {
        var offer = Of(SupportSide.Offer);
        SupportExchange?[] none = [Try("I am 999990032.").Exchange, Try(name: Number).Exchange, Try(reach: Number).Exchange];

        Assert.All(none, Assert.Null);
        Assert.Equal(
            ["support-with-person-data", "support-with-person-data", "support-with-person-data"],
            [Try(Number).Refusal!.Code, offer.Note(Number, "lotte".At(Now))!.Code, offer.End(Number, "lotte".At(Now))!.Code]);
        Assert.Equal(1, offer.Version);

        static (SupportExchange? Exchange, Refusal? Refusal) Try(string text = "x", string name = "Ann", string reach = "By telephone") =>
            SupportExchange.Register(SupportSide.Offer, SupportKind.Company, text, new(name, reach), new("gm0344"), "lotte".At(Now));
    }

    [Fact]
    public void A_request_and_an_offer_come_together_when_both_agreed()
    {
        var (offer, request) = (Of(SupportSide.Offer), Of(SupportSide.Request));

        Assert.Equal("no-such-offer", request.MatchWith(null, true, true, "lotte".At(Now))!.Code);
        Assert.Equal("match-request-with-offer", offer.MatchWith(request, true, true, "lotte".At(Now))!.Code);
        Assert.Equal("match-request-with-offer", request.MatchWith(request, true, true, "lotte".At(Now))!.Code);
        Assert.Equal("match-without-agreement", request.MatchWith(offer, true, false, "lotte".At(Now))!.Code);
        Assert.Equal("match-without-agreement", request.MatchWith(offer, false, true, "lotte".At(Now))!.Code);
        Assert.Null(request.MatchWith(offer, true, true, "lotte".At(Now)));
        Assert.Equal("support-matched-already", request.MatchWith(offer, true, true, "lotte".At(Now))!.Code);

        Assert.Equal((offer.Id, "lotte", Now), (request.Match!.OfferId, request.Match.By, request.Match.At));
        Assert.Null(Of(SupportSide.Request).MatchWith(offer, true, true, "lotte".At(Now)));
    }

    [Fact]
    public void What_ended_is_over_and_who_it_was_is_forgotten()
    {
        var (offer, request) = (Of(SupportSide.Offer), Of(SupportSide.Request));
        Assert.Null(offer.Note("Goes well.", "lotte".At(Now)));

        Assert.Null(offer.End("Moved away.", "lotte".At(Now)));

        Assert.Null(offer.Contact);
        Assert.Equal(("Moved away.", 3), (offer.EndReason, offer.Version));
        Assert.All(
            [offer.End("x", "lotte".At(Now)), offer.Note("x", "lotte".At(Now)), request.MatchWith(offer, true, true, "lotte".At(Now))],
            refusal => Assert.Equal("support-exchange-ended", refusal!.Code));
    }

    [Fact]
    public async Task From_offer_and_request_to_how_it_goes()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var lotte = await intake.As("lotte");
        var before = await intake.Rows();
        var (offer, request) = (await New(system, "support-offers"), await New(lotte, "support-requests"));

        var read = await lotte.Read(request);
        Assert.Equal(("request", "Ann", "By telephone"), ((string?)read["side"], (string?)read["contact"]!["name"], (string?)read["contact"]!["reach"]));
        await lotte.Refused("not-found", request, "match", Agreed(Guid.CreateVersion7()), HttpStatusCode.NotFound);
        await lotte.Refused("match-without-agreement", request, "match", new { offerId = IdOf(offer), offerAgreed = true, requestAgreed = false }, HttpStatusCode.BadRequest);
        Assert.NotNull((await lotte.Change(request, "match", Agreed(IdOf(offer))))["match"]);
        using var noted = await lotte.Post($"{request}/notes", etag: null, new { text = "They drink coffee." });
        Assert.Equal(HttpStatusCode.OK, noted.StatusCode);
        Assert.Contains((await lotte.Read($"{Prefix}/support-exchanges?view=matched"))["items"]!.AsArray(), item => Id(item) == IdOf(request));

        var ended = await lotte.Change(request, "end", new { reason = "Not needed any more." });
        Assert.Equal(("Not needed any more.", null, "They drink coffee."), ((string?)ended["endReason"], ended["contact"], (string?)ended["notes"]![0]!["text"]));
        await lotte.Refused("support-exchange-ended", request, "end", new { reason = "x" });
        Assert.Contains((await lotte.Read($"{Prefix}/support-exchanges?view=ended"))["items"]!.AsArray(), item => Id(item) == IdOf(request));
        // No family, no event, no person.
        Assert.Equal(Without(before), Without(await intake.Rows()));

        static string Without(string rows) => string.Join(", ", rows.Split(", ").Where(row => !row.StartsWith("support", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_list_goes_on_by_its_cursor_and_tells_nobody_who_it_is()
    {
        using var lotte = await intake.As("lotte");
        var (first, second) = (await New(lotte, "support-offers"), await New(lotte, "support-offers"));

        var page = await lotte.Read($"{Prefix}/support-exchanges?side=offer&kind=listeningEar&limit=1");
        var next = await lotte.Read($"{Prefix}/support-exchanges?side=offer&kind=listeningEar&limit=1&cursor={page["next"]}");

        Assert.Equal((IdOf(second), IdOf(first)), (Id(page["items"]![0]), Id(next["items"]![0])));
        Assert.DoesNotContain("Ann", page.ToJsonString(), StringComparison.Ordinal);
        using var wrong = await lotte.GetAsync($"{Prefix}/support-exchanges?side=both", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Who_it_is_is_for_the_local_team_of_the_municipality_alone()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        var offer = await New(system, "support-offers");
        foreach (var (user, status) in new[]
        {
            ("lotte", HttpStatusCode.OK), ("daan", HttpStatusCode.OK), ("bram", HttpStatusCode.NotFound), ("rosa", HttpStatusCode.Forbidden),
            ("fatima", HttpStatusCode.Forbidden), ("pieter", HttpStatusCode.Forbidden),
        })
        {
            using var client = await intake.As(user);
            using var answer = await client.GetAsync(offer, Cancel);
            Assert.Equal((user, status), (user, answer.StatusCode));
        }
        using var sender = await system.GetAsync(offer, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, sender.StatusCode);
    }

    [Fact]
    public async Task A_number_or_nothing_is_refused_and_stores_nothing()
    {
        using var lotte = await intake.As("lotte");
        var before = await intake.Rows();
        await Refused("support-with-person-data", Body($"It is {Number}."));
        await Refused("invalid-input", Body(" "));
        await Refused("invalid-input", new { kind = "company", text = "x", contact = new { name = "Ann", reach = "" } });
        Assert.Equal(before, await intake.Rows());

        async Task Refused(string code, object body)
        {
            using var answer = await lotte.Post($"{Prefix}/support-requests", etag: null, body);
            Assert.Equal(
                (HttpStatusCode.BadRequest, $"urn:geborgen:problem:{code}"),
                (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]));
        }
    }

    static SupportExchange Of(SupportSide side) =>
        SupportExchange.Register(side, SupportKind.Company, "Walks together.", new("Ann", "By telephone"), new("gm0344"), "lotte".At(Now)).Exchange!;

    static async Task<string> New(HttpClient client, string path)
    {
        using var answer = await client.Post($"{Prefix}/{path}", etag: null, Body("Somebody who listens."));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Null(body["contact"]);
        return answer.Headers.Location!.OriginalString;
    }

    static object Body(string text) => new { kind = "listeningEar", text, contact = new { name = "Ann", reach = "By telephone" } };

    static object Agreed(Guid offer) => new { offerId = offer, offerAgreed = true, requestAgreed = true };

    static Guid IdOf(string path) => Guid.Parse(path.Split('/')[^1]);

    static Guid Id(JsonNode? item) => item!["id"]!.GetValue<Guid>();
}
