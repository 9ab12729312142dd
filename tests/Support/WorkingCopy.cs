namespace Geborgen.Support;

/// <summary>The working copy that the tests were built from.</summary>
public static class WorkingCopy
{
    /// <summary>The folder with <c>Platform.sln</c>.</summary>
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No Platform.sln above {AppContext.BaseDirectory}.");
    }
}
