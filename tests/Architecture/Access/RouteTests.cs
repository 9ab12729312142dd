using System.Net;
using System.Net.Http.Json;
using Geborgen.Access;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Messaging;
using Geborgen.Planning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>The routes that the services really have.</summary>
public sealed class RouteTests(Region region)
{
    /// <summary>What is open to everybody, because it shows nothing of anybody.</summary>
    static readonly string[] Open = ["/health/live", "/health/ready", "/openapi.json", "/docs", "/docs/scalar.js"];

    [Fact]
    public void Every_route_asks_for_access_and_has_an_expectation()
    {
        Assert.Equal(Expected("intake"), Asked(region.Utrecht.Routes));
        Assert.Equal(Expected("investigation"), Asked(region.Investigation.Routes));
        Assert.Equal(Expected("planning"), Asked(region.Planning.Routes));
        Assert.Equal(Expected("family-view"), Asked(region.View.Routes));
    }

    [Fact]
    public void Every_resource_of_the_matrix_is_asked_for_by_a_route_or_decides_on_what_one_shows()
    {
        var asked = region.Routes
            .SelectMany(route => route.Metadata.GetMetadata<AccessRequirement>()?.Resources ?? []).ToHashSet();

        Assert.All(Matrix.ResourceNames.Except(asked), resource => Assert.Contains(
            Repository.ProductCode, file => file.Text.Contains($"FamiliesInReach(\"{resource}\")", StringComparison.Ordinal)
                || file.Text.Contains($"access.Shows(\"{resource}\", grant)", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_open_to_everybody_is_known() => Assert.All(
        region.Routes.Where(route => route.Metadata.GetMetadata<AccessRequirement>() is null),
        route =>
        {
            Assert.NotNull(route.Metadata.GetMetadata<IAllowAnonymous>());
            Assert.Contains(Open, open => route.RoutePattern.RawText!.EndsWith(open, StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("intake", "/gm0344/intake/v1")]
    [InlineData("investigation", "/gm0344/investigation/v1")]
    [InlineData("planning", "/gm0344/planning/v1")]
    [InlineData("family-view", "/family-view/v1")]
    public async Task Every_service_shows_its_api_to_everybody(string service, string prefix)
    {
        var http = service == "intake" ? region.Utrecht.Http : service == "investigation" ? region.Investigation.Http : service == "planning" ? region.Planning.Http : region.View.Http;
        foreach (var path in new[] { "/docs", "/docs/scalar.js", "/openapi.json" })
        {
            using var answer = await http.GetAsync(new Uri(prefix + path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public void The_family_view_only_shows_but_for_emergencies() => Assert.Equal(
        ["POST /family-view/v1/families/{id:guid}/emergency-access: family.emergency-access"],
        Asked(region.View.Routes).Where(route => !route.StartsWith("GET ", StringComparison.Ordinal)));

    [Fact]
    public async Task Every_projection_has_a_queue_of_its_own()
    {
        var virtualHost = Uri.EscapeDataString(new Uri(region.VirtualHost).AbsolutePath[1..]);
        var queues = (await region.Broker.Management.GetFromJsonAsync<Queue[]>($"api/queues/{virtualHost}", TestContext.Current.CancellationToken))!;

        Assert.Equal(
            [
                "family-view.involvement", "family-view.skeleton", "intake-gm0344.involvement",
                "intake-gm0344.on-acute-danger-judged", "intake-gm0344.on-agreement-taken-over", "intake-gm0344.on-emergency-acknowledged",
                "intake-gm0344.on-known-person-came", "intake-gm0344.on-plan-changed", "intake-gm0344.on-taken-out-readers-found",
                "intake-gm0355.involvement",
                "intake-gm0355.on-acute-danger-judged", "intake-gm0355.on-agreement-taken-over", "intake-gm0355.on-emergency-acknowledged",
                "intake-gm0355.on-known-person-came", "intake-gm0355.on-plan-changed", "intake-gm0355.on-taken-out-readers-found", "investigation.involvement", "investigation.members",
                "investigation.on-contact-statement-changed", "investigation.on-emergency-raised", "investigation.on-investigation-requested",
                "investigation.on-member-role-corrected", "investigation.on-person-taken-out",
                "planning-gm0344.involvement", "planning-gm0344.members", "planning-gm0344.on-emergency-ended", "planning-gm0344.on-help-decided",
                "planning-gm0344.on-member-role-corrected", "planning-gm0344.on-person-taken-out", "unrouted",
            ],
            queues.Select(queue => queue.Name).Order(StringComparer.Ordinal));
        // Those of a service itself and involvement; who belongs to a family is followed alike by all.
        Assert.Equal(2, Listening(typeof(FamilyViewDb)));
        Assert.Equal(7, Listening(typeof(IntakeDb)));
        Assert.Equal(6, Listening(typeof(InvestigationDb)));
        Assert.Equal(5, Listening(typeof(PlanningDb)));
    }

    static IEnumerable<string> Expected(string service) => Route.All.Where(route => route.Service == service)
        .Select(route => $"{route.Method} {route.Pattern}: {string.Join(", ", route.Resources)}").Order(StringComparer.Ordinal);

    static IEnumerable<string> Asked(IEnumerable<RouteEndpoint> routes) => (
        from route in routes
        let required = route.Metadata.GetMetadata<AccessRequirement>()
        where required is not null
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select $"{method} {route.RoutePattern.RawText}: {string.Join(", ", required.Resources)}").Order(StringComparer.Ordinal);

    /// <summary>The service's own projections and reactions, and the projection that all services have.</summary>
    static int Listening(Type db) => 1 + db.Assembly.GetTypes().Count(type => type.IsAssignableTo(typeof(IProjection<>).MakeGenericType(db))
        || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReacts<>)));

    sealed record Queue(string Name);
}
