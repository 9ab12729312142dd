using Geborgen.Casework;
using Geborgen.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Intake.Supports;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
if (args.IsMigration())
{
    await builder.MigrateAsync<IntakeDb>();
    return;
}

builder.AddServiceDefaults(new("intake", "Intake", "First contacts, emergencies, persons, families and their key worker."));
builder.AddMessaging<IntakeDb>("intake", messaging => messaging
    .Clocks<AggregateClocks<IntakeDb>>()
    .Projects<OnEmergencyAcknowledged>("on-emergency-acknowledged")
    .Projects<OnAcuteDangerJudged>("on-acute-danger-judged"));
builder.Services.AddInstanceClient<InvestigationClient>();
builder.Services.AddHostedService<DeliverEmergencies>();
builder.Services.AddHostedService<SwitchRights>();
builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.AddSingleton(TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json")));
builder.Services.AddSingleton<BsnSeal>().AddScoped<ProposedLinks>()
    .AddScoped<ChangeFamily>().AddScoped<ChangeContact>().AddScoped<ChangeEmergency>().AddScoped<RaiseEmergency>()
    .AddScoped<DataBreaches>().AddScoped<ChangeSupport>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi("/{municipality}/intake/v1");
RegisterContact.Map(api);
AskForHelp.Map(api);
GetContact.Map(api);
ListContacts.Map(api);
TriageContact.Map(api);
GetInvestigationRequest.Map(api);
AddStatement.Map(api);
AmendStatement.Map(api);
WithdrawStatement.Map(api);
CorrectStatement.Map(api);
ContestStatement.Map(api);
SettleContest.Map(api);
AttachOwnStatement.Map(api);
TakeOutStatement.Map(api);
JudgeAcuteDanger.Map(api);
EndAcuteDanger.Map(api);
RecordNotKnowing.Map(api);
RenewNotKnowing.Map(api);
ResolveNotKnowing.Map(api);
TellThoseConcerned.Map(api);
PostponeTelling.Map(api);
ShieldReporter.Map(api);
LiftReporterShield.Map(api);
GiveAdvice.Map(api);
ReceiveFeedback.Map(api);
AnswerFeedback.Map(api);
ListOwnContacts.Map(api);
GiveOwnFeedback.Map(api);
ListOwnFeedback.Map(api);
PauseClock.Map(api);
ResumeClock.Map(api);
GetFamily.Map(api);
ListMembers.Map(api);
ListFamilyContacts.Map(api);
AssignKeyWorker.Map(api);
CoverKeyWorker.Map(api);
HandOverKeyWorker.Map(api);
AddDuo.Map(api);
EndStandIn.Map(api);
RecordKeyWorkerWish.Map(api);
AskForAnotherKeyWorker.Map(api);
ListOwnKeyWorkerWishes.Map(api);
AnswerKeyWorkerWish.Map(api);
ListResponsibilityOffers.Map(api);
OfferResponsibility.Map(api);
AcceptResponsibility.Map(api);
RefuseResponsibility.Map(api);
WithdrawResponsibility.Map(api);
SplitFamily.Map(api);
MergeFamilies.Map(api);
UndoMerge.Map(api);
ListPersonLinks.Map(api);
ConfirmPersonLink.Map(api);
UndoPersonLink.Map(api);
SearchPersons.Map(api);
AddMember.Map(api);
EndMembership.Map(api);
TakeOutMember.Map(api);
LinkMemberAccount.Map(api);
UnlinkMemberAccount.Map(api);
ChangeParticulars.Map(api);
RecordDeath.Map(api);
ListResidences.Map(api);
RecordResidence.Map(api);
RecordAuthority.Map(api);
ListInformalSupports.Map(api);
StartInformalSupport.Map(api);
NoteInformalSupport.Map(api);
EndInformalSupport.Map(api);
RegisterSupport.Map(api);
GetSupport.Map(api);
ListSupports.Map(api);
MatchSupport.Map(api);
NoteSupport.Map(api);
EndSupport.Map(api);
GetEmergency.Map(api);
ListEmergencies.Map(api);
ListFamilyEmergencies.Map(api);
MakeSafetyAgreement.Map(api);
TakeImmediateAction.Map(api);
EndEmergency.Map(api);
app.MapMessaging(api);
await app.RunAsync<IntakeDb>(args);
