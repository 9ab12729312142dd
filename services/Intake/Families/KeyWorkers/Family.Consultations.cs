using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Intake.Families;

/// <content>Who thinks along at the request of who works with the family, without powers.</content>
public sealed partial class Family
{
    /// <summary>For at most so many days somebody is consulted at a time; who is needed longer is asked again, with a reason.</summary>
    public const int LongestConsultation = 28;

    /// <summary>Lets a colleague think along for some days. Nobody who works with the family already is consulted beside that.</summary>
    public Refusal? Consult(Worker worker, int days, string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (WhyNotLetIn(worker, by) is { } kept)
            return kept;
        if (days is < 1 or > LongestConsultation)
            return ConsultationRefusals.WithoutEnd;
        if (assignments.Exists(one => one.Worker == worker.Account && one.ActiveAt(by.Now)))
            return ConsultationRefusals.AlreadyInvolved;
        if (WhyNotForFamily(null, by, ("reason", reason)) is { } told)
            return told;
        Begin(Assignment.OfWorker(Relations.Consulted, worker, by.Now, by.Now.AddDays(days), reason), by.Now);
        return null;
    }
}

/// <summary>Why somebody is not consulted.</summary>
public static class ConsultationRefusals
{
    /// <summary>A consultation has an end, not far away.</summary>
    public static Refusal WithoutEnd { get; } = new(
        "consultation-without-end", "A consultation ends within four weeks.",
        $"Send a number of days from 1 to {Family.LongestConsultation}; who is needed longer is asked again.", RefusalKind.Invalid);

    /// <summary>The worker works with the family already, or is consulted.</summary>
    public static Refusal AlreadyInvolved { get; } = new(
        "already-involved", "This worker is involved with the family already.", "Read who works with the family.");
}
