using System.Runtime.CompilerServices;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// What a resource wrote: the latest lines in memory for the dashboard, and a file for people. Both are bounded: the
/// file is put aside as <c>.1</c> when it is full, and the one put aside before goes.
/// </summary>
/// <param name="path">The file; begun anew with the first line.</param>
internal sealed class LineLog(string path) : IDisposable
{
    const int KeptLines = 2_000;
    const long FullFile = 8 * 1024 * 1024;

    readonly Lock gate = new();
    readonly Queue<OutputLine> lines = new();
    StreamWriter? file;
    TaskCompletionSource changed = NewSignal();
    int count;

    public void Write(OutputLine line)
    {
        lock (gate)
        {
            lines.Enqueue(line);
            count++;
            if (lines.Count > KeptLines)
                lines.Dequeue();
            file ??= Open();
            file.WriteLine(line.Text);
            if (file.BaseStream.Length > FullFile)
            {
                file.Dispose();
                File.Move(path, path + ".1", overwrite: true);
                file = Open();
            }
            changed.SetResult();
            changed = NewSignal();
        }
    }

    /// <summary>The kept lines with their number since the start, then new ones as they come; only the kept ones without <paramref name="follow"/>.</summary>
    public async IAsyncEnumerable<IReadOnlyList<(int Number, OutputLine Line)>> ReadAsync(bool follow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = 1;
        do
        {
            var (batch, more) = After(next);
            if (batch.Count > 0)
            {
                next = batch[^1].Number + 1;
                yield return batch;
            }
            if (follow)
                await more.WaitAsync(cancellation);
        }
        while (follow);
    }

    public void Dispose() => file?.Dispose();

    (List<(int Number, OutputLine Line)> Batch, Task More) After(int next)
    {
        lock (gate)
        {
            var first = count - lines.Count + 1;
            var batch = lines.Select((line, index) => (Number: first + index, line)).Where(item => item.Number >= next).ToList();
            return (batch, changed.Task);
        }
    }

    StreamWriter Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(path, append: false) { AutoFlush = true };
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
