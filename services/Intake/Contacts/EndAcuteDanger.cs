using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records that somebody judges acute danger to be over. The emergency is ended apart, by what averts it.</summary>
public static class EndAcuteDanger
{
    /// <summary>On what ground, and who says so.</summary>
    /// <param name="Ground">What the judgement is built on.</param>
    /// <param name="JudgedBy">Who judges so, by name and function.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Ground,
        [property: Required, StringLength(200)] string JudgedBy);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/acute-dangers/{acuteDangerId:guid}/end", Handle)
        .RequireAccess("contact.judge-danger").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndAcuteDanger)).WithSummary("Record that somebody judges acute danger to be over");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid acuteDangerId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.EndAcuteDanger(acuteDangerId, request.Ground, request.JudgedBy, now), ct);
}
