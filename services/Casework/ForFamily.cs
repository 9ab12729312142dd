using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geborgen.Casework;

/// <summary>A text that went through the door to the family. Nothing else makes one, and what a member of the family reads has no other texts.</summary>
[JsonConverter(typeof(AsText))]
public sealed class ForFamily
{
    readonly string text;

    internal ForFamily(string text) => this.text = text;

    /// <summary>The text.</summary>
    public override string ToString() => text;

    sealed class AsText : JsonConverter<ForFamily>
    {
        public override ForFamily Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("What the family reads is never sent in.");

        public override void Write(Utf8JsonWriter writer, ForFamily value, JsonSerializerOptions options) => writer.WriteStringValue(value.text);
    }
}
