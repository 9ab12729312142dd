using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// A file that is open to everybody and the same for everybody: kept in memory in each form in which it can travel, so that
/// giving it out costs next to nothing, however often it is asked for. Each form has a strong tag of its own.
/// </summary>
sealed class OpenFile
{
    /// <summary>What a client may keep, if it asks each time whether it still holds.</summary>
    public const string AskAgain = "public, no-cache";

    const string Brotli = "br";
    const string Gzip = "gzip";

    /// <summary>Its forms, the smallest first; the last is the file as it is.</summary>
    readonly (string? Encoding, byte[] Bytes, EntityTagHeaderValue Tag)[] forms;

    readonly string type;
    readonly string cacheControl;

    /// <param name="content">The file as it is.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="cacheControl">How long others may keep it; starts with <c>public</c>.</param>
    /// <param name="level">How hard it is compressed, which happens once.</param>
    public OpenFile(byte[] content, string type, string cacheControl = AskAgain, CompressionLevel level = CompressionLevel.SmallestSize)
    {
        (this.type, this.cacheControl) = (type, cacheControl);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        forms =
        [
            (Brotli, Compressed(content, bytes => new BrotliStream(bytes, level)), Tag(hash, Brotli)),
            (Gzip, Compressed(content, bytes => new GZipStream(bytes, level)), Tag(hash, Gzip)),
            (null, content, Tag(hash, null)),
        ];
    }

    /// <summary>The file in the smallest form that the client takes; 304 when it has that already.</summary>
    public FileContentHttpResult Answer(HttpContext context)
    {
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        var (encoding, bytes, tag) = forms.First(form => Takes(accepted, form.Encoding));
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = encoding;
        return TypedResults.Bytes(bytes, type, entityTag: tag);
    }

    /// <summary>Whether a client takes an encoding: it names it, or everything, and not with a quality of 0. What is not encoded, everybody takes.</summary>
    static bool Takes(IList<StringWithQualityHeaderValue> accepted, string? encoding) =>
        encoding is null
        || (Named(accepted, encoding) ?? Named(accepted, "*")) is { } named && named.Quality is not 0;

    static StringWithQualityHeaderValue? Named(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.FirstOrDefault(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));

    static EntityTagHeaderValue Tag(string hash, string? encoding) => new(encoding is null ? $"\"{hash}\"" : $"\"{hash}-{encoding}\"");

    static byte[] Compressed(byte[] content, Func<Stream, Stream> compress)
    {
        using var bytes = new MemoryStream();
        using (var to = compress(bytes))
            to.Write(content);
        return bytes.ToArray();
    }
}
