using Spectre.Console;

namespace Geborgen.Load;

/// <summary>The one table that comes out.</summary>
internal sealed class Report
{
    readonly Table table = new Table().Border(TableBorder.Rounded).AddColumns("What", "Figure", "Goal", "");

    /// <summary>A figure without a goal.</summary>
    public void Add(string what, FormattableString figure) =>
        table.AddRow(Markup.Escape(what), Markup.Escape(FormattableString.Invariant(figure)), "", "");

    /// <summary>A figure that has a goal.</summary>
    public void Add(string what, FormattableString figure, string goal, bool reached) => table.AddRow(
        Markup.Escape(what), Markup.Escape(FormattableString.Invariant(figure)), Markup.Escape(goal), reached ? "[green]reached[/]" : "[red]not reached[/]");

    public void Print()
    {
        // Nobody's window to wrap at.
        if (!AnsiConsole.Profile.Out.IsTerminal)
            AnsiConsole.Profile.Width = 240;
        AnsiConsole.Write(table);
    }
}
