using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Supports;

/// <summary>Registers that somebody offers or asks for support, without opening a file.</summary>
public static class RegisterSupport
{
    /// <summary>What is offered or asked for.</summary>
    /// <param name="Kind">What kind of support.</param>
    /// <param name="Text">What, in plain words and without a citizen service number.</param>
    /// <param name="Contact">Who it is and how to reach them; read by the local team only.</param>
    public sealed record Request(
        SupportKind Kind,
        [property: Required, StringLength(2000)] string Text,
        ContactRequest Contact);

    /// <summary>Who it is.</summary>
    /// <param name="Name">The name by which they want to be known.</param>
    /// <param name="Reach">How to reach them, such as a telephone number.</param>
    public sealed record ContactRequest(
        [property: Required, StringLength(200)] string Name,
        [property: Required, StringLength(200)] string Reach);

    /// <summary>That it was registered.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Side">Offered or asked for.</param>
    /// <param name="RegisteredAt">When it was written down.</param>
    /// <param name="Version">The version, in the ETag.</param>
    public sealed record Response(Guid Id, SupportSide Side, DateTimeOffset RegisteredAt, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api)
    {
        Map(api, "/support-offers", SupportSide.Offer).WithName("OfferSupport").WithSummary("Offer support, without a file");
        Map(api, "/support-requests", SupportSide.Request).WithName("RequestSupport").WithSummary("Ask for support, without a file");
    }

    static RouteHandlerBuilder Map(RouteGroupBuilder api, string path, SupportSide side) => api.MapPost(path, (
            Municipality municipality, Request request, IntakeDb db, Change<SupportExchange> change, CancellationToken ct) =>
            Handle(side, municipality, request, db, change, ct))
        .RequireAccess("support-exchange.register").Idempotent().WithETag();

    static Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        SupportSide side, Municipality municipality, Request request, IntakeDb db, Change<SupportExchange> change, CancellationToken ct)
    {
        return change.Open(by => Task.FromResult(Open(by)), ct).AnswerCreated(
            opened => $"/{municipality}/intake/v1/support-exchanges/{opened.File!.Id}",
            (one, _) => new Response(one.Id, one.Side, one.RegisteredAt, one.Version));

        Opened<SupportExchange> Open(Actor by)
        {
            var (exchange, refusal) = SupportExchange.Register(
                side, request.Kind, request.Text, new(request.Contact.Name, request.Contact.Reach), municipality, by);
            if (refusal is not null)
                return new(refusal);
            db.Add(exchange!);
            return new(exchange, FamilyId: null, []);
        }
    }
}
