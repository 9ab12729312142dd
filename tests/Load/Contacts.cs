using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Load;

/// <summary>
/// The contacts that are sent: the school's report of <c>deploy/samples</c>, received now, about one of many children. Few are born on one day, as
/// in a town: all of one name and day would each be likely to be every other.
/// </summary>
internal sealed class Contacts
{
    // 9999xxxxx is kept for tests; of these one in eleven passes the check.
    const int FirstNumber = 999_900_000;
    const int Numbers = 9_000;

    static readonly DateOnly FirstChild = new(2015, 1, 1), FirstParent = new(1970, 1, 1);

    readonly byte[][] bodies;
    int next;

    public Contacts()
    {
        var sample = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "samples", "2-school-twee-kanten.json"));
        var now = MachineClock.Now.ToString("O");
        bodies = [.. Enumerable.Range(FirstNumber, 100_000).Where(PassesEleven).Take(Numbers).Select((number, place) =>
        {
            var contact = JsonNode.Parse(sample)!;
            contact["receivedAt"] = now;
            var members = contact["family"]!["members"]!;
            members[0]!["bsn"] = $"{number}";
            members[0]!["birthDate"] = $"{FirstChild.AddDays(place * 7 % 4000):O}";
            members[1]!["birthDate"] = $"{FirstParent.AddDays(place * 7 % 9000):O}";
            foreach (var statement in contact["statements"]!.AsArray())
                statement!["statedAt"] = now;
            return JsonSerializer.SerializeToUtf8Bytes(contact);
        })];
    }

    /// <summary>The next body. Safe for calls from several threads at once.</summary>
    public byte[] Next() => bodies[(uint)Interlocked.Increment(ref next) % bodies.Length];

    static bool PassesEleven(int number)
    {
        var digits = $"{number}".Select(digit => digit - '0').ToArray();
        return (digits.Take(8).Select((digit, place) => digit * (9 - place)).Sum() - digits[8]) % 11 == 0;
    }
}
