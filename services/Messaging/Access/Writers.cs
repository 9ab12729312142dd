using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>Who writes about a statement. Whose account it is follows what a worker tied, never what the token says.</summary>
public sealed class Writers(ServiceDb db, CurrentUser user)
{
    /// <summary>The caller, with the member of a family to whom a worker tied the account, if any.</summary>
    public async Task<StatementWriter> In(Guid familyId, CancellationToken ct) => new(
        user.Signature,
        await db.Set<MemberAccount>().Where(one => one.FamilyId == familyId && one.Account == user.Id && !one.Removed)
            .OrderBy(one => one.PersonId).Select(one => (Guid?)one.PersonId).FirstOrDefaultAsync(ct));
}
