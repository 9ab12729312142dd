using Geborgen.Gateway;

GatewayHost.Build(args).Run();
