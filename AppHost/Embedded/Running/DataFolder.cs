namespace Geborgen.AppHost.Embedded;

/// <summary>Everything that a run keeps: data, keys, logs, state. One run at a time works in it.</summary>
internal sealed class DataFolder(string path)
{
    public string Path { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Makes it when absent and keeps other runs out until the answer is disposed of, or we end in whatever way.</summary>
    /// <exception cref="InvalidOperationException">Another run works in it.</exception>
    public IDisposable Hold()
    {
        Directory.CreateDirectory(Path);
        try
        {
            return new FileStream(In("running.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidOperationException($"Geborgen already runs with the data in {Path}.");
        }
    }
}
