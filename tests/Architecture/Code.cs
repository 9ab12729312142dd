using System.Reflection;
using Geborgen.ServiceDefaults;

namespace Geborgen.Architecture.Tests;

/// <summary>What compiled code touches: in its signatures, and in the bodies of its methods.</summary>
static class Code
{
    const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Every type that a type's declarations and code name, its nested types' included.</summary>
    public static IEnumerable<Type> TypesOf(Type type) => Families(type).SelectMany(one =>
            Signatures(one).Concat(MethodsOf(one).SelectMany(CompiledCode.Named).SelectMany(Types)).Append(one.BaseType!).Concat(one.GetInterfaces()))
        .OfType<Type>().SelectMany(Parts).Distinct();

    /// <summary>Every type that an assembly's code makes an object of.</summary>
    public static IEnumerable<Type> MadeIn(Assembly assembly) => assembly.GetTypes().SelectMany(MethodsOf).SelectMany(CompiledCode.Named)
        .OfType<ConstructorInfo>().Select(constructor => constructor.DeclaringType!).Distinct();

    static IEnumerable<Type> Families(Type type) => type.GetNestedTypes(All).SelectMany(Families).Prepend(type);

    static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All));

    /// <summary>Every type that a type's own declarations name.</summary>
    public static IEnumerable<Type> Signatures(Type type) => (
        type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(MethodsOf(type).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(type.GetMethods(All).Select(method => method.ReturnType)))
        .SelectMany(Parts);

    static IEnumerable<Type?> Types(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodInfo method => [method.DeclaringType, method.ReturnType],
        _ => [member.DeclaringType],
    };

    static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.GetGenericArguments().SelectMany(Parts).Prepend(type);
}
