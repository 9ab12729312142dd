using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Enums by their camelCase name and nothing like it. The framework's converter also takes other casing, surrounding
/// blanks and lists of names, of which it keeps a number that nobody sent.
/// </summary>
sealed class ExactEnums : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Exact<>).MakeGenericType(typeToConvert))!;

    internal static IEnumerable<string> Names(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    sealed class Exact<T> : JsonConverter<T> where T : struct, Enum
    {
        readonly FrozenDictionary<string, T> values = Names(typeof(T)).Zip(Enum.GetValues<T>()).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
        readonly FrozenDictionary<T, string> names = Enum.GetValues<T>().Zip(Names(typeof(T))).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"Must be one of {string.Join(", ", Names(typeof(T)))}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(names[value]);
    }
}
