using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>
/// Case files of a service beside Intake, which alone knows who reported, who was told of that, and where somebody is whom others may not
/// find. It judges each text for the family, and a file is hidden from a member who was not told of a report, until the file itself made it known.
/// </summary>
/// <typeparam name="T">The file.</typeparam>
/// <typeparam name="TShown">A file as a worker reads it.</typeparam>
/// <typeparam name="TOwn">A file as a member of the family reads it.</typeparam>
public abstract class FilesBesideIntake<T, TShown, TOwn>(IntakeClient intake) : Files<T, TShown, TOwn> where T : CaseFile
{
    /// <inheritdoc/>
    public sealed override bool KnowSecrets => false;

    /// <inheritdoc/>
    public sealed override Task Judge(T file, TextsForFamily texts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return intake.Judge(file.Municipality, file.OfFamily, texts, ct);
    }

    /// <inheritdoc/>
    public sealed override async Task<bool> IsHiddenFrom(T file, Guid? reader, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return reader is not { } member
            || (!file.IsKnownTo(member) && await intake.IsUntold(file.Municipality, file.OfFamily, member, BeganAt(file), ct));
    }

    /// <inheritdoc/>
    public sealed override async Task LearnSecrets(IReadOnlyCollection<(T File, Actor Reader)> read, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(read);
        var judging = new List<Task>();
        foreach (var (file, reader) in read)
        {
            var texts = new TextsForFamily();
            file.AlsoKeep((who, _) => texts.KeptFrom(who));
            await ShowOwn(file, reader, ct);
            texts.Close();
            judging.Add(Judge(file, texts, ct));
        }
        await Task.WhenAll(judging);
    }
}
