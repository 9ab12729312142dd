namespace Geborgen.ServiceDefaults;

/// <summary>What a service says about itself in its OpenAPI document and in its answers.</summary>
/// <param name="Name">Kebab-case name as in its URL, for instance <c>intake</c>.</param>
/// <param name="Title">Title for people.</param>
/// <param name="Description">What the service is for, in a sentence or two.</param>
/// <param name="Version">Full version of the API (semantic versioning); the header <c>API-Version</c> carries it.</param>
public sealed record ServiceDescription(string Name, string Title, string Description, string Version = "1.0.0");
