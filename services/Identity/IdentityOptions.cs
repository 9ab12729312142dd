namespace Geborgen.Identity;

/// <summary>Settings of the section <c>Identity</c>.</summary>
sealed class IdentityOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Identity";

    /// <summary>Folder of the signing keys; made when absent, readable by its owner only.</summary>
    public string Keys { get; set; } = Path.Combine(".data", "keys", "identity");

    /// <summary>Where callers find the server, which its tokens name as their issuer; unless set, the first address on which it listens.</summary>
    public Uri? Address { get; set; }

    /// <summary>
    /// The gateway behind which Planning checks the codes by which helpers register; where it is not set nobody registers here.
    /// </summary>
    public Uri? Invitations { get; set; }

    /// <summary>Wrong passwords and client secrets that may come from one address within the time in which the realm counts them.</summary>
    public int GuessesPerAddress { get; set; } = 100;

    /// <summary>How long a key signs before the next takes over.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long before its first signature a key is published, so that services that fetch keys now and then know it in time.
    /// </summary>
    public TimeSpan KeyAnnouncement { get; set; } = TimeSpan.FromDays(1);
}
