using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

// What a member of the family reads and changes under the own login.
public sealed partial class Contact
{
    /// <summary>What a member said: the own words, and those sent under the own login, whoever stands behind it now.</summary>
    public IEnumerable<Statement> OwnOf(Guid? personId, string account) => Statements.Where(said =>
        (personId is not null && said.PersonId == personId) || (said.WrittenBy == account && Sender == account));

    /// <summary>A worker found who stands behind the login under which it was sent: a child who called before that is kept like a child from then on.</summary>
    public void FollowSender(StatementAuthor author, DateTimeOffset now)
    {
        if (IsOwnCall)
            SayAs(author, said => said.WrittenBy == Sender, now);
    }

    /// <summary>Since when a member knows of the report: since the member was told first, or spoke of it where nobody else reported it; or null.</summary>
    public DateTimeOffset? ToldAt(Guid personId) =>
        tellings.Where(one => one.Persons.Contains(personId)).Min(one => (DateTimeOffset?)one.At) ?? (Knows(personId) ? RegisteredAt : null);
}
