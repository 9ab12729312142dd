using Geborgen.Identity;

IdentityHost.Build(args).Run();
