using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Geborgen.AppHost.Embedded;

/// <summary>The Aspire dashboard as the npm package of the Aspire CLI carries it, unpacked once per working copy.</summary>
internal static class DashboardInstallation
{
    const string Package = "@microsoft/aspire-cli-linux-x64";
    const string Version = "13.5.4";

    static readonly string Folder = Path.Combine(Repository.Root, ".data", "dashboard", Version);
    static readonly string Unpacked = Path.Combine(Folder, "node_modules", Package);

    /// <summary>The dashboard's program, once <see cref="EnsureAsync"/> answered null.</summary>
    public static string Program { get; } = Path.Combine(Unpacked, "bundle", "managed", "aspire-managed");

    /// <summary>Installs it when it is not there.</summary>
    /// <returns>Null when it is there, otherwise why it can't be.</returns>
    public static async Task<string?> EnsureAsync(CancellationToken cancellation)
    {
        if (File.Exists(Program))
            return null;
        if (RuntimeInformation.OSArchitecture != Architecture.X64)
            return $"{Package} is for x64 only";
        try
        {
            if (Directory.Exists(Folder))
                Directory.Delete(Folder, recursive: true);
            var home = Directory.CreateDirectory(Path.Combine(Folder, "home"));
            var cli = Path.Combine(Unpacked, "bin");
            await Tool.RunAsync(["npm", "install", "--prefix", Folder, "--no-audit", "--no-fund", "--ignore-scripts", $"{Package}@{Version}"], cancellation);
            // It unpacks beside itself, and as an aside also in its home, where it may end before that is whole.
            await Tool.RunAsync(
                [Path.Combine(cli, "aspire"), "setup", "--non-interactive", "--nologo"],
                cancellation, Folder, new Dictionary<string, string> { ["HOME"] = home.FullName, ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true" });
            home.Delete(recursive: true);
            Directory.Delete(cli, recursive: true);
            return File.Exists(Program) ? null : $"{Package} {Version} does not hold the dashboard";
        }
        catch (Win32Exception)
        {
            return "npm is not installed";
        }
        catch (InvalidOperationException e)
        {
            return e.Message.ReplaceLineEndings(" ");
        }
    }
}
