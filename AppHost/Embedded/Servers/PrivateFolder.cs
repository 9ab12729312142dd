using System.Security.Cryptography;

namespace Geborgen.AppHost.Embedded;

/// <summary>Folders and secrets that only the user who runs us may read.</summary>
internal static class PrivateFolder
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly Lock Making = new();

    public static string Create(string path)
    {
        Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>The secret in a file, made with its folder at the first call: 256 random bits in hexadecimal, file mode 600.</summary>
    public static string Secret(string file)
    {
        lock (Making)
        {
            if (File.Exists(file))
                return File.ReadAllText(file);
            Create(Path.GetDirectoryName(file)!);
            var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
            Write(file, secret);
            return secret;
        }
    }

    /// <summary>Writes a file that was never readable to others, also not for a moment.</summary>
    public static void Write(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }
}
