using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Geborgen.ServiceDefaults;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">In order.</param>
/// <param name="Next">The next page's cursor, if any.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page the caller wants. Bind with <see cref="AsParametersAttribute"/>.</summary>
/// <param name="Limit">Number of items, 1 to 100; 25 when absent.</param>
/// <param name="Cursor">The <c>next</c> of the page before; absent for the first page.</param>
public readonly record struct PageQuery(
    [property: FromQuery(Name = "limit"), Description("Number of items, 1 to 100; 25 when absent.")] int? Limit,
    [property: FromQuery(Name = "cursor"), Description("The next of the page before; absent for the first page.")] string? Cursor)
{
    /// <summary>Number of items to answer.</summary>
    /// <exception cref="BadInputException">The limit is outside 1 to 100.</exception>
    public int Size => Limit switch
    {
        null => 25,
        >= 1 and <= 100 => Limit.Value,
        _ => throw new BadInputException("limit", "Must be 1 to 100."),
    };

    /// <summary>The position after which the page starts; null for the first page.</summary>
    /// <exception cref="BadInputException">The cursor is not one that this list gave out.</exception>
    public T? After<T>() where T : struct => Cursor is null ? null : ServiceDefaults.Cursor.Decode<T>(Cursor);
}

/// <summary>
/// A position in a list as an opaque text: base64url of JSON. It is no secret and proves nothing;
/// every page is authorised by itself.
/// </summary>
public static class Cursor
{
    static readonly JsonSerializerOptions WithTuples = new(JsonSerializerDefaults.Web)
    {
        IncludeFields = true,
        Converters = { new StrictJson.UtcDateTime("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'") },
    };

    /// <summary>The cursor for a position.</summary>
    public static string Encode<T>(T position) where T : struct =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(position, WithTuples));

    internal static T Decode<T>(string cursor) where T : struct
    {
        try
        {
            var position = JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(cursor), WithTuples);
            // What decodes but would be written otherwise was not given out by a list of this kind.
            if (Encode(position) == cursor)
                return position;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            // Answered below, as any other cursor that no list gave out.
        }
        throw Foreign();
    }

    /// <summary>For a cursor that the list did not give out.</summary>
    public static BadInputException Foreign() => new("cursor", "Is not a cursor of this list.");
}
