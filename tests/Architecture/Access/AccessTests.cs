using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>
/// Every route, asked by every account about every family for every processing activity that the route knows, one that
/// it does not know, one that nobody knows, and none.
/// </summary>
public sealed class AccessTests(Region region)
{
    const int AtOnce = 32;
    const string Unheard = "no-such-activity";

    public static TheoryData<Route> Routes => [.. Route.All];

    [Fact]
    public void Every_role_has_an_account_that_asks()
    {
        var asking = Account.All.SelectMany(account => account.Roles).ToHashSet();

        Assert.Empty(typeof(ServiceDefaults.Roles).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(asking));
        Assert.Empty(Matrix.Roles.Except(asking));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_is_answered_without_a_token(Route route) => Assert.Equal(
        "401 unauthenticated", (await Ask(new(route, null, region.Families[0], Matrix.ActivitiesOf(route.Resources[0]).First()))).Status);

    [Fact]
    public async Task Everybody_is_answered_as_the_matrix_says_and_all_of_it_is_logged()
    {
        var asked = new ConcurrentBag<(Question Question, Answer Answer)>();
        await Parallel.ForEachAsync(
            Route.All.SelectMany(Questions), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (question, _) => asked.Add((question, await Ask(question))));

        None(asked.Where(one => one.Answer.Status != one.Question.Expected)
            .Select(one => $"{one.Question}: {one.Answer.Status} instead of {one.Question.Expected}"));
        Assert.Single(asked.Where(one => one.Answer.Status == "404 not-found").Select(one => one.Answer.Content).Distinct());

        var logs = new Dictionary<string, ILookup<string, LoggedAccess>>
        {
            ["intake"] = await region.Utrecht.AccessLog(TestContext.Current.CancellationToken),
            ["investigation"] = await region.Investigation.AccessLog(TestContext.Current.CancellationToken),
            ["planning"] = await region.Planning.AccessLog(TestContext.Current.CancellationToken),
            ["family-view"] = await region.View.AccessLog(TestContext.Current.CancellationToken),
        };
        None(asked.Where(one => !IsLogged(one.Question, one.Answer, logs[one.Question.Route.Service][one.Answer.Trace]))
            .Select(one => $"{one.Question}: {one.Answer.Status} is not in the access log as it should be."));
    }

    /// <summary>Every work list about families, for everybody who works with some.</summary>
    public static TheoryData<Route, string> WorkLists => [..
        from route in Route.All
        where route.IsWorkList && (route.Service != "family-view" || route.Resources[0] == "families.list")
        from account in Account.All
        where Matrix.Answer(route, account, null, Matrix.SentFor(route.Resources[0], account)) == route.Granted
        select (route, account.Name)];

    [Theory]
    [MemberData(nameof(WorkLists))]
    public async Task A_work_list_shows_the_families_of_the_matrix_and_no_other(Route list, string name)
    {
        foreach (var activity in Matrix.Activities.Append(null))
        {
            using var request = list.Request(null);
            request.RequestUri = new($"{request.RequestUri}?limit=100", UriKind.Relative);
            using var answer = await region.Ask(region.Of(list), request, name, activity);
            if (Matrix.Answer(list, Account.Of(name), null, activity) is var expected && expected != list.Granted)
            {
                Assert.Equal(expected[..3], $"{(int)answer.StatusCode}");
                continue;
            }
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            var listed = page.GetProperty("items").EnumerateArray().Select(FamilyOf).ToHashSet();

            Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
            Assert.Equal(
                region.Families.Where(family => list.Lists(family) && Matrix.Lists(list, Account.Of(name), family, activity)),
                region.Families.Where(family => listed.Contains(family.Id)));
        }

        static Guid FamilyOf(JsonElement item) => (item.TryGetProperty("familyId", out var family) ? family : item.GetProperty("id")).GetGuid();
    }

    static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong.Order(StringComparer.Ordinal)));

    IEnumerable<Question> Questions(Route route)
    {
        string[] known = [.. route.Resources.SelectMany(Matrix.ActivitiesOf).Distinct()];
        string?[] activities = [.. known, .. Matrix.Activities.Except(known).Take(1), Unheard, null];
        return from account in Account.All
               from family in route.IsAboutFamily ? region.Families : (IEnumerable<KnownFamily?>)[null]
               from activity in activities
               select new Question(route, account, family, activity);
    }

    async Task<Answer> Ask(Question question)
    {
        var answer = await AskOnce(question);
        // Of two that add at once to one thing, the second is told to read again; it named no version and adds once more.
        while (question.Route.Granted == "201" && answer.Status == Route.Stale)
            answer = await AskOnce(question);
        return answer;
    }

    async Task<Answer> AskOnce(Question question)
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        using var request = question.Route.Request(question.Family);
        using var answer = await region.Ask(region.Of(question.Route), request, question.Account?.Name, question.Activity, trace);
        var content = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var status = $"{(int)answer.StatusCode}";
        if (!answer.IsSuccessStatusCode)
            status += " " + JsonDocument.Parse(content).RootElement.GetProperty("type").GetString()!.Split(':')[^1];
        return new(status, $"{answer.Content.Headers}{content}", trace);
    }

    /// <summary>
    /// What was shown is logged and nothing else; what was refused is logged as refused, once. Where access was granted
    /// and the request then failed on its content, or on a family that is not there, nothing was shown; what a rule refused stands there by its code.
    /// </summary>
    static bool IsLogged(Question question, Answer answer, IEnumerable<LoggedAccess> rows)
    {
        var logged = rows.ToArray();
        if (logged.Any(row => row.Account != question.Account!.Id || !question.Route.Resources.Contains(row.Resource)))
            return false;
        if (answer.Status[0] == '2')
            return logged.Length > 0 && logged.All(row => row.Action != "denied");
        // Only in an emergency somebody who is not involved may ask, of a family that is not there too; that was an attempt.
        if (question.FailsOnNothing)
            return logged is [{ Action: "emergency" }];
        // Who may is told the same of what is not there as who may not.
        if (answer.Status == "404 not-found" && logged is [{ Action: "denied" }])
            return true;
        return answer.Status == question.Route.Granted
            ? logged.Length == 0 || logged is [{ Action: "denied", Reason: { } code }] && answer.Status.EndsWith($" {code}", StringComparison.Ordinal)
            : logged is [{ Action: "denied" }];
    }

    sealed record Question(Route Route, Account? Account, KnownFamily? Family, string? Activity)
    {
        public string Expected => Matrix.Answer(Route, Account!, Family, Activity);

        /// <summary>Whether the matrix would allow it, if only there were such a family.</summary>
        public bool FailsOnNothing => Family is { IsKnown: false }
            && Matrix.Answer(Route, Account!, Family with { Involved = [new("nobody", "nobody", "nobody", null, null)] }, Activity) == Route.Granted;

        public override string ToString() => $"{Route} | {Account} | family {Family} | {Activity ?? "no activity"}";
    }

    sealed record Answer(string Status, string Content, string Trace);
}
