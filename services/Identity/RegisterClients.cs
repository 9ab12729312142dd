using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>Tells OpenIddict, before the first request, which clients there are and what each may do.</summary>
sealed class RegisterClients(IServiceProvider services, Realm realm) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var client in realm.Clients)
            await applications.CreateAsync(Descriptor(client), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    static OpenIddictApplicationDescriptor Descriptor(Client client)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.Id,
            ClientSecret = client.Secret,
            ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
        };
        descriptor.Permissions.Add(Permissions.Endpoints.Token);
        foreach (var scope in client.DefaultScopes.Concat(client.OptionalScopes))
            descriptor.Permissions.Add(Permissions.Prefixes.Scope + scope.Name);
        if (client.ServiceAccount)
            descriptor.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
        if (client.Password)
            descriptor.Permissions.Add(Permissions.GrantTypes.Password);
        if (client.Refresh)
            descriptor.Permissions.Add(Permissions.GrantTypes.RefreshToken);
        if (client.Code)
            descriptor.Permissions.UnionWith([Permissions.Endpoints.Authorization, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code]);
        descriptor.RedirectUris.UnionWith(client.RedirectUris);
        descriptor.PostLogoutRedirectUris.UnionWith(client.PostLogoutRedirectUris);
        return descriptor;
    }
}
