using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>Every command that names an account, found by its request: who only gives the work gives none of it to oneself.</summary>
public sealed class NotOneselfTests(Region region)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_whose_request_names_an_account_is_asked() => Assert.Equal(
        region.Routes.Where(NamesAnAccount)
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText}")).Order(StringComparer.Ordinal),
        NamingAccounts.Select(route => $"{route.Method} {route.Pattern}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Who_only_gives_the_work_gives_none_of_it_to_oneself()
    {
        var about = await region.Register("lotte");
        await region.Investigate(about, "lotte");
        await region.AssignInvestigator(about.Family, Account.Of("emma"));
        await region.Assign(about.Family, Account.Of("daan"));
        var family = new KnownFamily("given to others", about.Family, about.Contact, "gm0344", null, []) { Investigation = await region.InvestigationOf(about.Family) };

        // One about several families says of each what became of it.
        foreach (var route in NamingAccounts.Where(route => !route.AnswersByFamily))
        {
            var giver = Account.Of(route.Service == "investigation" ? "rosa" : "lotte");
            var mayGive = Matrix.Given.Any(one => one.Service == route.Service && Matrix.GivesWork(one.Service, one.Relation)
                && Matrix.Names(route.Resources[0], giver, $"{one.Service}.{one.Relation}"));
            Assert.Equal((route, mayGive ? "409 not-oneself" : "404 not-found"), (route, await Ask(route, family, giver, giver)));
        }
    }

    [Fact]
    public async Task Who_works_with_the_file_takes_more_of_the_work_but_is_nobody_of_the_family()
    {
        foreach (var route in NamingAccounts.Where(route => !route.AnswersByFamily))
        {
            var about = await region.Register("lotte");
            var family = new KnownFamily("of the teams", about.Family, about.Contact, "gm0344", null, []);
            var worker = Account.Of("lotte");
            if (route.Service == "investigation")
            {
                await region.Investigate(about, "lotte");
                (family, worker) = (family with { Investigation = await region.InvestigationOf(about.Family) }, Account.Of("rosa"));
            }
            var answer = await Ask(route, family, worker, worker);

            Assert.True(route.Resources[0] == "member-account.link" ? answer == "409 not-oneself" : !answer.EndsWith("not-oneself", StringComparison.Ordinal) && answer[0] != '5',
                $"{route}: {answer}");
        }
    }

    static IEnumerable<Route> NamingAccounts => Route.All.Where(route => route.Body is not null && Accounts(route.Body).Any());

    async Task<string> Ask(Route route, KnownFamily family, Account by, Account named)
    {
        using var request = route.Request(family);
        var body = route.Body!.DeepClone().AsObject();
        foreach (var place in Accounts(body).ToList())
            place["account"] = named.Id;
        request.Content = JsonContent.Create(body);
        request.Headers.Remove("If-Match");
        request.Headers.Add("If-Match", $"\"{await region.VersionOf(route, family)}\"");
        using var answer = await region.Ask(region.Of(route), request, by.Name);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return $"{(int)answer.StatusCode}{(answer.IsSuccessStatusCode ? "" : " " + ((string)JsonNode.Parse(text)!["type"]!).Split(':')[^1])}";
    }

    static IEnumerable<JsonObject> Accounts(JsonNode? body) => body switch
    {
        JsonObject one => one.Where(part => part.Value is JsonObject or JsonArray).SelectMany(part => Accounts(part.Value)).Concat(one.ContainsKey("account") ? [one] : []),
        JsonArray several => several.SelectMany(Accounts),
        _ => [],
    };

    static bool NamesAnAccount(RouteEndpoint route) => route.Metadata.GetMetadata<MethodInfo>() is { } handler
        && handler.GetParameters().Any(parameter => parameter.ParameterType.Name == "Request" && HasAccount(parameter.ParameterType));

    static bool HasAccount(Type request) => request.GetProperties().Any(part => part.Name == "Account"
        || (part.PropertyType.Assembly == request.Assembly && part.PropertyType is { IsEnum: false, IsValueType: false } inner && inner != request && HasAccount(inner)));
}
