namespace Geborgen.AppHost;

/// <summary>The one machine that everything runs on: ports in a row, one folder for all data, plain http on the loopback address.</summary>
sealed class Machine(IDistributedApplicationBuilder builder) : IDisposable
{
    const long NeededMegabytes = 500;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly int firstPort = builder.Configuration.GetValue("GEBORGEN_PORT_BASE", 8080);
    readonly List<string> ports = ["gateway", "identity", "dashboard", "telemetry"];
    FileStream? held;

    public string Data => InRepository(builder.Configuration["GEBORGEN_DATA"] is { Length: > 0 } named ? named : ".data");

    public string InData(params string[] parts) => Path.Combine([Data, .. parts]);

    public string InRepository(string path) => Path.GetFullPath(Path.Combine("..", path), builder.AppHostDirectory);

    /// <summary>The port of a name: the gateway has the first, and what is named later one after those named before.</summary>
    public int Port(string name)
    {
        if (!ports.Contains(name))
            ports.Add(name);
        return firstPort + ports.IndexOf(name);
    }

    public bool Listens(string name) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == Port(name));

    /// <summary>A password that is made once and stays in the data folder, readable by their owner only.</summary>
    public string Password(string folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(InData(folder)).FullName, "password");
        if (!File.Exists(file))
            using (var made = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
                made.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(64)));
        return File.ReadAllText(file);
    }

    public void UsePlainHttp()
    {
        builder.Configuration["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        builder.Configuration["ASPNETCORE_URLS"] = $"http://localhost:{Port("dashboard")}";
        builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://localhost:{Port("telemetry")}";
    }

    /// <summary>Keeps other runs out of the data folder until this one ends, in whatever way, and says what its start would stumble over.</summary>
    public async Task<string?> FindHindranceAsync()
    {
        Directory.CreateDirectory(Data, OwnerOnly | UnixFileMode.UserExecute);
        if (new DriveInfo(Data).AvailableFreeSpace / 1_000_000 is < NeededMegabytes and var left)
            return $"The disk of {Data} is full: {left} MB are left, and Geborgen needs {NeededMegabytes} MB to start.";
        try
        {
            held = new(InData("running.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return $"Geborgen already runs with the data in {Data}.";
        }
        if (TakenPort() is { } taken)
            Console.WriteLine($"{taken} What a killed run left behind is gone in {Patience.TotalSeconds} s at most.");
        for (var since = Stopwatch.GetTimestamp(); TakenPort() is not null && Stopwatch.GetElapsedTime(since) < Patience;)
            await Task.Delay(500);
        return TakenPort();
    }

    public void Dispose() => held?.Dispose();

    string? TakenPort() => ports.Find(Listens) is { } taken
        ? $"Port {Port(taken)} for {taken} is taken by another program. GEBORGEN_PORT_BASE=N takes N and the ports after it." : null;
}
