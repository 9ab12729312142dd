using System.Globalization;
using Geborgen.Identity;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;

// The identity server on the day of the tests that started it: its tokens begin and end by their clock. It is a process of
// its own, because its libraries come in other versions than those of the services.
IdentityHost.Build(args, builder => builder.Services.AddSingleton<TimeProvider>(
    new TestClock(DateTimeOffset.Parse(builder.Configuration["Clock:Start"]!, CultureInfo.InvariantCulture)))).Run();
