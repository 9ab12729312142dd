using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// <c>state.json</c> in the data folder: what runs where, for scripts and tests. Rewritten at each change, always
/// whole, readable by the owner only since it holds connection strings; gone when nothing runs.
/// </summary>
internal sealed class StateFile(Supervision supervision, DataFolder data)
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    string FilePath => data.In("state.json");

    public async Task KeepAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var _ in supervision.Board.WatchAsync(cancellation))
                Write();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nothing runs any more.
        }
        finally
        {
            File.Delete(FilePath);
        }
    }

    void Write()
    {
        var state = new
        {
            ProcessId = Environment.ProcessId,
            Ready = supervision.IsReady,
            Resources = supervision.Resources.Select(resource => (resource, snapshot: supervision.Board[resource.Name])).Select(both => new
            {
                both.resource.Name,
                both.resource.Kind,
                both.snapshot.State,
                both.snapshot.Healthy,
                both.snapshot.ProcessId,
                both.snapshot.Restarts,
                Url = both.resource.Url?.ToString().TrimEnd('/'),
                both.resource.ConnectionString,
            }),
        };
        PrivateFolder.Write(FilePath + ".new", JsonSerializer.Serialize(state, Format));
        File.Move(FilePath + ".new", FilePath, overwrite: true);
    }
}
