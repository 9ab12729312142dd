using Geborgen.Casework;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Access;

/// <summary>What a route gives access to: keys of the access matrix. A caller is judged by the first that names one of its roles.</summary>
/// <param name="Resources">Keys of the access matrix.</param>
public sealed record AccessRequirement(IReadOnlyList<string> Resources);

/// <summary>Ties routes to the access matrix.</summary>
public static class AccessRoutes
{
    const int Attempts = 5;

    static readonly Refusal ActivityRequired = new("processing-activity-required", "Processing activity required",
        "This is open to you only for an activity that you choose: send the header Processing-Activity with emergency-response or consultation.", RefusalKind.Invalid);

    static readonly Refusal ActivityUnknown = new("processing-activity-unknown", "Unknown processing activity",
        "The header Processing-Activity must be one key of the processing register.", RefusalKind.Invalid);

    /// <summary>
    /// Says what the route gives access to. A role that the resource does not name is answered 403 (404 where that would
    /// tell a family or system something), an unknown <c>Processing-Activity</c> or a missing one that is chosen 400, a log that can't be
    /// written 503. A request that the database let go because others waited for it begins again. An answer that succeeds without anything logged becomes 500: the handler forgot <see cref="FamilyAccess.Log"/>.
    /// Call it before any other filter, so that it sees their answers too.
    /// </summary>
    public static RouteHandlerBuilder RequireAccess(this RouteHandlerBuilder route, params string[] resources)
    {
        if (resources is not { Length: > 0 })
            throw new ArgumentException("A route names at least one resource.", nameof(resources));
        return route
            .WithMetadata(new AccessRequirement(resources), new QueryParameters.RefusedOnceGranted(), new RequestHeader(TokenForwarding.ProcessingActivityHeader,
                "Only for a processing activity that you choose: emergency-response in acute danger, consultation when you think along "
                + "with a colleague. Left out, it follows from what you ask for, your role and your relation to the family.",
                Required: false, ActivityRequired, ActivityUnknown))
            .AddEndpointFilter((context, next) => Judge(resources, context, next));
    }

    static async ValueTask<object?> Judge(string[] resources, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        var access = request.RequestServices.GetRequiredService<FamilyAccess>();
        var policy = request.RequestServices.GetRequiredService<AccessPolicy>();
        var candidates = Array.ConvertAll(resources, key => policy.Resources[key]);
        try
        {
            var header = request.Request.Headers[TokenForwarding.ProcessingActivityHeader];
            switch (await access.Begin(candidates, header.Count == 0 ? null : header.ToString(), request.NamedMunicipality(), QueryParameters.Refusal(request), request.RequestAborted))
            {
                case null:
                    break;
                case Verdict.RoleNotNamed:
                    var user = request.RequestServices.GetRequiredService<CurrentUser>();
                    var hidden = candidates[0].About == AccessScope.Family && policy.ForbiddenLooksUnknownTo.Any(user.Is);
                    return hidden ? Problems.NotFound() : Problems.Forbidden();
                case Verdict.ActivityMissing:
                    return Problems.From(ActivityRequired);
                default:
                    return Problems.From(ActivityUnknown);
            }
            var answer = await Untangled(access, context, next);
            if (access.Logged || !Succeeds(answer))
                return answer;
        }
        catch (AccessLogUnavailableException)
        {
            request.Response.Headers.RetryAfter = "1";
            return Problems.Unavailable();
        }
        throw new InvalidOperationException("The route answered without logging what it showed or did.");
    }

    // Of those who wait for each other the database lets one go. What that one wanted must not be lost, and its caller has done nothing wrong.
    static async ValueTask<object?> Untangled(FamilyAccess access, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next(context);
            }
            catch (Exception exception) when (exception.IsDeadlock() && attempt < Attempts)
            {
                access.BeginAgain();
            }
        }
    }

    /// <summary>Whether a handler's answer says that it did what was asked for.</summary>
    public static bool Succeeds(object? answer) => answer switch
    {
        INestedHttpResult nested => Succeeds(nested.Result),
        IStatusCodeHttpResult { StatusCode: >= 400 } => false,
        _ => true,
    };
}
