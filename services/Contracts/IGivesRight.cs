namespace Geborgen.Contracts;

/// <summary>An event by which an account may see or do something that it could not before.</summary>
public interface IGivesRight
{
    /// <summary>The account, or null where a whole team gets the right.</summary>
    string? To { get; }
}
