namespace Geborgen.AppHost.Embedded;

/// <summary>
/// Who runs PostgreSQL. It refuses root, so root hands it to the user that Debian's package makes. Where that user
/// can't reach the folder (a clone under /root, a temporary folder of mode 700), it gets the one right to pass
/// through folders and nothing more of root's.
/// </summary>
internal sealed class PostgresAccount
{
    const string User = "postgres";

    PostgresAccount(IReadOnlyList<string> privileges) => Privileges = privileges;

    /// <summary>Words for <c>setpriv</c> before the program; empty for an ordinary user.</summary>
    public IReadOnlyList<string> Privileges { get; }

    /// <summary>Gives the folder and all in it to the account that will work in it.</summary>
    public static async Task<PostgresAccount> ForAsync(string folder, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
            return new([]);
        await Tool.RunAsync(["chown", "-R", $"{User}:{User}", folder], cancellation);
        string[] plain = [$"--reuid={User}", $"--regid={User}", "--clear-groups"];
        var (code, _) = await Tool.TryAsync(["setpriv", .. plain, "test", "-x", folder], cancellation);
        return new(code == 0 ? plain : [.. plain, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]);
    }

    /// <summary>A command as this account runs it.</summary>
    public IReadOnlyList<string> Command(params string[] command) =>
        Privileges.Count == 0 ? command : ["setpriv", .. Privileges, "--", .. command];
}
