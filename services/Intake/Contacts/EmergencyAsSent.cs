using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Geborgen.Intake.Contacts;

/// <summary>What was left out of an emergency, which is taken in all the same.</summary>
/// <param name="Field">Where it stood, such as <c>family.members[0].birthDate</c>.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record LeftOut(string Field, string Why);

/// <summary>
/// An emergency waits for nobody: what can't be right in it is left out and named in the answer, and the rest is taken in. Only a text is
/// needed. Other contacts are refused as long as something is wrong, because their sender has the time to put it right.
/// </summary>
static partial class EmergencyAsSent
{
    // More than a body of the largest size can hold of faults that stand one by one.
    const int MostFaults = 1_000;

    /// <summary>What was left out of the request until now.</summary>
    internal static List<LeftOut> LeftOut(this HttpContext context)
    {
        if (context.Features.Get<List<LeftOut>>() is not { } found)
            context.Features.Set(found = []);
        return found;
    }

    /// <summary>Takes what is wrong out of the body of an emergency before it is read.</summary>
    internal static RouteHandlerBuilder TakesEmergencyAsSent(this RouteHandlerBuilder route)
    {
        route.Finally(endpoint =>
        {
            var handle = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = async context =>
            {
                await LeaveOut(context);
                await handle(context);
            };
        });
        return route;
    }

    /// <summary>The request without what was refused, and where that stood; null where there is nothing left to leave out.</summary>
    internal static (string Field, RegisterContact.Request Left)? Without(this RegisterContact.Request request, Refusal refusal)
    {
        if (request.ReceivedAt is not null && (refusal == ContactRefusals.ReceivedInFuture || refusal == ContactRefusals.ReceivedTooLongAgo))
            return ("receivedAt", request with { ReceivedAt = null });
        if (refusal == ReportRefusals.AnonymousWithName)
            return ("reporter.name", request with { Reporter = request.Reporter! with { Name = null } });
        if (request.Statements.Any(said => said != new RegisterContact.StatementRequest(said.Text)))
            return ("statements", request with { Statements = [.. request.Statements.Select(said => new RegisterContact.StatementRequest(said.Text))] });
        return request.Family?.Members is { Count: > 0 } ? ("family.members", request with { Family = request.Family with { Members = null } }) : null;
    }

    static async Task LeaveOut(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return;
        context.Request.EnableBuffering(bufferThreshold: Extensions.BodyLimit);
        try
        {
            if (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) is JsonObject sent
                && string.Equals(KindOf(sent), nameof(ContactKind.Emergency), StringComparison.OrdinalIgnoreCase)
                && await Mended(sent, context))
                context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(sent.ToJsonString()));
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            // What is no JSON, or says a thing twice, is answered as for every other request.
        }
        context.Request.Body.Position = 0;
    }

    static string? KindOf(JsonObject sent) => sent["kind"] is JsonValue kind && kind.TryGetValue<string>(out var text) ? text : null;

    static async Task<bool> Mended(JsonObject sent, HttpContext context)
    {
        var leftOut = context.LeftOut();
        sent["kind"] = CamelCase.Of(ContactKind.Emergency);
        Divide(sent);
        var places = new Dictionary<JsonNode, string>();
        Note(sent, "", places);
        for (var fault = 0; fault < MostFaults; fault++)
        {
            var wrong = await Wrong(sent, context);
            if (wrong.Count == 0)
                return true;
            foreach (var (field, why) in wrong)
            {
                if (Remove(sent, field) is not { } left)
                    return false;
                leftOut.Add(new(left.Node is { } node && places.TryGetValue(node, out var place) ? place : field, why));
            }
        }
        return false;
    }

    // A text that is too long is told in pieces; none of it is lost.
    static void Divide(JsonObject sent)
    {
        if (sent["statements"] is not JsonArray statements)
            return;
        for (var at = 0; at < statements.Count; at++)
            if (statements[at] is JsonObject said && said["text"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > Statement.MaxLength)
            {
                var rest = said.DeepClone();
                rest["text"] = text[Statement.MaxLength..];
                said["text"] = text[..Statement.MaxLength];
                statements.Insert(at + 1, rest);
            }
    }

    static async Task<IReadOnlyCollection<(string Field, string Why)>> Wrong(JsonObject sent, HttpContext context)
    {
        var services = context.RequestServices;
        if (NullInList(sent, "") is { } place)
            return [(place, "Must not be null.")];
        RegisterContact.Request request;
        try
        {
            request = sent.Deserialize<RegisterContact.Request>(services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions)!;
        }
        catch (JsonException fault)
        {
            return [(fault.Path?.TrimStart('$').TrimStart('.') ?? "", "Is not known here, or not of the expected form.")];
        }
        var validation = services.GetRequiredService<IOptions<ValidationOptions>>().Value;
        if (!validation.TryGetValidatableTypeInfo(typeof(RegisterContact.Request), out var type))
            throw new InvalidOperationException("A contact can't be validated.");
        var validating = new ValidateContext { ValidationContext = new ValidationContext(request, services, null), ValidationOptions = validation };
        await type.ValidateAsync(request, validating, context.RequestAborted);
        return [.. (validating.ValidationErrors ?? []).Select(error => (Path(error.Key), error.Value[0]))];
    }

    // The last first, so that the places of the others stay what they are.
    static string? NullInList(JsonNode node, string path) => node switch
    {
        JsonArray list => list.Index().Reverse().Select(one => one.Item is null ? $"{path}[{one.Index}]" : NullInList(one.Item, $"{path}[{one.Index}]")).FirstOrDefault(found => found is not null),
        JsonObject members => members.Where(one => one.Value is not null).Select(one => NullInList(one.Value!, Below(path, one.Key))).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // Where each thing stood when it was sent.
    static void Note(JsonNode node, string path, Dictionary<JsonNode, string> places)
    {
        places[node] = path;
        if (node is JsonArray list)
            foreach (var (at, item) in list.Index().Where(one => one.Item is not null))
                Note(item!, $"{path}[{at}]", places);
        if (node is JsonObject members)
            foreach (var (name, value) in members.Where(one => one.Value is not null))
                Note(value!, Below(path, name), places);
    }

    static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    static string Path(string property) => string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    // What is missing in something takes that along; null where nothing is left to take, and the request is answered as it is.
    static Removed? Remove(JsonObject sent, string field)
    {
        JsonNode node = sent;
        foreach (var part in Parts().Matches(field).Select(match => match.Value.Trim('[', ']', '\'')))
        {
            if (node is JsonArray list && int.TryParse(part, out var at) && at < list.Count)
            {
                if (list[at] is { } item)
                    node = item;
                else
                {
                    list.RemoveAt(at);
                    return new(null);
                }
            }
            else if (node is JsonObject members && members.TryGetPropertyValue(part, out var value))
            {
                if (value is not null)
                    node = value;
                else
                {
                    members.Remove(part);
                    return new(null);
                }
            }
            else
                break;
        }
        switch (node.Parent)
        {
            case JsonArray list:
                list.Remove(node);
                return new(node);
            case JsonObject members:
                members.Remove(node.GetPropertyName());
                return new(node);
            default:
                return null;
        }
    }

    /// <summary>What was taken out; nothing where null was.</summary>
    readonly record struct Removed(JsonNode? Node);

    [GeneratedRegex(@"\['[^']*'\]|\[\d+\]|[^.\[\]]+")]
    private static partial Regex Parts();
}
