namespace Geborgen.Access;

/// <summary>
/// One row of the access log: who did what with the data of one person, why, and on which basis. Rows form a chain
/// (<see cref="Hash"/> over <see cref="PrevHash"/> and <see cref="Digest"/>), so that a changed, inserted or missing row shows.
/// The digest is salted: nothing can be guessed from it without the salt.
/// </summary>
public sealed record AccessRecord
{
    /// <summary>Place in the chain of this service's database, gapless from 1.</summary>
    public long Seq { get; init; }

    /// <summary>When, in UTC, to the microsecond.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The family, where one is concerned.</summary>
    public Guid? FamilyId { get; init; }

    /// <summary>The person whose data it is, where known.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The account that did it.</summary>
    public string? Account { get; init; }

    /// <summary>The client through which it was done.</summary>
    public string? Client { get; init; }

    /// <summary>The role that counted; null where access was refused.</summary>
    public string? Role { get; init; }

    /// <summary>The organisation of the account.</summary>
    public string? Organisation { get; init; }

    /// <summary>The relation that counted; null where access was refused.</summary>
    public string? Relation { get; init; }

    /// <summary>Key of the resource in the access matrix.</summary>
    public string? Resource { get; init; }

    /// <summary>What was done.</summary>
    public AccessAction Action { get; init; }

    /// <summary>Why access was refused or which rule refused what was tried, as a code; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Key of the processing activity that counted; of a refusal the one that was named, if any.</summary>
    public string? Activity { get; init; }

    /// <summary>Key of its legal basis.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>W3C trace id, which joins this row to the technical trace.</summary>
    public string? TraceId { get; init; }

    /// <summary>W3C span id.</summary>
    public string? SpanId { get; init; }

    /// <summary>Salt of the digest, 16 bytes; null once the content was erased.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>SHA-256 of salt and content.</summary>
    public byte[] Digest { get; init; } = [];

    /// <summary>Hash of the row before; 32 zero bytes for the first.</summary>
    public byte[] PrevHash { get; init; } = [];

    /// <summary>SHA-256 of the hash before, the place in the chain and the digest.</summary>
    public byte[] Hash { get; init; } = [];
}
