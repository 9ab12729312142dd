using System.Xml.Linq;

namespace Geborgen.Architecture.Tests;

/// <summary>The repository as it lies on disk: what people wrote, without what was built or stored.</summary>
static class Repository
{
    static readonly string[] NotWritten = [".git", ".data", ".data-backups", ".vs", ".idea", "artifacts", "node_modules", "bin", "obj"];

    static readonly string[] NoText = [".png", ".ico", ".woff2", ".gz", ".zip", ".dll"];

    public static DirectoryInfo Root { get; } = Upward();

    /// <summary>Every text file.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Under(Root)];

    /// <summary>Every C# file of the product: no tests, and nothing that a tool writes.</summary>
    public static IEnumerable<SourceFile> ProductCode => Files.Where(file =>
        file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.IsTest && !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>Every project by its name.</summary>
    public static IReadOnlyDictionary<string, Project> Projects { get; } = Files
        .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Path), file => new Project(file));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root.FullName, path));

    static IEnumerable<SourceFile> Under(DirectoryInfo folder) =>
        folder.EnumerateFiles()
            .Where(file => !NotWritten.Contains(file.Name) && !NoText.Contains(file.Extension))
            .Select(file => new SourceFile(Path.GetRelativePath(Root.FullName, file.FullName), File.ReadAllText(file.FullName)))
            .Concat(folder.EnumerateDirectories().Where(below => !NotWritten.Contains(below.Name)).SelectMany(Under));

    static DirectoryInfo Upward()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Platform.sln")))
                return at;
        throw new InvalidOperationException("The repository is not above the tests.");
    }
}

/// <summary>A file with its path from the root.</summary>
sealed record SourceFile(string Path, string Text)
{
    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Where each line that fits a test stands.</summary>
    public IEnumerable<string> Lines(Func<string, bool> fits) => Text.Split('\n')
        .Select((line, index) => (line, number: index + 1)).Where(one => fits(one.line))
        .Select(one => $"{Path}:{one.number}: {one.line.Trim()}");

    public override string ToString() => Path;
}

/// <summary>A project file.</summary>
sealed class Project(SourceFile file)
{
    readonly XElement xml = XElement.Parse(file.Text);

    public SourceFile File => file;

    public IEnumerable<string> References => Named("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

    public IEnumerable<string> Packages => Named("PackageReference");

    public IEnumerable<XElement> All(string element) => xml.Descendants(element);

    /// <summary>What the project needs in the end, with the versions that were resolved.</summary>
    public string Lock => Repository.Read(Path.Combine(Path.GetDirectoryName(file.Path)!, "packages.lock.json"));

    IEnumerable<string> Named(string element) => All(element).Select(one => one.Attribute("Include")!.Value);
}
