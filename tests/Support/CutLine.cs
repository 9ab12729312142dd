namespace Geborgen.Support;

/// <summary>A line to another server that a test can cut.</summary>
public sealed class CutLine : DelegatingHandler
{
    /// <summary>Whether it is cut.</summary>
    public bool IsCut { get; set; }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        IsCut ? throw new HttpRequestException("The line is cut.") : base.SendAsync(request, cancellationToken);
}
