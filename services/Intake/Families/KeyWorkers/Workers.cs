using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Families;

/// <summary>Who acts, as the token says.</summary>
static class Workers
{
    /// <summary>The caller as a worker of an organisation. The name is not needed where only the account counts.</summary>
    public static Worker AsWorker(this CurrentUser user) => new(user.Id, "", user.Organisation);
}
