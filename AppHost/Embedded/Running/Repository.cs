namespace Geborgen.AppHost.Embedded;

/// <summary>The working copy that this program was built from.</summary>
internal static class Repository
{
    /// <summary>The folder with <c>Platform.sln</c>, looked for upward from this program.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where the build of a project in the same configuration as this program is.</summary>
    /// <param name="project">Path of the project file.</param>
    public static string BinaryOf(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(Root, "artifacts", "bin", name, configuration, $"Geborgen.{name}.dll");
    }

    /// <summary>The <c>dotnet</c> that runs us.</summary>
    public static string Dotnet { get; } =
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No Platform.sln above {AppContext.BaseDirectory}.");
    }
}
