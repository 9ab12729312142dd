namespace Geborgen.Contracts;

/// <summary>
/// What every event says. An event carries ids, codes, dates and versions; the words stay with the service that
/// wrote them and are read there, under the reader's own rights.
/// </summary>
public interface IDomainEvent
{
    /// <summary>The aggregate that the event is about; its events form one stream with gapless versions from 1.</summary>
    Guid Stream { get; }

    /// <summary>The place of the event in its stream, from 1.</summary>
    int Version { get; }

    /// <summary>The family that the event belongs to.</summary>
    Guid FamilyId { get; }

    /// <summary>The municipality that was responsible when it happened (CBS code, such as <c>gm0344</c>).</summary>
    string Municipality { get; }

    /// <summary>When it happened, in UTC.</summary>
    DateTimeOffset At { get; }
}
