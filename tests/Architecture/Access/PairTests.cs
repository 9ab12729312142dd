using System.Collections.Concurrent;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>Each relation, given by each service, and what it opens at every service: what the matrix says of it under its full name, and no more.</summary>
public sealed class PairTests(Region region)
{
    /// <summary>A service that is still to come, and gives what nobody knows yet.</summary>
    const string ToCome = "planning";

    // A local and a regional worker, who are of no team that works with the family.
    static readonly Account[] Workers = [Account.Of("daan"), Account.Of("rosa")];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_relation_opens_what_the_matrix_says_of_who_gave_it_and_ends_everywhere()
    {
        var about = await region.Register("lotte");
        await region.Eventually(about.Family);
        var family = new KnownFamily("of the team on duty", about.Family, about.Contact, "gm0344", null, [Involved.Duty("gm0344")]);
        var wrong = new ConcurrentBag<string>();
        foreach (var service in Matrix.Given.Select(one => one.Service).Append(ToCome).Distinct())
            foreach (var relation in Matrix.Given.Select(one => one.Relation).Distinct())
                foreach (var worker in Workers)
                {
                    var given = Involved.By(relation, worker, service);
                    await region.Say(family.Id, given);
                    await Ask(worker, family with { Name = $"with {given.Name}", Involved = [.. family.Involved, given] }, wrong);
                    await region.End(family.Id, worker);
                }
        foreach (var worker in Workers)
            await Ask(worker, family with { Name = "with which nobody works any more" }, wrong);

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    /// <summary>One route of each resource at each service, about the family or its contact.</summary>
    static IEnumerable<Route> Asked => Route.All
        .Where(route => route.IsAboutFamily && (route.Granted == Route.Stale || route.Granted == "200")
            && route.Path.Split('/')[1] is "families" or "contacts" && (route.Service != "investigation" || route.Method == "GET"))
        .DistinctBy(route => (route.Service, route.Resources[0]));

    async Task Ask(Account worker, KnownFamily family, ConcurrentBag<string> wrong) => await Parallel.ForEachAsync(
        from route in Asked
        from activity in route.Resources.SelectMany(Matrix.ChosenFor).Distinct().Append(null)
        select (route, activity),
        new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancel },
        async (one, _) =>
        {
            using var request = one.route.Request(family);
            using var answer = await region.Ask(region.Of(one.route), request, worker.Name, one.activity);
            var expected = Matrix.Answer(one.route, worker, family, one.activity);
            if ($"{(int)answer.StatusCode}" != expected[..3])
                wrong.Add($"{one.route} | {worker} | family {family} | {one.activity}: {(int)answer.StatusCode} instead of {expected}");
        });
}
