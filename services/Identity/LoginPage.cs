using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Geborgen.Identity;

/// <summary>The login page: Dutch, without script, readable by a screen reader, and in no frame.</summary>
static class LoginPage
{
    internal const string Wrong = "De gebruikersnaam of het wachtwoord klopt niet. Probeer het opnieuw.";
    internal const string Stale = "Deze pagina stond te lang open. Vul uw gegevens nog een keer in.";

    internal const string Incomplete = "Vul alles in. Een gebruikersnaam heeft ten minste drie letters of cijfers, zonder spaties.";
    internal const string TooShort = "Kies een langer wachtwoord: ten minste twaalf tekens. Een zin mag ook.";
    internal const string NoSuchCode = "De code klopt niet of geldt niet meer, of de gebruikersnaam is al in gebruik. Kies een andere naam of vraag een nieuwe code.";
    internal const string NotNow = "Wij kunnen de code nu niet nakijken. Probeer het straks opnieuw.";

    const string Style = """
        body { font: 1.125rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f4f1ea; margin: 0; }
        main { max-width: 26rem; margin: 3rem auto; padding: 2rem; background: #fff; border-radius: .5rem; }
        h1 { font-size: 1.5rem; margin-top: 0; }
        label { display: block; margin-top: 1rem; font-weight: 600; }
        input { box-sizing: border-box; width: 100%; font: inherit; padding: .6rem; border: 2px solid #595959; border-radius: .25rem; }
        button { margin-top: 1.5rem; font: inherit; font-weight: 600; padding: .7rem 1.5rem; color: #fff; background: #14532d; border: 0; border-radius: .25rem; }
        :focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
        [role=alert] { padding: .75rem; border-left: 4px solid #b00020; background: #fdecee; }
        """;

    static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    internal static IResult Form(HttpContext http, Realm realm, AntiforgeryTokenSet antiforgery, bool invited, string? fault = null)
    {
        var html = HtmlEncoder.Default;
        // After a good password the browser goes on to the application, which is a redirect of this form.
        var applications = realm.Clients.SelectMany(client => client.RedirectUris).Select(uri => uri.GetLeftPart(UriPartial.Authority)).Distinct();
        return Page(http, fault is null ? "Inloggen" : "Inloggen is niet gelukt", $"""
            <h1>Inloggen bij Geborgen</h1>
            {(fault is null ? "" : $"<p role=\"alert\" id=\"fault\">{html.Encode(fault)}</p>")}
            <form method="post" action="{html.Encode(http.Request.PathBase + http.Request.Path + http.Request.QueryString)}">
              <input type="hidden" name="{html.Encode(antiforgery.FormFieldName)}" value="{html.Encode(antiforgery.RequestToken!)}">
              <label for="username">Gebruikersnaam</label>
              <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
              <label for="password">Wachtwoord</label>
              <input id="password" name="password" type="password" autocomplete="current-password" required>
              <button type="submit">Inloggen</button>
            </form>
            {(invited ? $"<p><a href=\"{html.Encode($"/realms/{realm.Name}{Register.Path}{http.Request.QueryString}")}\">Ik heb een code van een gezin gekregen</a></p>" : "")}
            """, $"'self' {string.Join(' ', applications)}", fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    internal static IResult Registration(HttpContext http, Realm realm, AntiforgeryTokenSet antiforgery, string? fault = null)
    {
        var html = HtmlEncoder.Default;
        return Page(http, fault is null ? "Account maken" : "Account maken is niet gelukt", $"""
            <h1>Account maken bij Geborgen</h1>
            {(fault is null ? "" : $"<p role=\"alert\" id=\"fault\">{html.Encode(fault)}</p>")}
            <form method="post" action="{html.Encode($"/realms/{realm.Name}{Register.Path}{http.Request.QueryString}")}">
              <input type="hidden" name="{html.Encode(antiforgery.FormFieldName)}" value="{html.Encode(antiforgery.RequestToken!)}">
              <label for="code">Code die u van het gezin kreeg</label>
              <input id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required autofocus>
              <label for="firstName">Voornaam</label>
              <input id="firstName" name="firstName" autocomplete="given-name" required>
              <label for="lastName">Achternaam</label>
              <input id="lastName" name="lastName" autocomplete="family-name" required>
              <label for="username">Gebruikersnaam, zelf te kiezen</label>
              <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required>
              <label for="password">Wachtwoord, ten minste twaalf tekens</label>
              <input id="password" name="password" type="password" autocomplete="new-password" minlength="{Register.ShortestPassword}" required>
              <button type="submit">Account maken</button>
            </form>
            """, "'self'", fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    internal static IResult Registered(HttpContext http, Realm realm)
    {
        var onward = http.Request.QueryString.HasValue
            ? $"<p><a href=\"{HtmlEncoder.Default.Encode($"/realms/{realm.Name}{Server.AuthorizationPath}{http.Request.QueryString}")}\">Inloggen</a></p>"
            : "";
        return Page(http, "Uw account is klaar", $"<h1>Uw account is klaar</h1><p>U kunt nu inloggen. U ziet wat u zelf doet en wat het gezin met u deelt.</p>{onward}", "'none'", StatusCodes.Status200OK);
    }

    internal static IResult TooMany(HttpContext http) => Page(http, "Even wachten",
        "<h1>Even wachten</h1><p>Vanaf deze plek is te vaak een verkeerd wachtwoord ingevuld. Probeer het over een minuut opnieuw.</p>", "'none'", StatusCodes.Status429TooManyRequests);

    internal static IResult LoggedOut(HttpContext http) =>
        Page(http, "Uitgelogd", "<h1>U bent uitgelogd</h1><p>U kunt dit venster sluiten.</p>", "'none'", StatusCodes.Status200OK);

    static IResult Page(HttpContext http, string title, string body, string formAction, int status)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Content($"""
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - Geborgen</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            {body}
            </main>
            </body>
            </html>
            """, "text/html; charset=utf-8", statusCode: status);
    }
}
