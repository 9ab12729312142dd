using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Investigation.Tests;

/// <summary>A year of days on which an investigation can begin, over holidays and both changes of the clock.</summary>
public class YearTests
{
    [Fact]
    public void Whenever_it_begins_it_is_warned_of_once_runs_out_once_and_stops_once()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            var start = WorkingDays.StartOf(day).AddHours(9);
            var one = Investigations.Investigation.Open(
                new(Guid.CreateVersion7(), Guid.CreateVersion7(), new Municipality("gm0344"), start, [Inquiry.Child], [Inquiry.Parent], []),
                new TeamOnDuty("rvt-utrecht-veiligheid", "rvt-utrecht"), Inquiry.TenWeeks, start);
            var clock = one.RunningClock("investigation")!;
            var last = WorkingDays.DateOf(clock.DueAt).AddDays(-1);

            for (var now = start; now < clock.DueAt.AddDays(3); now = now.AddHours(6))
                one.TellTheTime(now);
            Assert.Null(one.Conclude("Everything follows.", clock.DueAt.AddDays(3)));

            Assert.True(WorkingDays.IsWorkingDay(last) && last >= day.AddDays(70), $"{day}: {last}");
            Assert.Equal(WorkingDays.StartOf(last.AddDays(1)), clock.DueAt);
            Assert.InRange(Assert.Single(one.Raised.OfType<ClockWarned>()).At, start + ((clock.DueAt - start) * 0.8), start + ((clock.DueAt - start) * 0.8) + TimeSpan.FromHours(6));
            Assert.InRange(Assert.Single(one.Raised.OfType<ClockOverdue>()).At, clock.DueAt, clock.DueAt.AddHours(6));
            Assert.Single(one.Raised.OfType<ClockStopped>(), stopped => stopped.ClockId == clock.Id);
        }
    }
}
