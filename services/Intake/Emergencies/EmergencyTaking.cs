using Geborgen.Casework;

namespace Geborgen.Intake.Emergencies;

/// <summary>Somebody took an emergency from the list and acts on it.</summary>
public sealed class EmergencyTaking
{
    EmergencyTaking(Guid id, string worker, string name, string organisation, DateTimeOffset at) =>
        (Id, Worker, Name, Organisation, At) = (id, worker, name, organisation, at);

    internal EmergencyTaking(string name, Actor by) : this(Guid.CreateVersion7(by.Now), by.Account, name, by.Organisation, by.Now)
    {
    }

    /// <summary>The taking's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The worker's account.</summary>
    public string Worker { get; private set; }

    /// <summary>The worker's name.</summary>
    public string Name { get; private set; }

    /// <summary>The worker's organisation.</summary>
    public string Organisation { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
