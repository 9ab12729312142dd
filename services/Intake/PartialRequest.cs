using System.Runtime.CompilerServices;

namespace Geborgen.Intake;

/// <summary>A request that changes one thing: what is left out stays as it is, null clears it.</summary>
public abstract record PartialRequest
{
    readonly HashSet<string> sent = [];

    /// <summary>Whether something was sent, be it null.</summary>
    internal bool Says(string name) => sent.Contains(name);

    /// <summary>What is sent, or else what is known.</summary>
    internal T Or<T>(T value, T known, [CallerArgumentExpression(nameof(value))] string name = "") => Says(name) ? value : known;

    /// <summary>Notes that a member was sent.</summary>
    protected T Sent<T>(T value, [CallerMemberName] string name = "")
    {
        sent.Add(name);
        return value;
    }
}
