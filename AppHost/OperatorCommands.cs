namespace Geborgen.AppHost;

/// <summary>What an operator can do with a resource on the dashboard beside starting and stopping it.</summary>
static class OperatorCommands
{
    public static IResourceBuilder<ProjectResource> WithOperatorCommands(this IResourceBuilder<ProjectResource> instance, params string[] projections)
    {
        var projection = new InteractionInput { Name = "projection", Label = "Projection", InputType = InputType.Choice, Required = true, Options = Array.ConvertAll(projections, name => KeyValuePair.Create(name, name)) };
        Add("verify-access-log", "Verify access log", "ShieldCheckmark", "Checks that no row was changed or taken away.", [], _ => ["--verify-access-log"]);
        Add("release-parked-events", "Release parked events", "ArrowRepeatAll", "Lets the relay try again what the broker did not take.", [], _ => ["--release"]);
        Add("rebuild-projection", "Rebuild a projection", "History", "Empties it and reads the feeds of its sources anew.", [projection],
            context => ["--rebuild", context.Arguments.GetString("projection") ?? ""]);
        return instance;

        void Add(string name, string label, string icon, string description, InteractionInput[] inputs, Func<ExecuteCommandContext, string[]> arguments) =>
            instance.WithCommand(name, label, async context =>
            {
                var settings = await ExecutionConfigurationBuilder.Create(instance.Resource).WithEnvironmentVariablesConfig().BuildAsync(
                    context.Services.GetRequiredService<DistributedApplicationExecutionContext>(), context.Logger, context.CancellationToken);
                return await RunAsync(instance.Resource, context, "dotnet", [instance.Resource.BuiltBinary(), .. arguments(context)], settings.EnvironmentVariables);
            }, new() { IconName = icon, Description = description, Arguments = inputs });
    }

    public static IResourceBuilder<LocalServer> WithBackUp(this IResourceBuilder<LocalServer> server, Machine machine) =>
        server.WithCommand("back-up", "Back up",
            context => RunAsync(server.Resource, context, machine.InRepository("deploy/backup.sh"), [machine.Data], []),
            new() { IconName = "ArrowDownload", Description = "Copies all databases and keys while everything runs; deploy/restore.sh puts them into an empty folder." });

    public static IResourceBuilder<ProjectResource> WithTry(this IResourceBuilder<ProjectResource> gateway, Machine machine) =>
        gateway.WithCommand("try", "Try the platform",
            context => RunAsync(gateway.Resource, context, machine.InRepository("deploy/try.sh"), [], [new("GEBORGEN_PORT_BASE", $"{machine.Port("gateway")}")]),
            new() { IconName = "Beaker", Description = "Plays deploy/samples: three contacts and a working day.", ConfirmationMessage = "It leaves three made-up families." });

    /// <summary>Runs a program to its end; what it writes stands in the resource's console log, its last line is the result.</summary>
    static async Task<ExecuteCommandResult> RunAsync(
        IResource resource, ExecuteCommandContext context, string program, string[] arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var log = context.Services.GetRequiredService<ResourceLoggerService>().GetLogger(resource);
        var last = "";
        var tell = PipeTarget.ToDelegate(line => log.LogInformation("{Line}", last = line));
        // It is soon over, and its telemetry would be taken for the service's.
        var settings = new Dictionary<string, string?>(environment!) { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = null };
        var ended = await Cli.Wrap(program).WithArguments(arguments).WithEnvironmentVariables(settings)
            .WithStandardOutputPipe(tell).WithStandardErrorPipe(tell).WithValidation(CommandResultValidation.None).ExecuteAsync(context.CancellationToken);
        return ended.IsSuccess ? CommandResults.Success(last) : CommandResults.Failure(last);
    }
}
