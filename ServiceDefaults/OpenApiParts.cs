using System.Text;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>What several operations say alike stands among the components, once.</summary>
static class OpenApiParts
{
    /// <summary>
    /// Puts each parameter and each answer that stands more than once in a document among its components. A parameter's is named by the
    /// last word of its name: hundreds of references are read by tools, and the name in full stands in the component.
    /// </summary>
    public static async Task Share(OpenApiDocument document, CancellationToken cancellationToken)
    {
        var operations = document.Paths.Values.SelectMany(path => path.Operations?.Values ?? (IEnumerable<OpenApiOperation>)[]).ToList();
        var parameters = await Places(operations.Where(one => one.Parameters is not null).SelectMany(one => one.Parameters!.Select(
            (parameter, at) => (Part: parameter, Put: (Action<IOpenApiParameter>)(shared => one.Parameters![at] = shared)))), cancellationToken);
        foreach (var (name, places) in Named(parameters, one => one.Name!.Split('-')[^1]))
        {
            document.AddComponent(name, (OpenApiParameter)places[0].Part);
            foreach (var place in places)
                place.Put(new OpenApiParameterReference(name, document));
        }
        var responses = await Places(operations.SelectMany(one => one.Responses!.Where(response => response.Value is OpenApiResponse).ToList().Select(
            response => (Part: response.Value, Put: (Action<IOpenApiResponse>)(shared => one.Responses![response.Key] = shared)))), cancellationToken);
        foreach (var (name, places) in Named(responses, NameOf))
        {
            document.AddComponent(name, (OpenApiResponse)places[0].Part);
            foreach (var place in places)
                place.Put(new OpenApiResponseReference(name, document));
        }
    }

    /// <summary>The same parts together, in the order of the document; those that stand once are left where they are.</summary>
    static async Task<List<List<(T Part, Action<T> Put)>>> Places<T>(IEnumerable<(T Part, Action<T> Put)> places, CancellationToken cancellationToken)
        where T : IOpenApiSerializable
    {
        var same = new OrderedDictionary<string, List<(T Part, Action<T> Put)>>();
        foreach (var place in places)
        {
            using var text = new MemoryStream();
            await place.Part.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1, cancellationToken);
            var key = Encoding.UTF8.GetString(text.ToArray());
            if (!same.TryGetValue(key, out var known))
                same[key] = known = [];
            known.Add(place);
        }
        return [.. same.Values.Where(one => one.Count > 1)];
    }

    /// <summary>Each of them with a name: its own, with a number behind it where others before it have that.</summary>
    static IEnumerable<(string Name, List<(T Part, Action<T> Put)> Places)> Named<T>(IEnumerable<List<(T Part, Action<T> Put)>> shared, Func<T, string> name) =>
        from one in shared.GroupBy(places => name(places[0].Part))
        from numbered in one.Select((places, number) => (number == 0 ? one.Key : $"{one.Key}{number + 1}", places))
        select numbered;

    static string NameOf(IOpenApiResponse response) =>
        response.Content?.Values.Select(one => (one.Schema as OpenApiSchemaReference)?.Reference.Id).FirstOrDefault(id => id is not null) ?? "Answer";
}
