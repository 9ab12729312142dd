using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// JSON that loses nothing in silence: an unknown or repeated member, a missing or null required one, null in a list, an enum by number or by almost its name,
/// a text of nothing that people see, a control character, half a surrogate pair or an id of zeros is refused with its path. Date-times need an
/// offset, are read in UTC and answered in UTC to the millisecond. Dates lie in the years 1890 to 2100: nobody who lives was born before, and no
/// term or plan goes beyond. What a certain date can be besides is a rule of what it is the date of.
/// </summary>
static class StrictJson
{
    const int MaxDepth = 16;
    const string Implausible = "Must lie in the years 1890 to 2100.";

    internal static void AddStrictJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(json => Apply(json.SerializerOptions));

    internal static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = MaxDepth;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNullInLists);
        options.Converters.Add(new ExactEnums());
        options.Converters.Add(new StorableText());
        options.Converters.Add(new Ids());
        options.Converters.Add(new UtcDateTime("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        options.Converters.Add(new PlausibleDate());
    }

    static void RefuseNullInLists(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = list =>
            {
                if (((IEnumerable)list).Cast<object?>().Contains(null))
                    throw new JsonException("Must not hold null.");
            };
    }

    static bool IsPlausible(int year) => year is >= 1890 and <= 2100;

    /// <summary>
    /// A text as people see it: without the signs that turn its direction or stand for nothing, without space around it, and with letters and their
    /// accents in one form. A text of which nothing is left is none; where there is nothing to say, null is. A control character is no text, and
    /// PostgreSQL cannot store a NUL; the reader itself refuses half a surrogate pair.
    /// </summary>
    sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException("Must be a text.");
            var text = reader.GetString()!;
            if (text.Any(IsControl))
                throw new JsonException("Must not contain control characters.");
            var seen = Composed.Of(text.Any(IsUnseen) ? string.Concat(text.Where(sign => !IsUnseen(sign))) : text).Trim();
            return seen.Length > 0 ? seen : throw new JsonException("Must not be empty.");
        }

        static bool IsControl(char sign) => char.IsControl(sign) && sign is not ('\t' or '\n' or '\r');

        // Joiners are not among them: Persian and Hindi words have them.
        static bool IsUnseen(char sign) => sign is '\u00AD' or '\u034F' or '\u115F' or '\u1160' or '\u3164' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options)!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);
    }

    sealed class Ids : JsonConverter<Guid>
    {
        public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id) && id != Guid.Empty
                ? id
                : throw new JsonException("Must be an id, such as 01935a00-0000-7000-8000-000000000001.");

        public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    /// <summary>Moments in UTC, written in one format.</summary>
    internal sealed class UtcDateTime(string format) : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var moment) || !HasOffset(reader.GetString()!))
                throw new JsonException("Must be a date-time with an offset, such as 2026-11-20T14:05:00+01:00.");
            var utc = moment.ToUniversalTime();
            return IsPlausible(utc.Year) ? utc : throw new JsonException(Implausible);
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));

        static bool HasOffset(string text) =>
            text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time && text.AsSpan(time).IndexOfAny('Z', '+', '-') > 0
            // By RFC 3339 that is a moment in UTC of which nobody says where it was.
            && !text.EndsWith("-00:00", StringComparison.Ordinal);
    }

    sealed class PlausibleDate : JsonConverter<DateOnly>
    {
        const string Format = "yyyy-MM-dd";

        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String
                || !DateOnly.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                throw new JsonException("Must be a date, such as 2026-11-20.");
            return IsPlausible(date.Year) ? date : throw new JsonException(Implausible);
        }

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
    }
}
