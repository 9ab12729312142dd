using Geborgen.Casework;

namespace Geborgen.Support;

/// <summary>Who acts where a rule is tested, and when: <c>"lotte".At(Monday)</c>.</summary>
public static class Acting
{
    /// <summary>An account that acts at a moment; for a member of the family with who that is.</summary>
    public static Actor At(this string account, DateTimeOffset now, Guid? personId = null) => new(account, "gm0344", "local-team", now, personId, WorksWithFile: true);

    /// <summary>A worker as the directory of accounts knows one.</summary>
    public static Worker Worker(string account, string name, string organisation, string role = Casework.Worker.LocalTeam) =>
        new(account, name, name, organisation, [role]);

    /// <summary>A worker who acts at a moment.</summary>
    public static Actor At(this Worker worker, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return new(worker.Account, worker.Organisation, "local-team", now);
    }
}
