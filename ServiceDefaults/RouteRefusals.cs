using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Geborgen.ServiceDefaults;

/// <summary>Which refusals a route can answer, for its description.</summary>
public static class RouteRefusals
{
    /// <summary>
    /// Names refusals that a route's filters give. What its handler and the rules behind it refuse needs no naming: that
    /// is read from their code, so that a new rule stands in the description from its first day.
    /// </summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params Refusal[] refusals) =>
        route.WithMetadata(new RefusesMetadata(refusals));

    /// <summary>Every refusal that a route can answer, in order of code.</summary>
    internal static IEnumerable<Refusal> Of(IEnumerable<object> metadata)
    {
        var all = metadata.ToList();
        return all.OfType<RefusesMetadata>().SelectMany(named => named.Refusals)
            .Concat(all.OfType<MethodInfo>().SelectMany(RefusalsInCode.Of))
            .DistinctBy(refusal => (refusal.Code, refusal.Kind)).OrderBy(refusal => refusal.Code, StringComparer.Ordinal);
    }

    sealed record RefusesMetadata(IReadOnlyList<Refusal> Refusals);
}

/// <summary>
/// The refusals that code can come to. A refusal travels by what methods answer, so every method of ours that answers with
/// one, or with a problem, is read; of those, each static <see cref="Refusal"/> that they take from its place counts. What a rule
/// leaves to each kind of file is read in the kind that the handler is about. A call through an interface is not followed: what that
/// refuses is named with <see cref="RouteRefusals.Refuses"/>.
/// </summary>
static class RefusalsInCode
{
    const string Ours = "Geborgen.";

    static readonly ConcurrentDictionary<MethodInfo, IReadOnlyList<Refusal>> Known = new();

    /// <summary>The refusals that a handler can come to; read once.</summary>
    public static IReadOnlyList<Refusal> Of(MethodInfo handler) => Known.GetOrAdd(handler, Read);

    static IReadOnlyList<Refusal> Read(MethodInfo handler)
    {
        var about = handler.GetParameters().Select(parameter => parameter.ParameterType).Prepend(handler.ReturnType)
            .SelectMany(type => type.GetGenericArguments()).Where(IsOurs).Distinct().ToList();
        var found = new HashSet<Refusal>();
        var seen = new HashSet<(Module, int)>();
        var open = new Stack<MethodInfo>([handler]);
        while (open.TryPop(out var method))
        {
            if (!seen.Add((method.Module, method.MetadataToken)))
                continue;
            // What waits or yields does its work in steps.
            if (method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: var steps })
                open.Push(Of(method, steps).GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!);
            foreach (var named in CompiledCode.Named(method))
                if (named is MethodInfo called && called.DeclaringType is { } type && IsOurs(type) && Carries(called.ReturnType))
                    foreach (var meant in Overrides(called, about).Append(called))
                        open.Push(meant);
                else if (named is FieldInfo { IsStatic: true } field && field.FieldType == typeof(Refusal))
                    found.Add((Refusal)field.GetValue(null)!);
        }
        return [.. found];
    }

    /// <summary>The steps of a method know of what kind of file it is only when they are told.</summary>
    static Type Of(MethodInfo method, Type steps) => steps.IsGenericTypeDefinition
        ? steps.MakeGenericType([.. method.DeclaringType!.GetGenericArguments(), .. method.GetGenericArguments()])
        : steps;

    /// <summary>What takes the place of a method in the kinds of file that a handler is about, or in what their service says of them.</summary>
    static IEnumerable<MethodInfo> Overrides(MethodInfo method, List<Type> about)
    {
        if (!method.IsVirtual || method.DeclaringType is not { IsInterface: false } declaring)
            return [];
        var kinds = about.Where(declaring.IsAssignableFrom).ToList();
        return (kinds.Count > 0 ? kinds : about.Select(type => type.Assembly).Distinct().SelectMany(assembly => assembly.GetTypes()).Where(declaring.IsAssignableFrom))
            .SelectMany(kind => kind.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(other => other.GetBaseDefinition().MetadataToken == method.GetBaseDefinition().MetadataToken
                && other.GetBaseDefinition().Module == method.GetBaseDefinition().Module && other.DeclaringType != declaring);
    }

    static bool IsOurs(Type type) => type.Assembly.GetName().Name?.StartsWith(Ours, StringComparison.Ordinal) == true;

    static bool Carries(Type type) =>
        type == typeof(Refusal) || typeof(IResult).IsAssignableFrom(type) || type.GetGenericArguments().Any(Carries)
        || (IsOurs(type) && type.GetProperties().Any(part => part.PropertyType == typeof(Refusal) || typeof(IResult).IsAssignableFrom(part.PropertyType)));
}
