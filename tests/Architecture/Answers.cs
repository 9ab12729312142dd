using System.Reflection;
using System.Text.Json.Serialization;
using Geborgen.Casework;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Geborgen.Architecture.Tests;

/// <summary>What routes answer, with all that it is made of.</summary>
static class Answers
{
    /// <summary>The types that a route answers with when it succeeds.</summary>
    public static IEnumerable<Type> Of(RouteEndpoint route)
    {
        var answers = route.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(one => one.StatusCode < 300).ToList();
        Assert.True(answers.Exists(one => one.Type is not null), $"What {route} answers is not known.");
        return answers.Select(one => one.Type!);
    }

    /// <summary>An answer and every type of ours that is shown in it.</summary>
    public static IReadOnlyCollection<Type> Reached(Type answer)
    {
        var (open, seen) = (new Stack<Type>([answer]), new HashSet<Type> { answer });
        while (open.TryPop(out var type))
            foreach (var part in Shown(type).SelectMany(property => Parts(property.PropertyType)).Where(part => IsOurs(part) && !part.IsEnum))
                if (seen.Add(part))
                    open.Push(part);
        return seen;
    }

    /// <summary>What of a type goes out; a text for the family is one text.</summary>
    public static IEnumerable<PropertyInfo> Shown(Type type) => type == typeof(ForFamily) ? [] : type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
        .OrderBy(property => property.Name, StringComparer.Ordinal);

    /// <summary>Lists and what may be null are known by what they hold; any other type that is not ours could hold anything.</summary>
    public static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!)
        : Nullable.GetUnderlyingType(type) is { } value ? [value]
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Parts(type.GetGenericArguments()[0])
        : [type];

    /// <summary>Whether a type is one of the platform's own.</summary>
    public static bool IsOurs(Type type) => type.Namespace!.StartsWith("Geborgen.", StringComparison.Ordinal);
}
