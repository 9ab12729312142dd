using Geborgen.Casework;
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
builder.AddMessaging<InvestigationDb>("investigation", messaging => messaging
    .Projects<OnInvestigationRequested>(OnInvestigationRequested.Name)
    .Projects<OnContactStatementChanged>(OnContactStatementChanged.Name)
    .Projects<OnPersonTakenOut>(OnPersonTakenOut.Name)
    .Projects<OnRightsChanged>(OnRightsChanged.Name)
    .Projects<OnEmergencyRaised>(OnEmergencyRaised.Name)
    .Projects<OnMemberChanged>(OnMemberChanged.Name)
    .Clocks<AggregateClocks<InvestigationDb>>());
builder.Services.AddOpenApi();
builder.Services.AddValidation();
var limits = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));
builder.Services.AddSingleton(limits).AddSingleton<DecisionRules>()
    .AddSingleton(DecisionKinds.Read(Path.Combine(AppContext.BaseDirectory, "decision-kinds.json"), limits));
builder.Services.AddScoped<ChangeInvestigation>().AddScoped<ChangeOwnInvestigation>().AddScoped<ReceiveEmergency>()
    .AddScoped<DataBreaches>().AddScoped<Writers>();
builder.Services.AddSources();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi("/{municipality}/investigation/v1");
GetInvestigation.Map(api);
ListInvestigations.Map(api);
ListFamilyInvestigations.Map(api);
ReadQuestions.Map(api);
AssignInvestigator.Map(api);
ExtendInvestigation.Map(api);
MakePlan.Map(api);
ConsultSource.Map(api);
TellOfSource.Map(api);
RecordStatement.Map(api);
TakeOverStatement.Map(api);
AmendStatement.Map(api);
WithdrawStatement.Map(api);
CorrectStatement.Map(api);
TakeOutStatement.Map(api);
ContestStatement.Map(api);
SettleContest.Map(api);
AttachStatement.Map(api);
ShareStatement.Map(api);
WithholdStatement.Map(api);
LiftWithholding.Map(api);
HearPerson.Map(api);
MissVoice.Map(api);
WriteReport.Map(api);
PresentDraft.Map(api);
GiveRebuttal.Map(api);
MakeReportFinal.Map(api);
ReweighReport.Map(api);
AskCounterExpertise.Map(api);
AnswerCounterExpertise.Map(api);
RecordFinding.Map(api);
AddConcerned.Map(api);
EndConcern.Map(api);
PauseClock.Map(api);
ResumeClock.Map(api);
ConcludeInvestigation.Map(api);
FreezeDossier.Map(api);
GetDossier.Map(api);
AddAddendum.Map(api);
CloseDossier.Map(api);
JudgeAcuteDanger.Map(api);
EndAcuteDanger.Map(api);
RecordNotKnowing.Map(api);
RenewNotKnowing.Map(api);
ResolveNotKnowing.Map(api);
ListOwnInvestigations.Map(api);
GiveOwnRebuttal.Map(api);
AskOwnCounterExpertise.Map(api);
ContestSharedStatement.Map(api);
AnswerSharedOpinion.Map(api);
DeliverEmergency.Map(api);
ListEmergencies.Map(api);
ListFamilyEmergencies.Map(api);
GetEmergency.Map(api);
AnswerEmergency.Map(api);
app.MapMessaging(api);
await app.RunAsync<InvestigationDb>(args);
