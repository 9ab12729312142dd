using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Geborgen.ServiceDefaults;

/// <summary>Turns whatever ends a request without an answer of its own into a problem document, whatever Accept says.</summary>
static partial class ProblemAnswers
{
    internal static void AddProblems(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<IProblemDetailsWriter, Writer>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Faults>();
    }

    internal static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(pages => Answer(pages.HttpContext, Problems.ForStatus(pages.HttpContext.Response.StatusCode)));
    }

    internal static Task Answer(HttpContext context, ProblemDetails problem) => Problems.Result(problem).ExecuteAsync(context);

    /// <summary>Writes every problem. What the framework reports itself, such as the result of validation, gets our form.</summary>
    sealed class Writer : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => true;

        public async ValueTask WriteAsync(ProblemDetailsContext context)
        {
            var problem = Ours(context.ProblemDetails, context.HttpContext.Response.StatusCode);
            await context.HttpContext.Response.WriteAsJsonAsync(problem, problem.GetType(), JsonSerializerOptions.Web, "application/problem+json");
        }

        static ProblemDetails Ours(ProblemDetails problem, int status) => problem switch
        {
            { Type: { } type } when type.StartsWith(Problems.TypePrefix, StringComparison.Ordinal) => problem,
            HttpValidationProblemDetails invalid => Problems.InvalidDetails(
                invalid.Errors.Select(error => KeyValuePair.Create(JsonPath.CamelCase(error.Key), error.Value.Select(BodyFaults.Worded).ToArray()))),
            _ => Problems.ForStatus(status),
        };
    }

    sealed partial class Faults(ILogger<Faults> log, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            await Answer(context, exception switch
            {
                BadInputException bad => Problems.InvalidDetails(bad.Field, bad.Message),
                StaleException => Problems.ForStatus(StatusCodes.Status412PreconditionFailed),
                BadHttpRequestException { InnerException: JsonException unread } => await Unreadable(context, unread),
                BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => Unbound(bad),
                BadHttpRequestException bad => Problems.ForStatus(bad.StatusCode),
                _ when Chain(exception).OfType<DbException>().Any(database => database.IsTransient) => Away(context, exception),
                _ => Fault(context, exception),
            });
            return true;
        }

        const string RetryAfterSeconds = "2";

        async Task<ProblemDetails> Unreadable(HttpContext context, JsonException unread)
        {
            var type = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
            using var body = new MemoryStream();
            context.Request.Body.Position = 0;
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var faults = type is null ? new Dictionary<string, string[]>() : BodyFaults.Of(body.GetBuffer().AsMemory(0, (int)body.Length), type, json.Value.SerializerOptions);
            return faults.Count > 0 ? Problems.InvalidDetails(faults) : Problems.InvalidDetails(JsonPath.Of(unread), "Is not valid JSON.");
        }

        static ProblemDetails Unbound(BadHttpRequestException bad)
        {
            if (MissingBody().IsMatch(bad.Message))
                return Problems.InvalidDetails(JsonPath.Body, BodyFaults.NotGiven);
            var parameter = ParameterName().Match(bad.Message);
            return parameter.Success
                ? Problems.InvalidDetails(JsonPath.CamelCase(parameter.Groups["name"].Value), "Is missing or not of the expected type.")
                : Problems.ForStatus(StatusCodes.Status400BadRequest);
        }

        /// <summary>The database is away or asks to try again; the same request can succeed in a moment.</summary>
        ProblemDetails Away(HttpContext context, Exception exception)
        {
            log.LogWarning("{Route} waits for its database ({Types})", RouteOf(context), TypesOf(exception));
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.ForStatus(StatusCodes.Status503ServiceUnavailable);
        }

        /// <summary>Logs types and places only: an exception's text can hold what a family said.</summary>
        ProblemDetails Fault(HttpContext context, Exception exception)
        {
            log.LogError("Unhandled {Types} on {Route}\n{Places}",
                TypesOf(exception), RouteOf(context), string.Join("\n", Chain(exception).Select(e => e.StackTrace)));
            var problem = Problems.ForStatus(StatusCodes.Status500InternalServerError);
            problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            return problem;
        }

        // The middleware takes the endpoint away from the context and keeps it here.
        static string? RouteOf(HttpContext context) =>
            (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;

        static string TypesOf(Exception exception) => string.Join(" <- ", Chain(exception).Select(e => e.GetType().Name));

        static IEnumerable<Exception> Chain(Exception? exception)
        {
            for (; exception is not null; exception = exception.InnerException)
                yield return exception;
        }

        [GeneratedRegex("^Implicit body|from body\\.$")]
        private static partial Regex MissingBody();

        [GeneratedRegex("parameter \"(?:\\S+ )?(?<name>[^\"]+)\"")]
        private static partial Regex ParameterName();
    }
}
