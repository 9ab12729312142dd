using System.Globalization;

namespace Geborgen.Access;

/// <summary>
/// How far the access log went, kept beside the keys and so out of reach of whoever reaches the database only: rows that are taken
/// from the end of the log leave a chain that holds, and the head tells that more was there. It only goes up, and stays where it is
/// once the log does not hold the row that it names. Who wants the log to begin anew from a backup without its head removes the file.
/// </summary>
sealed class AccessLogHead(string keyFolder)
{
    const int HashPlace = 20;

    readonly string path = Path.Combine(keyFolder, "access-log.head");

    /// <summary>The last row that was known to be written, with its hash; null before the first.</summary>
    /// <exception cref="FormatException">The file was damaged.</exception>
    internal (long Seq, byte[] Hash)? Read()
    {
        if (!File.Exists(path))
            return null;
        var text = File.ReadAllText(path).TrimEnd('\n');
        return text.Length > HashPlace
            ? (long.Parse(text.AsSpan(0, HashPlace), CultureInfo.InvariantCulture), Convert.FromHexString(text.AsSpan(HashPlace + 1)))
            : throw new FormatException($"{path} is not the head of an access log.");
    }

    /// <summary>
    /// Raises it to a row that was committed. Always as many bytes in one write, so that whoever reads, or copies the folder, never
    /// finds a half of it; not forced to disk: after a power cut an earlier head is there, which only finds less.
    /// </summary>
    internal void Raise(long seq, byte[] hash)
    {
        if (Read() is { } head && head.Seq >= seq)
            return;
        Directory.CreateDirectory(keyFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seq:D20} {Convert.ToHexString(hash)}\n")), fileOffset: 0);
    }
}
