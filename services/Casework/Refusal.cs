namespace Geborgen.Casework;

/// <summary>Why something was not done, as a value. Its code is part of the API and never changes.</summary>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Title">The rule in a few words; the same for every refusal with this code.</param>
/// <param name="Detail">What the reader can do about it; never personal data.</param>
/// <param name="Kind">What kind of refusal it is.</param>
public sealed record Refusal(string Code, string Title, string Detail, RefusalKind Kind = RefusalKind.Conflict);

/// <summary>The kinds of refusal.</summary>
public enum RefusalKind
{
    /// <summary>The input itself can't be right.</summary>
    Invalid,

    /// <summary>The input is right, but not in the present state.</summary>
    Conflict,

    /// <summary>There is no such thing, or not for this reader.</summary>
    NotFound,

    /// <summary>The role may never do this.</summary>
    Forbidden,

    /// <summary>Somebody else changed it in the meantime.</summary>
    Stale,
}
