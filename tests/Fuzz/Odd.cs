using System.Text.Json.Nodes;

namespace Geborgen.Fuzz.Tests;

/// <summary>Values that nobody should send, or hardly anybody would.</summary>
static class Odd
{
    /// <summary>What stands as it is in the body that is sent, although it is no JSON that a writer would write.</summary>
    public const string Raw = "raw:";

    static readonly string Long = new('x', 20_001);

    public static readonly string[] Texts =
    [
        "", " ", "\t\n", "\u00A0\u3000", "\u200B", "\u202Etxet", "\u2066\u2069", "\uFEFF", "\u0000", "a\u0000b", "a\u0007b", "\u0085", "\u00AD", "\u115F", "\u2800", "\u034F",
        "Zoe\u0308 Cafe\u0301", "\u212B", "가\u1100\u1161", "😀👩‍👩‍👧‍👦", "می‌خواهم", "<script>alert(1)</script>", "'; drop table contacts; --", "%00", "../../etc/passwd", "${jndi:ldap://x}",
        "null", "true", "0", "-1", "2026-11-24", "{}", "\\u0000", "\uD83D\uDE00", "e" + new string('\u0301', 300), Long, new('\u00E9', 2_001), new(' ', 5_000), Raw + "\"\\ud800\"", Raw + "\"\\udc00x\"", Raw + "\"\\x\"",
    ];

    public static readonly string[] Dates =
    [
        "1799-12-31", "1800-01-01", "1801-06-01", "1896-11-24", "1900-01-01", "2026-02-29", "2024-02-29", "2026-11-31", "2026-11-24", "2026-11-25", "2027-10-24", "2029-01-01", "2099-12-31", "2199-12-31", "2200-01-01", "9999-12-31",
        "0001-01-01", "0000-00-00", "2026-1-1", "26-11-24", "24-11-2026", "2026-11-24T00:00:00Z", "2026-W48-2", "+02026-11-24", "infinity", "-infinity", "now", "",
    ];

    public static readonly string[] Moments =
    [
        "1799-12-31T23:59:59Z", "1801-01-01T00:00:00Z", "1895-01-01T00:00:00+01:00", "2026-11-24T08:00:00", "2026-11-24T08:00:00-00:00", "2026-11-24T08:00:00+14:00", "2026-11-24T08:00:00-14:00", "2026-11-24T08:00:00+15:00",
        "2026-11-24T08:00:60Z", "2026-11-24T24:00:00Z", "2026-11-24t08:00:00z", "2026-11-24 08:00:00Z", "2026-11-24T08:00Z", "2026-11-24T08:00:00.123456789Z", "2026-11-24T08:00:00.1234567Z", "2026-11-24T08:00:00,5Z", "2026-10-25T02:30:00+02:00",
        "2199-12-31T23:59:59-12:00", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+01:00", "infinity", "2026-11-24", "1764000000", "",
    ];

    public static readonly string[] Ids =
    [
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{01935a00-0000-7000-8000-000000000001}", "01935a00000070008000000000000001", "01935A00-0000-7000-8000-000000000001",
        "(01935a00-0000-7000-8000-000000000001)", " 01935a00-0000-7000-8000-000000000001", "01935a00-0000-7000-8000-00000000000", "x", "", "1",
    ];

    static readonly string[] Numbers = ["0", "-1", "1", "2", "100", "101", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "1e3", "1.5", "1e400", "-0", "0.0", "01", "NaN", "Infinity", "\"5\"", "0x10"];

    /// <summary>A path's letters that stand where an id does. NUL, which the web server refuses before there is a request, is not among them.</summary>
    public static readonly string[] Parts =
    [
        "00000000-0000-0000-0000-000000000000", "x", "%20", "%2F", "%2e%2e", "..%2f..", "%5c", "%ff", "%c3%28", "%E2%80%AE", "null", "1", "-1", "'", "%27%20or%201=1", "~", "{id}", "%7Bid%7D", new('a', 3_000), "é", "😀", ".", ";a=b",
    ];

    public static readonly string[] Queries = ["", "%00", "a", "-1", "0", "1", "100", "101", "1e9", "2147483648", "true", "True", "%20", "%ff", "é", "😀", "null", "[]", "1,2", "eyJ9", "W10", "bnVsbA", new('9', 40), new('x', 4_000)];

    public static readonly string[] Headers = ["", " ", "x", "*", "\"", ",", ";;;", "é", "😀", "Súdwest-Fryslân", "\u007F", new('h', 5_000), "\"1\"", "W/\"1\"", "\"-1\"", "\"99999999999\"", "\"1\", \"2\"", "00000000-0000-0000-0000-000000000000"];

    public static readonly string[] Accepts =
        ["application/json", "*/*", "application/*", "application/json;q=0.5, text/html", "application/problem+json", "application/hal+json, application/json", "text/html", "application/xml", "application/json;q=0", "image/*", "garbage", "application/json; charset=utf-8", "text/html, */*;q=0.1", ""];

    public static readonly string[] MediaTypes =
    [
        "application/json; charset=utf-8", "application/json; charset=\"utf-8\"", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json; boundary=x", "APPLICATION/JSON", "text/plain", "text/json", "application/xml",
        "application/vnd.api+json", "application/merge-patch+json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "garbage", "", "*/*", "application/json, application/json",
    ];

    public static readonly string[] Bodies =
    [
        "", " ", "{", "}", "[]", "null", "true", "1", "\"x\"", "{}", "{}{}", "{\"a\":1,}", "// x\n{}", "{'a':1}", "{\"\":1}", "{\"__proto__\":{}}", "{\"$type\":\"System.Object\"}", "{\"$ref\":\"#\"}", "\uFEFF{}", "{\"a\":\"\u0001\"}",
        new('[', 5_000), "{\"a\":" + new string('{', 20), "[" + new string(' ', 300_000) + "]",
    ];

    /// <summary>Any value at all.</summary>
    public static JsonNode? Value(Dice dice, JsonNode? was) => dice.Below(10) switch
    {
        0 => null,
        1 => new JsonObject(),
        2 => new JsonArray(),
        3 => new JsonArray((JsonNode?)null),
        4 => JsonValue.Create(dice.Percent(50)),
        5 => Raw + dice.One(Numbers),
        6 => was is JsonArray ? new JsonObject { ["items"] = was.DeepClone() } : new JsonArray(was?.DeepClone()),
        7 => Enumerable.Range(0, 20).Aggregate(new JsonArray(), (inner, _) => new JsonArray(inner)),
        8 => dice.One(Ids),
        _ => dice.One(Texts),
    };
}
