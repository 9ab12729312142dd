using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Lets a parent or young person say that it does not work out at the moment, in two fields: under the own login, or on
/// the municipality's web site. It becomes a first contact like any other; nothing more is asked before somebody calls back. Who belongs to a
/// family here by a worker's act calls in that file: who works with the family has it at once, and no other member learns of it.
/// </summary>
public static class AskForHelp
{
    /// <summary>What is the matter, and how to call back.</summary>
    /// <param name="Text">What is the matter, in the own words.</param>
    /// <param name="ReachMe">How and when to call back: a number, an address, a time that is safe.</param>
    /// <param name="Author">Who asks: a parent, also when left out, or a child. Of who belongs to a family here its records say it.</param>
    /// <param name="FamilyId">For which of the own families; left out, the one with a key worker, or else the latest.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        [property: Required, StringLength(1000)] string ReachMe,
        [property: AllowedValues(StatementAuthor.Parent, StatementAuthor.Child)] StatementAuthor Author = StatementAuthor.Parent,
        Guid? FamilyId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/self-referrals", Handle)
        .RequireAccess("help.ask").Idempotent().WithETag()
        .WithName(nameof(AskForHelp)).WithSummary("Ask for help for yourself or your family");

    static Task<Results<Created<Submission>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, RegisterContact.Registration registration, HelpInOwnFile own, CancellationToken ct) =>
        registration.Of(
            municipality,
            new(ContactKind.SelfReferral, [new(request.Text, Author: request.Author)], ContactChannel.Web,
                Family: new(Whereabouts: new(Description: request.ReachMe))),
            ct, by => own.Open(municipality, request, by, ct));
}
