using Geborgen.Contracts;

namespace Geborgen.Support;

/// <summary>Stamps on an event what the aggregate that raises it would.</summary>
public static class Said
{
    /// <summary>An event of a family as a stream of its own.</summary>
    public static T Of<T>(this T said, Guid family, int version, string municipality, DateTimeOffset at) where T : DomainEvent =>
        said.Of(family, family, version, municipality, at);

    /// <summary>An event of another stream.</summary>
    public static T Of<T>(this T said, Guid family, Guid stream, int version, string municipality, DateTimeOffset at) where T : DomainEvent =>
        said with { Stream = stream, FamilyId = family, Version = version, Municipality = municipality, At = at };
}
