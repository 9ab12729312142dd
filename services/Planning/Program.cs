using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Messaging;
using Geborgen.Planning;
using Geborgen.Planning.Agreements;
using Geborgen.Planning.OwnVoice;
using Geborgen.Planning.PartnerVoice;
using Geborgen.Planning.Plans;
using Geborgen.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
if (await builder.OperateAsync<PlanningDb>(args))
    return;

builder.AddServiceDefaults(new("planning", "Planning", "The family's own plan: goals with an owner, conditions with their source, who does what, how it goes, what was learnt."));
builder.AddAccess<PlanningDb>("planning", messaging => messaging
    .Reacts<OnHelpDecided>("intake", "investigation")
    .Reacts<OnEmergencyEnded>("intake")
    .Reacts<OnPersonTakenOut>("intake")
    .Reacts<OnMemberRoleCorrected>("intake")
    .FollowsMembers());
builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.AddCaseFiles<PlanningDb>()
    .AddFiles<FamilyPlan, PlanResponse, OwnFamilyPlan, PlanFiles>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi("/{municipality}/planning/v1");
api.MapFiles<FamilyPlan, PlanResponse, OwnFamilyPlan>("plans", "plan");
ListPlans.Map(api);
ListFamilyPlans.Map(api);
OfferFamilyFirst.Map(api);
RecordOwnPlan.Map(api);
SkipFamilyFirst.Map(api);
DescribeDomain.Map(api);
SetGoal.Map(api);
ReportProgress.Map(api);
SetCondition.Map(api);
EndCondition.Map(api);
GiveAdvice.Map(api);
OfferChoice.Map(api);
RecordChoice.Map(api);
RecordPlanAnswer.Map(api);
StartPlan.Map(api);
AddAction.Map(api);
ReportAction.Map(api);
AskSupport.Map(api);
ChangeSupport.Map(api);
JoinPlan.Map(api);
LeavePlan.Map(api);
InvitePartner.Map(api);
SharePart.Map(api);
EndShare.Map(api);
MakeSafetyAgreement.Map(api);
EvaluateSafetyAgreement.Map(api);
EvaluatePlan.Map(api);
RaiseBarrier.Map(api);
AnswerBarrier.Map(api);
ClosePlan.Map(api);
WriteOwnPlan.Map(api);
SetOwnGoal.Map(api);
ReportOwnProgress.Map(api);
AnswerOwnPlan.Map(api);
ChooseOwn.Map(api);
ReportOwnAction.Map(api);
ListPartnerPlans.Map(api);
EnterPlan.Map(api);
ReportPartnerAction.Map(api);
api.MapDataBreaches();
api.MapFeed();
api.MapAccessLog();
await app.RunAsync<PlanningDb>(args);
