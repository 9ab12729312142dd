using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Intake.Supports;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
if (await builder.OperateAsync<IntakeDb>(args))
    return;

builder.AddServiceDefaults(new("intake", "Intake", "First contacts, emergencies, persons, families and their key worker."));
builder.AddAccess<IntakeDb>("intake", messaging => messaging
    .Reacts<OnKnownPersonCame>("intake")
    .Reacts<OnEmergencyAcknowledged>("investigation")
    .Reacts<OnAcuteDangerJudged>("investigation")
    .Reacts<OnPlanChanged>("planning")
    .Reacts<OnAgreementTakenOver>("planning")
    .Reacts<OnTakenOutReadersFound>("family-view"));
builder.Services.AddInstanceClient<InvestigationClient>();
builder.Services.AddHostedService<DeliverEmergencies>();
builder.Services.AddHostedService<SwitchRights>();
builder.Services.AddHostedService<EndKeyWorkersOfEndedAccounts>();
builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.AddSingleton<DangerReopens>().AddSingleton<BsnSeal>().AddScoped<KnownPlaces>().AddScoped<SamePersons>().AddScoped<SharedWithUs>()
    .AddScoped<RaiseEmergency>().AddScoped<EmergencyOfFiles>().AddScoped<SeekKeyWorker>().AddScoped<RegisterContact.Registration>().AddScoped<HelpInOwnFile>().AddScoped<NoticeLists>().AddScoped<RelatedFiles>();
builder.Services.AddCaseFiles<IntakeDb>()
    .AddFiles<Contact, ContactResponse, OwnContact, ContactFiles>()
    .AddFiles<Family, FamilyFiles>()
    .AddFiles<Emergency, EmergencyFiles>()
    .AddFiles<SupportExchange, SupportFiles>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi("/{municipality}/intake/v1");
RegisterContact.Map(api);
AskForHelp.Map(api);
GetSubmission.Map(api);
ListSubmissions.Map(api);
AmendSubmittedStatement.Map(api);
WithdrawSubmittedStatement.Map(api);
api.MapFiles<Contact, ContactResponse, OwnContact>("contacts", "contact");
ListContacts.Map(api);
TriageContact.Map(api);
CorrectWhereabouts.Map(api);
TakeOutContact.Map(api);
ListRemovedContacts.Map(api);
FindRemovedContacts.Map(api);
GetInvestigationRequest.Map(api);
ListNotKnown.Map(api);
TellThoseConcerned.Map(api);
PostponeTelling.Map(api);
ShieldReporter.Map(api);
LiftReporterShield.Map(api);
GiveAdvice.Map(api);
ReceiveFeedback.Map(api);
AnswerFeedback.Map(api);
GiveOwnFeedback.Map(api);
ListOwnFeedback.Map(api);
ListTerms.Map(api);
GetFamily.Map(api);
ListMembers.Map(api);
ListFamilyContacts.Map(api);
GetKeyWorker.Map(api);
ListFamilyNotKnown.Map(api);
AssignKeyWorker.Map(api);
CoverKeyWorker.Map(api);
HandOverKeyWorker.Map(api);
HandOverFamilies.Map(api);
ReleaseKeyWorker.Map(api);
AddDuo.Map(api);
ConsultColleague.Map(api);
EndStandIn.Map(api);
RecordKeyWorkerWish.Map(api);
AskForAnotherKeyWorker.Map(api);
ListOwnKeyWorkerWishes.Map(api);
ListOwnFamilies.Map(api);
AnswerKeyWorkerWish.Map(api);
ListResponsibilityOffers.Map(api);
OfferResponsibility.Map(api);
AcceptResponsibility.Map(api);
RefuseResponsibility.Map(api);
WithdrawResponsibility.Map(api);
SplitFamily.Map(api);
MergeFamilies.Map(api);
UndoMerge.Map(api);
CloseFamily.Map(api);
ReopenFamily.Map(api);
ListNotices.Map(api);
ListFamilyNotices.Map(api);
SeeNotice.Map(api);
RequestInformation.Map(api);
ListInformationRequests.Map(api);
ListFamilyInformationRequests.Map(api);
AnswerInformationRequest.Map(api);
ListRelatedContacts.Map(api);
ListPersonLinks.Map(api);
ConfirmPersonLink.Map(api);
UndoPersonLink.Map(api);
SearchPersons.Map(api);
AskKnownHere.Map(api);
AddMember.Map(api);
CorrectMemberRole.Map(api);
EndMembership.Map(api);
TakeOutMember.Map(api);
LinkMemberAccount.Map(api);
UnlinkMemberAccount.Map(api);
ChangeParticulars.Map(api);
SharePerson.Map(api);
RecordDeath.Map(api);
ListResidences.Map(api);
CheckTexts.Map(api);
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
TakeEmergency.Map(api);
MakeSafetyAgreement.Map(api);
EvaluateSafetyAgreement.Map(api);
TakeImmediateAction.Map(api);
EndEmergency.Map(api);
api.MapDataBreaches();
api.MapFeed();
api.MapAccessLog();
await app.RunAsync<IntakeDb>(args);
