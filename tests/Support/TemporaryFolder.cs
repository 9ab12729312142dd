namespace Geborgen.Support;

/// <summary>A folder under the machine's temporary folder that goes with its owner.</summary>
public sealed class TemporaryFolder(string purpose) : IDisposable
{
    /// <summary>Its absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory($"geborgen-{purpose}-").FullName;

    /// <summary>Removes it with all in it.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
