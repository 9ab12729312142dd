using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Geborgen.ServiceDefaults;

/// <summary>Keeps secrets that everyone can read in the source away from real families.</summary>
static class DevelopmentOnly
{
    /// <summary>Every secret in the source contains these words.</summary>
    internal const string Mark = "development-only";

    /// <exception cref="InvalidOperationException">A setting outside Development holds a development secret.</exception>
    internal static void RefuseElsewhere(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
            return;
        var marked = builder.Configuration.AsEnumerable()
            .Where(setting => setting.Value?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true)
            .Select(setting => setting.Key)
            .ToArray();
        if (marked.Length > 0)
            throw new InvalidOperationException($"Development secrets are refused in {builder.Environment.EnvironmentName}: {string.Join(", ", marked)}.");
    }
}
