using System.Text.Json.Serialization;

namespace Geborgen.Contracts;

/// <summary>
/// What every event says. An event carries ids, codes, dates and versions; the words stay with the service that
/// wrote them and are read there, under the reader's own rights.
/// <para>
/// Which event it is of which stream is not for who makes it to say: the aggregate that raises it stamps all of this on it.
/// What is read without one of these is refused. The stream goes by the name of what it is where events of one kind of
/// aggregate always have the same, such as <c>contactId</c>.
/// </para>
/// </summary>
public abstract record DomainEvent
{
    /// <summary>The aggregate that the event is about; its events form one stream with gapless versions from 1.</summary>
    [JsonRequired]
    public virtual Guid Stream { get; init; }

    /// <summary>The place of the event in its stream, from 1.</summary>
    [JsonRequired]
    public virtual int Version { get; init; }

    /// <summary>The family that the event belongs to.</summary>
    [JsonRequired]
    public virtual Guid FamilyId { get; init; }

    /// <summary>The municipality that was responsible when it happened (CBS code, such as <c>gm0344</c>).</summary>
    [JsonRequired]
    public string Municipality { get; init; } = "";

    /// <summary>When it happened, in UTC.</summary>
    [JsonRequired]
    public DateTimeOffset At { get; init; }
}
