namespace Geborgen.Support;

/// <summary>A line to another server that a test can cut. Each client that is made anew has a handler of its own on it.</summary>
public sealed class CutLine
{
    /// <summary>Whether it is cut.</summary>
    public bool IsCut { get; set; }

    /// <summary>A handler of a client that calls over this line.</summary>
    public DelegatingHandler Handler() => new OnLine(this);

    sealed class OnLine(CutLine line) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            line.IsCut ? throw new HttpRequestException("The line is cut.") : base.SendAsync(request, cancellationToken);
    }
}
