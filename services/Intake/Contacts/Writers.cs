using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Contacts;

/// <summary>Who writes a statement down, as the token says.</summary>
static class Writers
{
    /// <summary>The caller as the writer of a statement: the account of a worker, or the client of a system.</summary>
    public static StatementWriter AsWriter(this CurrentUser user) => new(user.IsSystem ? user.Client : user.Id);
}
