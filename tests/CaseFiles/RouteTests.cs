using System.Net;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles.Tests.Errands;
using Geborgen.ServiceDefaults;
using Geborgen.Support;

namespace Geborgen.CaseFiles.Tests;

/// <summary>Every route that a service with case files has, asked as its document says; one that is added is asked by itself.</summary>
public class RouteTests(ErrandServer errands)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes => [.. ErrandServer.Routes.Keys];

    /// <summary>Those about something of one family.</summary>
    public static TheoryData<string> OfOne => [.. ErrandServer.Routes.Where(route => route.Value.Contains(":guid", StringComparison.Ordinal)).Select(route => route.Key)];

    [Fact]
    public async Task Every_route_stands_in_the_document_with_a_request_that_is_accepted()
    {
        using var anybody = errands.As("anybody");
        var document = await errands.Api.Read(anybody, Cancel);
        var story = new ExampleStory(document, anybody);

        Assert.Equal(ErrandServer.Routes.Keys.Order(), ApiDocument.Operations(document).Select(one => (string)one.Operation["operationId"]!).Order());
        Assert.Equal(story.WithBody.Order(), story.Shown.Order());
        Assert.Empty(ApiDocument.RefusalsOf(typeof(Errand).Assembly).Except(ApiDocument.Problems(document)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_answers_whom_it_is_for(string route)
    {
        var furnished = await Furnished.For(errands, route);

        using var answer = await furnished.Ask();

        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task It_tells_who_is_not_involved_what_it_tells_of_what_is_not_there(string route)
    {
        var furnished = await Furnished.For(errands, route);

        using var stranger = await furnished.AskAsStranger();
        using var unknown = await furnished.AskForUnknown();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger.StatusCode, unknown.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(Cancel), await stranger.Content.ReadAsStringAsync(Cancel));
        // It was there for whom it is.
        using var answer = await furnished.Ask();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    /// <summary>A family with an errand in which there is something for each route, and how one is asked.</summary>
    sealed record Furnished(ErrandServer Errands, string Route, Family Family, string File, JsonObject Document, Dictionary<string, string> Ids)
    {
        (string Path, string Method, JsonObject Operation) Asked => ApiDocument.Operations(Document).Single(one => (string?)one.Operation["operationId"] == Route);

        IEnumerable<string> RolesOf => Asked.Operation["x-roles"]!.AsArray().Select(role => (string)role!);

        public static async Task<Furnished> For(ErrandServer errands, string route)
        {
            using var lotte = errands.As(ErrandServer.KeyWorker);
            var document = await errands.Api.Read(lotte, Cancel);
            if (route == nameof(PlanErrand))
            {
                var waiting = await errands.NewFamily();
                return new(errands, route, waiting, "", document, new() { ["familyId"] = $"{waiting.Id}" });
            }
            var (family, file) = await errands.NewErrand();
            var opinion = await Said(new { text = "Too late again.", author = "professional", kind = "opinion" });
            var fact = await Said(new { text = "The bus was late.", author = "network", kind = "observation" });
            var own = await Said(new { text = "I would rather walk.", author = "parent", kind = "opinion", personId = family.Mother });
            await lotte.Change(file, $"statements/{opinion}/sharings", new { personId = family.Mother });
            await lotte.Change(file, $"statements/{opinion}/contests", new { part = "content", reason = "I was not.", personId = family.Mother });
            await lotte.Change(file, "not-known", new { what = "Who drove.", why = "Nobody saw.", tried = "Asked.", reviewOn = TestDay.Today.AddDays(5) });
            var present = await lotte.Change(file, "acute-dangers", new { personId = family.Child, ground = "Alone on the road.", judgedBy = "Lotte" });
            var ids = new Dictionary<string, string>
            {
                ["id"] = file.Split('/')[^1],
                ["familyId"] = $"{family.Id}",
                ["statementId"] = $"{fact}",
                ["contestId"] = $"{In("statements").Single(said => (string?)said["id"] == opinion)["contests"]![0]!["id"]}",
                ["notKnowingId"] = $"{In("notKnown").Single()["id"]}",
                ["acuteDangerId"] = $"{In("acuteDangers").Single()["id"]}",
                ["clockId"] = $"{In("clocks").Single(clock => (string?)clock["term"] == "errand")["id"]}",
            };
            await Ready();
            return new(errands, route, family, file, document, ids);

            IEnumerable<JsonNode> In(string list) => present[list]!.AsArray().Select(one => one!);

            async Task<string> Said(object words) =>
                (string)(await lotte.Change(file, "statements", words))["statements"]!.AsArray().MaxBy(said => (string)said!["id"]!, StringComparer.Ordinal)!["id"]!;

            // What one route needs, and would be in the way of another.
            async Task Ready()
            {
                switch (route)
                {
                    case nameof(AttachStatement) or nameof(SettleContest) or nameof(ContestSharedStatement) or nameof(AnswerSharedOpinion):
                        ids["statementId"] = opinion;
                        break;
                    case nameof(AmendOwnStatement) or "WithdrawOwnStatement":
                        ids["statementId"] = own;
                        break;
                    case "LiftWithholding":
                        await lotte.Change(file, $"statements/{fact}/withholding",
                            new { basis = "Jeugdwet 7.3.10", reason = "Not yet.", reviewOn = TestDay.Today.AddDays(5), until = TestDay.Today.AddDays(9) });
                        break;
                    case "ResumeClock":
                        await lotte.Change(file, $"clocks/{ids["clockId"]}/pause", new { reason = "familyRequest", explanation = "You asked.", until = TestDay.Today.AddDays(5) });
                        break;
                    case "CloseErrand":
                        await lotte.Change(file, $"acute-dangers/{ids["acuteDangerId"]}/end", new { ground = "Home.", judgedBy = "Lotte" });
                        break;
                    case "GetDataBreach" or nameof(TellBreachRecipient) or nameof(AssessDataBreach):
                        await lotte.Change(file, $"statements/{opinion}/removal", new { reason = "Of another family." });
                        var breach = (await lotte.Got($"{ErrandServer.Root}/data-breaches?limit=100"))["items"]!.AsArray().Single(one => (Guid)one!["familyId"]! == family.Id)!["id"]!;
                        ids["id"] = $"{breach}";
                        ids["recipientId"] = $"{(await lotte.Got($"{ErrandServer.Root}/data-breaches/{breach}"))["recipients"]![0]!["id"]}";
                        break;
                }
            }
        }

        public async Task<HttpResponseMessage> Ask()
        {
            using var caller = Caller(Family.Login, ErrandServer.KeyWorker, "gm0344");
            return await Send(caller, Ids);
        }

        public async Task<HttpResponseMessage> AskAsStranger()
        {
            using var stranger = Caller($"mother-{Guid.CreateVersion7()}", ErrandServer.Stranger, "gm0355");
            return await Send(stranger, Ids);
        }

        public async Task<HttpResponseMessage> AskForUnknown()
        {
            using var caller = Caller(Family.Login, ErrandServer.KeyWorker, "gm0344");
            var first = Asked.Path.Split('/').First(part => part is "{id}" or "{familyId}")[1..^1];
            return await Send(caller, new(Ids) { [first] = $"{Guid.CreateVersion7()}" });
        }

        HttpClient Caller(string member, string worker, string organisation) =>
            RolesOf.Contains(Roles.LocalTeam) ? Errands.As(worker)
            : RolesOf.Contains(Roles.FamilyMember) ? Errands.As(member, Roles.FamilyMember)
            : RolesOf.Contains(Roles.PrivacyOfficer) ? Errands.As("officer", Roles.PrivacyOfficer, organisation)
            : Errands.As("errands", Roles.Instance, client: "errands-gm0344-instance");

        async Task<HttpResponseMessage> Send(HttpClient caller, Dictionary<string, string> ids)
        {
            var (template, method, operation) = Asked;
            var path = ids.Aggregate(template.Replace("{municipality}", "gm0344", StringComparison.Ordinal),
                (path, id) => path.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
            var body = operation["requestBody"]?["content"]!["application/json"]!["example"]!.DeepClone().AsObject();
            foreach (var (name, value) in Here)
                if (body?.ContainsKey(name) == true)
                    body[name] = value;
            if (method == "get")
                return await caller.GetAsync(path, Cancel);
            var version = ApiDocument.Parameters(operation, Document).Any(one => (string?)one["name"] == "If-Match") ? await Version(template) : null;
            return await caller.Send(path, body, version);
        }

        async Task<string> Version(string template)
        {
            using var lotte = Errands.As(ErrandServer.KeyWorker);
            return await lotte.Version(template.Contains("/data-breaches/", StringComparison.Ordinal) ? $"{ErrandServer.Root}/data-breaches/{Ids["id"]}" : File);
        }

        /// <summary>What an example names is of another family and another day.</summary>
        IEnumerable<(string Name, string Value)> Here =>
        [
            ("personId", $"{Family.Mother}"), ("statedAt", $"{TestDay.Now.AddMinutes(-1):O}"), ("agreedOn", $"{TestDay.Today:O}"),
            ("talkedWithChildOn", $"{TestDay.Today:O}"), ("reviewOn", $"{TestDay.Today.AddDays(7):O}"), ("until", $"{TestDay.Today.AddDays(14):O}"),
        ];
    }
}
