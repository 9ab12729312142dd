using System.Diagnostics;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Geborgen.Wire.Clients.Intake.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Geborgen.Wire.Tests;

/// <summary>
/// Clients that were made from the documents by the tools that callers use. That they compile without a warning, the build
/// of these tests says: it makes a client of each service.
/// </summary>
public sealed class ClientTests(Services services)
{
    const string Utrecht = "gm0344";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_in_C_sharp_reads_what_it_gets()
    {
        var running = await services.Of("intake");
        using var system = Client(running, await services.TokenOfClient("gm0344-case-system"));
        using var worker = Client(running, await services.TokenOfUser("lotte"));
        var sent = (await new Clients.Intake.Client(system)[Utrecht].Intake.V1.Contacts.PostAsync(Concern("Milan came without breakfast."), cancellationToken: Stop))!;

        var list = (await new Clients.Intake.Client(worker)[Utrecht].Intake.V1.Contacts.GetAsync(Asked, Stop))!;
        var mine = Assert.Single(list.Items!, one => one.Id == sent.Id);
        Assert.Equal((ContactKind.Concern, ContactStatus.Received), (mine.Kind, mine.Status));
        Assert.Equal(TestDay.Now.DateTime, mine.ReceivedAt!.Value.UtcDateTime, TimeSpan.FromMinutes(5));

        static void Asked(RequestConfiguration<Clients.Intake.Item.Intake.V1.Contacts.ContactsRequestBuilder.ContactsRequestBuilderGetQueryParameters> request)
        {
            request.Headers.Add("Processing-Activity", "safety-assessment");
            request.QueryParameters.Limit = 100;
        }
    }

    [Fact]
    public async Task A_client_in_C_sharp_gets_a_problem_with_its_fields_as_an_exception()
    {
        var running = await services.Of("intake");
        using var system = Client(running, await services.TokenOfClient("gm0344-case-system"));
        var refused = await Assert.ThrowsAsync<ProblemDetails>(() =>
            new Clients.Intake.Client(system)[Utrecht].Intake.V1.Contacts.PostAsync(Concern(""), cancellationToken: Stop));
        Assert.Equal(("urn:geborgen:problem:invalid-input", 400), (refused.Type, refused.Status));
        Assert.Equal("statements[0].text", Assert.Single(refused.Errors!.AdditionalData).Key);
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("family-view")]
    public async Task A_client_in_C_sharp_gets_what_is_not_there_as_an_exception(string service)
    {
        var running = await services.Of(service);
        using var worker = Client(running, await services.TokenOfUser("lotte"));
        var (type, status) = service == "intake" ? await OfIntake() : await OfFamilyView();
        Assert.Equal(("urn:geborgen:problem:not-found", 404), (type, status));

        async Task<(string?, int?)> OfIntake()
        {
            var problem = await Assert.ThrowsAsync<ProblemDetails>(() => new Clients.Intake.Client(worker)[Utrecht].Intake.V1.Families[Guid.CreateVersion7()]
                .GetAsync(request => request.Headers.Add("Processing-Activity", "safety-assessment"), Stop));
            return (problem.Type, problem.Status);
        }

        async Task<(string?, int?)> OfFamilyView()
        {
            var problem = await Assert.ThrowsAsync<Clients.Family_view.Models.ProblemDetails>(() => new Clients.Family_view.Client(worker).FamilyView.V1.Families[Guid.CreateVersion7()]
                .GetAsync(request => request.Headers.Add("Processing-Activity", "safety-assessment"), Stop));
            return (problem.Type, problem.Status);
        }
    }

    [Fact]
    public async Task A_client_in_TypeScript_compiles_and_reads_what_it_gets()
    {
        using var folder = new TemporaryFolder("typescript");
        var written = Path.Combine(WorkingCopy.Root, "tests", "Wire", "TypeScript");
        foreach (var file in new[] { "client.ts", "tsconfig.json", "package.json" })
            File.Copy(Path.Combine(written, file), Path.Combine(folder.Path, file));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "node_modules"), Path.Combine(written, "node_modules"));
        foreach (var service in Services.All)
        {
            var running = await services.Of(service);
            var document = Path.Combine(folder.Path, $"{service}.json");
            await File.WriteAllBytesAsync(document, await running.Http.GetByteArrayAsync(new Uri($"{running.Api}/openapi.json", UriKind.Relative), Stop), Stop);
            await Run(folder.Path, "node", [Tool("openapi-typescript"), document, "--output", Path.Combine(folder.Path, $"{service}.d.ts")]);
        }
        await Run(folder.Path, "node", [Tool("tsc"), "--project", folder.Path]);

        var said = JsonNode.Parse(await Run(folder.Path, "node", [Path.Combine("made", "client.js")], new()
        {
            ["SERVICE"] = (await services.Of("intake")).Http.BaseAddress!.ToString().TrimEnd('/'),
            ["SYSTEM"] = await services.TokenOfClient("gm0344-case-system"),
            ["WORKER"] = await services.TokenOfUser("lotte"),
            ["NOW"] = $"{TestDay.Now:O}",
        }))!;
        Assert.True(Guid.TryParse((string?)said["id"], out _));
        Assert.Equal("concern", (string?)said["kind"]);
        Assert.Equal("urn:geborgen:problem:invalid-input", (string?)said["type"]);
        Assert.Equal("statements[0].text", (string?)Assert.Single(said["errors"]!.AsArray()));

        string Tool(string name) => Path.Combine(folder.Path, "node_modules", ".bin", name);
    }

    static RegisterContactRequest Concern(string text) => new()
    {
        Kind = ContactKind.Concern,
        Channel = ContactChannel.System,
        ReceivedAt = TestDay.Now,
        Statements = [new() { Text = text }],
    };

    static HttpClientRequestAdapter Client(Running running, string token) =>
        new(new BaseBearerTokenAuthenticationProvider(new Token(token))) { BaseUrl = running.Http.BaseAddress!.ToString().TrimEnd('/') };

    static async Task<string> Run(string folder, string command, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)}: {await output}{await error}");
        return await output;
    }

    sealed class Token(string token) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(token);
    }
}
