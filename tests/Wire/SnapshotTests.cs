using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Wire.Tests;

/// <summary>Whatever changes on the wire is seen in what is checked in.</summary>
public sealed class SnapshotTests(Services services)
{
    /// <summary>With this environment variable the documents are written over what is checked in.</summary>
    const string TakeOver = "GEBORGEN_TAKE_WIRE";

    /// <summary>In bytes, as it is given out without compression; it keeps a document from growing unseen.</summary>
    const int Limit = 250 * 1024, LimitPerOperation = 2300;

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> All => [.. Services.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_document_is_the_one_that_is_checked_in(string service)
    {
        var file = Path.Combine(WorkingCopy.Root, "tests", "Wire", "Snapshots", $"{service}.openapi.json");
        var now = Text(await (await services.Of(service)).Services.GetRequiredService<ApiDescription>().AsWritten());
        if (Environment.GetEnvironmentVariable(TakeOver) == "1")
            await File.WriteAllTextAsync(file, now, Stop);
        var known = await File.ReadAllTextAsync(file, Stop);
        var differs = known.Split('\n').Zip(now.Split('\n')).Index().FirstOrDefault(one => one.Item.First != one.Item.Second);
        Assert.True(known == now,
            $"""
            The wire of {service} is not the one that is checked in. The first line that differs, {differs.Index + 1}:
            - {differs.Item.First?.Trim()}
            + {differs.Item.Second?.Trim()}
            If that is meant, deploy/take-wire.sh takes it over; look at the difference before it is committed.
            """);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_document_is_no_larger_than_a_client_reads_at_ease(string service)
    {
        var running = await services.Of(service);
        var bytes = await running.Http.GetByteArrayAsync(new Uri($"{running.Api}/openapi.json", UriKind.Relative), Stop);
        var operations = ApiDocument.Operations(JsonNode.Parse(bytes)!.AsObject()).Count();
        Assert.True(bytes.Length <= int.Max(Limit, operations * LimitPerOperation), $"The document of {service} is {bytes.Length:N0} bytes for {operations} operations.");
    }

    static string Text(JsonObject document) => document.ToJsonString(Readable) + "\n";
}
