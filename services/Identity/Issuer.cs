using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Geborgen.Identity;

/// <summary>
/// The one address of this server, which its tokens name: <c>Identity:Address</c>, or else the first on which it listens. What a
/// caller writes into <c>Host</c> changes nothing: who could choose the issuer could have tokens made for another.
/// </summary>
sealed class Issuer(IServer server, IOptions<IdentityOptions> options)
{
    Uri? address;

    internal Uri Address => address ??= options.Value.Address ?? Listening()
        ?? throw new InvalidOperationException("The server listens on every address of its machine, so that the setting Identity:Address must say which one its tokens name.");

    // A wildcard is no address: a name with a star or a plus can't be read as one, and zeros are nobody's.
    Uri? Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(one => Uri.TryCreate(one, UriKind.Absolute, out var uri) && uri.Host is not ("0.0.0.0" or "[::]") ? uri : null)
        .FirstOrDefault();
}

static class OneIssuer
{
    internal static void UseOneIssuer(this WebApplication app) => app.Use((context, next) =>
    {
        var address = context.RequestServices.GetRequiredService<Issuer>().Address;
        (context.Request.Scheme, context.Request.Host) = (address.Scheme, HostString.FromUriComponent(address));
        return next(context);
    });
}
