using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Investigation.OwnVoice;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>The files of investigations.</summary>
sealed class InvestigationFiles(InvestigationDb db, IntakeClient intake, TimeLimits limits, TimeProvider time)
    : FilesBesideIntake<Investigation, InvestigationResponse, OwnInvestigation>(intake)
{
    /// <inheritdoc/>
    public override string Key => "investigation";

    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.OriginOfInvestigation(id);

    /// <inheritdoc/>
    public override Task<IEnumerable<Guid>> PersonsOf(Investigation file, CancellationToken ct) => Task.FromResult(file.Concerned);

    /// <inheritdoc/>
    public override DateTimeOffset BeganAt(Investigation file) => file.OpenedAt;

    /// <summary>Whom the investigation concerns it knows itself, and as what; of the others of the family what Intake says.</summary>
    public override async Task<FamilyRecords> RecordsOf(Investigation file, CancellationToken ct)
    {
        var family = await db.RecordsOf(file.FamilyId, ct);
        var reached = await db.ReachedAges(file.WhoseWords, ct);
        HashSet<Guid> children = [.. family.Children.Except(file.Concerned), .. file.Children], parents = [.. family.Parents, .. file.Parents];
        HashSet<Guid> others = [.. family.Others.Except(file.Concerned), .. file.Adults], fromSixteen = [.. family.FromSixteen, .. reached.Where(one => one.Age >= ReachedAge.DecidesAlone).Select(one => one.PersonId)];
        HashSet<Guid> fromTwelve = [.. family.FromTwelve, .. reached.Where(one => one.Age >= ReachedAge.ReadsAlong).Select(one => one.PersonId)];
        return new(children, parents, others, fromSixteen) { FromTwelve = fromTwelve, OnceAdults = family.OnceAdults, OnceChildren = family.OnceChildren };
    }

    /// <inheritdoc/>
    public override Task Changed(Investigation file, Actor by, CancellationToken ct)
    {
        file.MakeUpForWhatChanged(limits.For(Investigation.MakeUpTerm, by.Now), by);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override InvestigationResponse Show(Investigation file, Grant grant) => InvestigationResponse.Of(file, time.GetUtcNow());

    /// <inheritdoc/>
    public override Task<IQueryable<Investigation>> KnownTo(string account, DateTimeOffset now, CancellationToken ct)
    {
        var own = db.OfAccount(account, WorkingDays.DateOf(now)).Select(one => one.Id);
        return Task.FromResult<IQueryable<Investigation>>(
            db.Investigations.Where(one => own.Contains(one.Id)).OrderByDescending(one => one.OpenedAt).ThenByDescending(one => one.Id));
    }

    /// <inheritdoc/>
    public override Task<Guid?> MemberBehind(string account, Investigation file, DateTimeOffset now, CancellationToken ct) =>
        db.OfAccount(account, WorkingDays.DateOf(now)).Where(one => one.Id == file.Id).Select(one => (Guid?)one.PersonId).SingleOrDefaultAsync(ct);

    /// <inheritdoc/>
    public override Task<OwnInvestigation?> ShowOwn(Investigation file, Actor reader, CancellationToken ct) =>
        Task.FromResult(reader.PersonId is { } person ? OwnInvestigation.Of(file, person, reader.Account, limits, reader.Today) : null);
}
