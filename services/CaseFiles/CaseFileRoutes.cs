using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Geborgen.CaseFiles;

/// <summary>Where the routes stand that every case file of one kind has, and what the access matrix calls them.</summary>
/// <param name="Api">The API of the service.</param>
/// <param name="Noun">The files in the path, such as <c>contacts</c>.</param>
/// <param name="Key">What its resources in the access matrix begin with, such as <c>contact</c>.</param>
readonly record struct CaseFileRoutes(RouteGroupBuilder Api, string Noun, string Key)
{
    /// <summary>Reads a file.</summary>
    public RouteHandlerBuilder Get(Delegate handler) => Api.MapGet($"/{Noun}/{{id:guid}}", handler).RequireAccess($"{Key}.read").WithETag();

    /// <summary>Adds something to a file. Who adds need not have read the latest.</summary>
    public RouteHandlerBuilder Add(string path, string part, Delegate handler) =>
        Api.MapPost($"/{Noun}/{{id:guid}}/{path}", handler).RequireAccess($"{Key}.{part}").TakesIfMatch().Idempotent().WithETag();

    /// <summary>Changes something in a file, as it was read.</summary>
    public RouteHandlerBuilder Change(string path, string part, Delegate handler) =>
        Api.MapPost($"/{Noun}/{{id:guid}}/{path}", handler).RequireAccess($"{Key}.{part}").RequireIfMatch().Idempotent().WithETag();

    /// <summary>Adds something under the own login of a member of the family, who reads no versions.</summary>
    public RouteHandlerBuilder AddOwn(string path, Delegate handler) =>
        Api.MapPost($"/{Noun}/{{id:guid}}/{path}", handler).RequireAccess($"own-{Key}.statement").Idempotent();

    /// <summary>Lists what is a member's own.</summary>
    public RouteHandlerBuilder ListOwn(Delegate handler) => Api.MapGet($"/own-{Noun}", handler).RequireAccess($"own-{Key}.list");
}
