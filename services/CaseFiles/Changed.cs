using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.CaseFiles;

/// <summary>What became of a change: what was changed by whom under which grant, or the problem to answer with.</summary>
public sealed class Changed<T> where T : Versioned
{
    internal Changed(ProblemHttpResult problem) => Problem = problem;

    internal Changed(T file, Actor by, Grant grant, DateTimeOffset at) => (File, By, Grant, At) = (file, by, grant, at);

    /// <summary>What was changed; null when it was not.</summary>
    public T? File { get; }

    /// <summary>Who changed it; null when nobody did.</summary>
    public Actor? By { get; }

    /// <summary>When it was changed: of a request that is repeated, when the first was carried out.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The decision in favour of the caller; null when there is none.</summary>
    public Grant? Grant { get; }

    /// <summary>Why it was not changed; null when it was.</summary>
    public ProblemHttpResult? Problem { get; }
}

/// <summary>What a command opened, whose family it is and whose data; or why it did not.</summary>
/// <typeparam name="T">What was opened.</typeparam>
/// <param name="File">What was opened; null when it was refused.</param>
/// <param name="FamilyId">Its family; null where it belongs to none.</param>
/// <param name="Persons">The persons whose data it is.</param>
/// <param name="Refusal">Why nothing was opened.</param>
public sealed record Opened<T>(T? File, Guid? FamilyId, IEnumerable<Guid> Persons, Refusal? Refusal = null) where T : Versioned
{
    /// <summary>Nothing was opened.</summary>
    public Opened(Refusal refusal) : this(null, null, [], refusal)
    {
    }
}

/// <summary>Answers with what a change made of something.</summary>
public static class Answers
{
    /// <summary>Answers with the new state.</summary>
    public static Task<Results<Ok<TAnswer>, ProblemHttpResult>> Answer<T, TAnswer>(
        this Task<Changed<T>> change, Func<T, TAnswer?> show) where T : Versioned =>
        change.AnswerFor((one, _) => show(one));

    /// <summary>Answers with the new state as it is at the moment of the change.</summary>
    public static Task<Results<Ok<TAnswer>, ProblemHttpResult>> Answer<T, TAnswer>(
        this Task<Changed<T>> change, Func<T, DateTimeOffset, TAnswer?> show) where T : Versioned =>
        change.AnswerFor((one, how) => show(one, how.By!.Now));

    /// <summary>Answers with as much of the new state as the caller may see; what is no longer there when a request is repeated, is not found.</summary>
    public static async Task<Results<Ok<TAnswer>, ProblemHttpResult>> AnswerFor<T, TAnswer>(
        this Task<Changed<T>> change, Func<T, Changed<T>, TAnswer?> show) where T : Versioned
    {
        var changed = await change;
        return changed.Problem is { } problem ? problem
            : show(changed.File!, changed) is { } shown ? TypedResults.Ok(shown) : Problems.NotFound();
    }

    /// <summary>Answers that something was added, with where it is read.</summary>
    public static async Task<Results<Created<TAnswer>, ProblemHttpResult>> AnswerCreated<T, TAnswer>(
        this Task<Changed<T>> change, Func<Changed<T>, string> location, Func<T, Changed<T>, TAnswer?> show) where T : Versioned
    {
        var changed = await change;
        return changed.Problem is { } problem ? problem
            : show(changed.File!, changed) is { } shown ? TypedResults.Created(location(changed), shown) : Problems.NotFound();
    }
}
