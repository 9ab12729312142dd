using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.CaseFiles;

/// <summary>Adds what every service with files of its own has.</summary>
public static class CaseFilesExtensions
{
    /// <summary>
    /// Adds what a service needs whose requests change something: each is carried out once under its key, and calls no other service
    /// while it holds something.
    /// </summary>
    public static IServiceCollection AddCommands<TDb>(this IServiceCollection services) where TDb : CaseFileDb =>
        services.AddScoped<CaseFileDb>(provider => provider.GetRequiredService<TDb>())
            .AddScoped<AnswerStore>().AddScoped<Repetition>().AddHostedService<ExpiredAnswers>()
            .AddTransient<NothingHeld>().ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler<NothingHeld>());

    /// <summary>
    /// Adds what the routes of files need, whatever their kind, with their clocks, and what the law says of terms and decisions.
    /// </summary>
    public static IServiceCollection AddCaseFiles<TDb>(this IServiceCollection services) where TDb : CaseFileDb
    {
        services.AddCommands<TDb>().AddHostedService<ClockTicker<TDb>>();
        var limits = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));
        return services.AddInstanceClient<IntakeClient>().AddInstanceClient<AccountDirectory>().AddSingleton(limits).AddSingleton<DecisionRules>()
            .AddSingleton(DecisionKinds.Read(Path.Combine(AppContext.BaseDirectory, "decision-kinds.json"), limits))
            .AddSingleton(KnowledgeAgenda.Read(Path.Combine(AppContext.BaseDirectory, "knowledge-agenda.json")))
            .AddValidation().AddScoped<DataBreaches>().AddFiles<DataBreach, DataBreachFiles>();
    }

    /// <summary>Adds files of one kind, so that commands can change them.</summary>
    public static IServiceCollection AddFiles<T, TFiles>(this IServiceCollection services) where T : Versioned where TFiles : Files<T> =>
        services.AddScoped<Files<T>, TFiles>().AddScoped<Change<T>>();

    /// <summary>Adds case files of one kind, with what every case file can do.</summary>
    public static IServiceCollection AddFiles<T, TShown, TOwn, TFiles>(this IServiceCollection services)
        where T : CaseFile where TFiles : Files<T, TShown, TOwn> =>
        services.AddScoped<Files<T, TShown, TOwn>, TFiles>()
            .AddScoped<Files<T, TShown>>(provider => provider.GetRequiredService<Files<T, TShown, TOwn>>())
            .AddScoped<Files<T>>(provider => provider.GetRequiredService<Files<T, TShown, TOwn>>())
            .AddScoped<Change<T>>().AddScoped<ChangeOwn<T, TShown, TOwn>>();

    /// <summary>Maps what every case file can do: it is read, and has statements, what nobody knows, acute danger, terms, and the own voice of the family.</summary>
    public static void MapFiles<T, TShown, TOwn>(this RouteGroupBuilder api, string noun, string key) where T : CaseFile
    {
        ArgumentNullException.ThrowIfNull(api);
        var file = new CaseFileRoutes(api, noun, key);
        GetFile.Map<T, TShown>(file);
        AddStatement.Map<T, TShown>(file);
        AmendStatement.Map<T, TShown>(file);
        WithdrawStatement.Map<T, TShown>(file);
        CorrectStatement.Map<T, TShown>(file);
        ContestStatement.Map<T, TShown>(file);
        SettleContest.Map<T, TShown>(file);
        AttachStatement.Map<T, TShown>(file);
        ShareStatement.Map<T, TShown>(file);
        WithholdStatement.Map<T, TShown>(file);
        LiftWithholding.Map<T, TShown>(file);
        TakeOutStatement.Map<T, TShown>(file);
        RecordNotKnowing.Map<T, TShown>(file);
        RenewNotKnowing.Map<T, TShown>(file);
        ResolveNotKnowing.Map<T, TShown>(file);
        JudgeAcuteDanger.Map<T, TShown>(file);
        EndAcuteDanger.Map<T, TShown>(file);
        PauseClock.Map<T, TShown>(file);
        ResumeClock.Map<T, TShown>(file);
        ListOwnFiles.Map<T, TShown, TOwn>(file);
        AmendOwnStatement.Map<T, TShown, TOwn>(file);
        WithdrawOwnStatement.Map<T, TShown, TOwn>(file);
        ContestSharedStatement.Map<T, TShown, TOwn>(file);
        AnswerSharedOpinion.Map<T, TShown, TOwn>(file);
    }

    /// <summary>Maps what was registered in error and taken out of the files of a service.</summary>
    public static void MapDataBreaches(this RouteGroupBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        GetDataBreach.Map(api);
        ListDataBreaches.Map(api);
        TellBreachRecipient.Map(api);
        AssessDataBreach.Map(api);
    }
}
