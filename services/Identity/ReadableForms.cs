using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>A form that can't be read, such as one that holds NUL, is a fault of the request and is answered as OAuth wants it.</summary>
static class ReadableForms
{
    internal static void UseReadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.HasFormContentType || await IsReadable(context))
            await next(context);
        else
            await Results.Json(new { error = Errors.InvalidRequest, error_description = "The form can't be read." }, statusCode: StatusCodes.Status400BadRequest)
                .ExecuteAsync(context);
    });

    static async Task<bool> IsReadable(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return false;
        }
    }
}
