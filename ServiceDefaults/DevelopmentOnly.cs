using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Geborgen.ServiceDefaults;

/// <summary>Keeps secrets that everyone can read in the source away from real families.</summary>
public static class DevelopmentOnly
{
    /// <summary>Every secret in the source contains these words.</summary>
    const string Mark = "development-only";

    /// <summary>Whether a secret is one that everyone can read in the source.</summary>
    public static bool Marks(string? secret) => secret?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true;

    /// <exception cref="InvalidOperationException">A setting outside Development holds a development secret.</exception>
    internal static void RefuseElsewhere(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
            return;
        var marked = builder.Configuration.AsEnumerable()
            .Where(setting => Marks(setting.Value))
            .Select(setting => setting.Key)
            .ToArray();
        if (marked.Length > 0)
            throw new InvalidOperationException($"Development secrets are refused in {builder.Environment.EnvironmentName}: {string.Join(", ", marked)}.");
    }
}
