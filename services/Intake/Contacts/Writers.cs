using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Contacts;

/// <summary>Who writes a statement down, as the token says.</summary>
static class Writers
{
    /// <summary>The caller as the writer of a statement.</summary>
    public static StatementWriter AsWriter(this CurrentUser user) => new(user.Signature);
}
