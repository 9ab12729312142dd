using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.FamilyView;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
if (await builder.OperateAsync<FamilyViewDb>(args))
    return;

builder.AddServiceDefaults(new(
    "family-view", "Family view",
    "The skeleton of each family over all organisations: who belongs to it, who is involved, which terms run. The words stay at their sources."));
builder.AddAccess<FamilyViewDb>("family-view", messaging => messaging.Projects<SkeletonProjection>("skeleton"));
builder.Services.AddCommands<FamilyViewDb>().AddFiles<EmergencyAccess, EmergencyAccesses>();
builder.Services.AddValidation();
builder.Services.AddOpenApi();
builder.Services.AddSources();
builder.Services.AddSingleton(TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json")));

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi("/family-view/v1");
ListFamilies.Map(api);
GetFamily.Map(api);
GetTimeline.Map(api);
ListResponsibilityOffers.Map(api);
GetAccessLog.Map(api);
OpenEmergencyAccess.Map(api);
ListEmergencyAccesses.Map(api);
api.MapFeed();
await app.RunAsync<FamilyViewDb>(args);
