using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>
/// An event of any type with every member filled, also what may be left out. The values follow from the names of the members
/// and are the same each time.
/// </summary>
static class Sample
{
    static readonly DateTimeOffset Day = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    internal static object Of(Type type) => Record(type, "");

    static object Record(Type type, string path)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in type.GetProperties().Where(one => one.CanWrite && one.GetCustomAttribute<JsonIgnoreAttribute>() is null))
            member.SetValue(record, Value(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, $"{path}{member.Name}"));
        return record;
    }

    static object Value(Type type, string path)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(path));
        var number = BitConverter.ToUInt16(hash);
        return type == typeof(Guid) ? new Guid(hash.AsSpan(0, 16))
            : type == typeof(string) ? $"some {path}"
            : type == typeof(int) ? (int)number
            : type == typeof(long) ? (long)number
            : type == typeof(bool) ? true
            : type == typeof(DateTimeOffset) ? Day.AddMinutes(number)
            : type == typeof(DateOnly) ? DateOnly.FromDateTime(Day.UtcDateTime).AddDays(number % 365)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? List(type.GetGenericArguments()[0], path)
            : Record(type, $"{path}.");
    }

    static IList List(Type item, string path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Value(item, $"{path}.1"));
        list.Add(Value(item, $"{path}.2"));
        return list;
    }
}
