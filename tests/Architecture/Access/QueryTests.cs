using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>Every route, asked by every account about every family with a query parameter that no route knows.</summary>
public sealed class QueryTests(Region region)
{
    const string Unknown = "nonsense";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_parameter_is_named_to_whoever_may_ask_and_all_others_are_answered_as_without_it()
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            from route in Route.All
            from account in Account.All
            from family in route.IsAboutFamily ? region.Families.Where(one => one.IsKnown) : (IEnumerable<KnownFamily?>)[null]
            select (route, account, family),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancel },
            async (one, _) =>
            {
                var activity = Matrix.SentFor(one.route.Resources[0], one.account);
                var expected = Matrix.Answer(one.route, one.account, one.family, activity);
                var (status, named) = await Ask(one.route, one.account, one.family, activity);
                if (expected == one.route.Granted ? status != 400 || named != Unknown : $"{status}" != expected[..3] || named == Unknown)
                    wrong.Add($"{one.route} | {one.account} | family {one.family}: {status} {named} where it is {expected} without");
            });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    async Task<(int Status, string? Named)> Ask(Route route, Account account, KnownFamily? family, string? activity)
    {
        using var request = route.Request(family);
        var path = $"{request.RequestUri}";
        request.RequestUri = new($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Unknown}=1", UriKind.Relative);
        using var answer = await region.Ask(region.Of(route), request, account.Name, activity);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return ((int)answer.StatusCode, problem?["errors"]?.AsObject().Single().Key);
    }
}
