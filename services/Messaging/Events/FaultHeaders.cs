using MassTransit;

namespace Geborgen.Messaging.Events;

/// <summary>
/// What stands beside a message in an error queue: the type of the fault, the code of the refusal and the trace, and no
/// text. Texts of exceptions repeat values, and an error queue is read by people who may not know them.
/// </summary>
sealed class FaultHeaders : IFilter<ExceptionReceiveContext>
{
    internal const string ExceptionType = "Fault-Exception-Type";
    internal const string RefusalCode = "Fault-Refusal-Code";
    internal const string TraceId = "Fault-Trace-Id";

    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var headers = context.ExceptionHeaders;
        foreach (var (name, _) in headers.GetAll().ToList())
            headers.Set(name, null, true);

        var refused = context.Exception as EventRefusedException;
        headers.Set(ExceptionType, refused?.Cause ?? context.Exception.GetType().FullName);
        headers.Set(RefusalCode, refused?.Code);
        headers.Set(TraceId, refused?.TraceId);
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("faultHeaders");
}
