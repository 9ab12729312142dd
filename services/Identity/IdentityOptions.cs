namespace Geborgen.Identity;

/// <summary>Settings of the section <c>Identity</c>.</summary>
sealed class IdentityOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Identity";

    /// <summary>Folder of the signing keys; made when absent, readable by its owner only.</summary>
    public string Keys { get; set; } = Path.Combine(".data", "keys", "identity");

    /// <summary>How long a key signs before the next takes over.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long before its first signature a key is published, so that services that fetch keys now and then know it in time.
    /// </summary>
    public TimeSpan KeyAnnouncement { get; set; } = TimeSpan.FromDays(1);
}
