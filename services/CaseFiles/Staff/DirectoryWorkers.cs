using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.CaseFiles;

/// <summary>Who is named as a worker, as the directory of accounts has it.</summary>
public static class DirectoryWorkers
{
    /// <summary>Finds a worker. Where the directory answers there is always somebody to ask the rules about, be it nobody's account.</summary>
    public static async Task<SourceReading<Worker>> FindWorker(this AccountDirectory directory, string? account, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (string.IsNullOrWhiteSpace(account))
            return new(SourceStatus.Read, Worker.Nobody(""));
        var found = await directory.Find(account, ct);
        return new(found.Status, found switch
        {
            { Status: not SourceStatus.Read } => null,
            { Content: { } one } => new Worker(one.Id, one.Name, one.GivenName, one.Organisation, one.Roles, one.Active, one.Team, one.Function, one.Phone),
            _ => Worker.Nobody(account),
        });
    }
}
