using Geborgen.Casework;
using Geborgen.Investigation;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
if (args.IsMigration())
{
    await builder.MigrateAsync<InvestigationDb>();
    return;
}

builder.AddServiceDefaults(new("investigation", "Investigation", "First and extended investigations: everybody's own words, the report, what stays unknown, the conclusion."));
builder.AddMessaging<InvestigationDb>("investigation", messaging => messaging.Clocks<AggregateClocks<InvestigationDb>>());
builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.AddSingleton(TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json")));

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi("/{municipality}/investigation/v1");
app.MapMessaging(api);
await app.RunAsync<InvestigationDb>(args);
