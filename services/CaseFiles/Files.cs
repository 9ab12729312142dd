using Geborgen.Access;
using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>What a service says about its files of one kind: where one belongs, whom it is about, and what goes with each change of it.</summary>
public abstract class Files<T> where T : Versioned
{
    /// <summary>The family of a file, and who sent it; nothing when it is not there.</summary>
    public abstract IQueryable<Origin> WhoseIs(Guid id);

    /// <summary>The persons whose data it is.</summary>
    public abstract Task<IEnumerable<Guid>> PersonsOf(T file, CancellationToken ct);

    /// <summary>Those whose data it was before a change, where one can take somebody from it.</summary>
    public virtual IEnumerable<Guid> PersonsBefore(T file) => [];

    /// <summary>What a file must know before it is asked anything, or shown alone.</summary>
    public virtual Task Prepare(T file, CancellationToken ct) => Task.CompletedTask;

    /// <summary>
    /// Lets files learn what other records keep from their families. That is read only where a member of a family is told or reads something;
    /// files that learn nothing tell the family nothing.
    /// </summary>
    public virtual Task LearnSecrets(IReadOnlyCollection<T> files, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Whether this service knows itself what others keep from the families. Where not, another is asked about each text, while nothing is held.</summary>
    public virtual bool KnowSecrets => true;

    /// <summary>Lets texts for the family of a file be judged by who knows what is kept. What stays without judgement does not pass.</summary>
    public virtual Task Judge(T file, TextsForFamily texts, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Why a file takes no change now; null where it does.</summary>
    public virtual Refusal? WhyNotChanged(T file) => null;

    /// <summary>What goes with each change of a file, in the same transaction.</summary>
    public virtual Task Changed(T file, Actor by, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>What a service says beside that about case files, which hold the statements of those concerned.</summary>
/// <typeparam name="T">The file.</typeparam>
/// <typeparam name="TShown">A file as a worker reads it.</typeparam>
public abstract class Files<T, TShown> : Files<T> where T : CaseFile
{
    /// <summary>What the resources of the access matrix that are about such a file begin with, such as <c>contact</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Since when words can stand in a file.</summary>
    public abstract DateTimeOffset BeganAt(T file);

    /// <summary>What the records of the family say of those who may have spoken.</summary>
    public abstract Task<FamilyRecords> RecordsOf(T file, CancellationToken ct);

    /// <summary>The file as the caller reads it.</summary>
    public abstract TShown Show(T file, Grant grant);

    /// <summary>What is done at once when somebody is judged to be in acute danger, in the same transaction.</summary>
    public virtual Task DangerJudged(T file, Actor by, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Answers a change with the file as the caller reads it now.</summary>
    public TShown Show(T file, Changed<T> how) => Show(file, how.Grant!);
}

/// <summary>What a service says beside that about what a member of the family reads of its case files under the own login.</summary>
/// <typeparam name="T">The file.</typeparam>
/// <typeparam name="TShown">A file as a worker reads it.</typeparam>
/// <typeparam name="TOwn">A file as a member of the family reads it.</typeparam>
public abstract class Files<T, TShown, TOwn> : Files<T, TShown> where T : CaseFile
{
    /// <summary>The files that somebody may know to be there, the latest first. Of all others the member does not learn that they exist.</summary>
    public abstract Task<IQueryable<T>> KnownTo(string account, DateTimeOffset now, CancellationToken ct);

    /// <summary>The member of the family behind a login account, as a worker tied it; null when there is none in this file, or no longer.</summary>
    public abstract Task<Guid?> MemberBehind(string account, T file, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Whether it is kept from a member of the family that a file is there, because the member was not told of what led to it. Another service
    /// is asked, while nothing is held.
    /// </summary>
    public virtual Task<bool> IsHiddenFrom(T file, Guid? reader, CancellationToken ct) => Task.FromResult(false);

    /// <summary>Lets files learn what others keep from those who read them.</summary>
    public virtual Task LearnSecrets(IReadOnlyCollection<(T File, Actor Reader)> read, CancellationToken ct) =>
        LearnSecrets([.. read.Select(one => one.File)], ct);

    /// <summary>The persons whose data a member reads in a file, beside the own.</summary>
    public virtual Task<IEnumerable<Guid>> PersonsShownTo(T file, Guid reader, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Task.FromResult(file.PersonsShownTo(reader, today));
    }

    /// <summary>A file that learned what others keep, as a member of the family reads it; nothing where the reader is nobody of it any more.</summary>
    public abstract Task<TOwn?> ShowOwn(T file, Actor reader, CancellationToken ct);
}
