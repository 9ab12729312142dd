namespace Geborgen.Load;

/// <summary>The working copy that this program was built from, and what was built with it.</summary>
internal static class Repository
{
    /// <summary>The folder with <c>Platform.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The assembly of one of our programs, in the same configuration as this one.</summary>
    public static string BinaryOf(string project)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(Root, "artifacts", "bin", project, configuration, $"Geborgen.{project}.dll");
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No Platform.sln above {AppContext.BaseDirectory}.");
    }
}
