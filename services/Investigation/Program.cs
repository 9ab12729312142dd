using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Investigation;
using Geborgen.Investigation.Emergencies;
using Geborgen.Investigation.Investigations;
using Geborgen.Investigation.OwnVoice;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
if (await builder.OperateAsync<InvestigationDb>(args))
    return;

builder.AddServiceDefaults(new("investigation", "Investigation", "First and extended investigations: everybody's own words, the report, what stays unknown, the conclusion."));
builder.AddAccess<InvestigationDb>("investigation", messaging => messaging
    .Reacts<OnInvestigationRequested>("intake")
    .Reacts<OnContactStatementChanged>("intake")
    .Reacts<OnPersonTakenOut>("intake")
    .Reacts<OnMemberRoleCorrected>("intake")
    .Reacts<OnEmergencyRaised>("intake")
    .FollowsMembers());
builder.Services.AddHostedService<EndInvestigatorsOfEndedAccounts>();
builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.AddScoped<ReceiveEmergency>();
builder.Services.AddCaseFiles<InvestigationDb>()
    .AddFiles<Investigation, InvestigationResponse, OwnInvestigation, InvestigationFiles>()
    .AddFiles<EmergencyResponse, EmergencyFiles>();
builder.Services.AddSources();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi("/{municipality}/investigation/v1");
api.MapFiles<Investigation, InvestigationResponse, OwnInvestigation>("investigations", "investigation");
ListInvestigations.Map(api);
ListFamilyInvestigations.Map(api);
ReadQuestions.Map(api);
AssignInvestigator.Map(api);
ExtendInvestigation.Map(api);
MakePlan.Map(api);
ConsultSource.Map(api);
TellOfSource.Map(api);
TakeOverStatement.Map(api);
HearPerson.Map(api);
MissVoice.Map(api);
WriteReport.Map(api);
PresentDraft.Map(api);
TalkAboutDraft.Map(api);
GiveRebuttal.Map(api);
MakeReportFinal.Map(api);
ReweighReport.Map(api);
AskCounterExpertise.Map(api);
AnswerCounterExpertise.Map(api);
RecordFinding.Map(api);
AddConcerned.Map(api);
EndConcern.Map(api);
ConcludeInvestigation.Map(api);
FreezeDossier.Map(api);
GetDossier.Map(api);
AddAddendum.Map(api);
CloseDossier.Map(api);
GiveOwnRebuttal.Map(api);
AskOwnCounterExpertise.Map(api);
DeliverEmergency.Map(api);
ListEmergencies.Map(api);
ListFamilyEmergencies.Map(api);
GetEmergency.Map(api);
AnswerEmergency.Map(api);
api.MapDataBreaches();
api.MapFeed();
api.MapAccessLog();
await app.RunAsync<InvestigationDb>(args);
