using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Says of texts that another service writes for a family, or is about to show to a member, whether they give away who reported or where
/// somebody is who is kept apart, and of its readers whether there is a report of which they were not told. The secrets stay here, and of the
/// texts nothing is kept.
/// </summary>
public static class CheckTexts
{
    /// <summary>The texts of one family.</summary>
    /// <param name="FamilyId">The family.</param>
    /// <param name="Texts">The texts, at most 1,000; none where only its readers are asked about.</param>
    /// <param name="Readers">The members, at most 100, who are about to learn that the other service works with the family.</param>
    /// <param name="BeganAt">When it began to; a report that was received later is not why. Left out where every report counts.</param>
    public sealed record Request(
        Guid FamilyId, [property: Required, MaxLength(1000)] IReadOnlyList<Text> Texts, [property: MaxLength(100)] IReadOnlyList<Guid>? Readers = null,
        DateTimeOffset? BeganAt = null);

    /// <summary>A text for the family.</summary>
    /// <param name="Content">The text; at most 20,000 characters.</param>
    /// <param name="Reader">The member who reads it; left out where it is for whoever of the family that is.</param>
    public sealed record Text([property: Required, StringLength(Statement.MaxLength)] string Content, Guid? Reader = null);

    /// <summary>What the texts give away, and of whom it is kept that there is a report.</summary>
    /// <param name="Items">One for each text, in their order.</param>
    /// <param name="Untold">Those of the readers who were not told of a report that concerns them, in whichever file.</param>
    public sealed record Response(IReadOnlyList<Verdict> Items, IReadOnlyList<Guid> Untold);

    /// <summary>What a text gives away.</summary>
    /// <param name="GivesReporterAway">Whether it tells who reported, while that is kept from the family.</param>
    /// <param name="GivesSecretAway">Whether it tells where somebody is, while that is kept from its reader.</param>
    /// <param name="Words">The words of the text that tell who reported, or null.</param>
    public sealed record Verdict(bool GivesReporterAway, bool GivesSecretAway, string? Words = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/texts/_toets", Handle)
        .RequireAccess("text.check")
        .WithName(nameof(CheckTexts)).WithSummary("Ask, as another service, whether texts for a family give something away");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        // Of a family that is not here nobody can say that a text is safe, or that somebody was told.
        if (!await db.Families.AnyAsync(one => one.Id == request.FamilyId && one.Municipality == municipality, ct))
        {
            await access.Log(grant, [], ct);
            return TypedResults.Ok(new Response([.. request.Texts.Select(_ => VerdictOf(new(IsReporter: false)))], request.Readers ?? []));
        }
        var secrets = (await db.SecretsAround([request.FamilyId], ct))[request.FamilyId];
        var doors = request.Texts.Select(one => one.Reader).Distinct().ToLookup(one => one, one => new FamilyDoor(secrets.KeptEverywhereFrom(one)));
        var (kin, untold) = (await db.KinOf([request.FamilyId], ct), new List<Guid>());
        foreach (var reader in request.Readers ?? [])
            if ((await db.UntoldTo(reader, kin, ct)).Since(request.FamilyId) is { } since && !(since > request.BeganAt))
                untold.Add(reader);
        await access.Log(grant with { FamilyId = request.FamilyId }, [], ct);
        return TypedResults.Ok(new Response([.. request.Texts.Select(one => VerdictOf(doors[one.Reader].Single().ToldBy(one.Content)))], untold));
    }

    static Verdict VerdictOf(GivenAway? gives) => new(gives is { IsReporter: true }, gives is { IsReporter: false }, gives is { IsReporter: true } ? gives.Words : null);
}
