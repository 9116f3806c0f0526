using NewsBot.Counts;

namespace NewsBot.Tests.Host.Counts;

/// <summary>What is read out of counts.</summary>
public sealed class CountReportTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void The_share_of_questions_within_a_time_comes_from_the_histogram()
    {
        var quick = Enumerable.Repeat(Took(9), 98);
        var report = Report([.. quick, Took(60), Took(1_000_000)]);
        Assert.Equal(TimeSpan.FromMilliseconds(10), report.Within(0.5));
        Assert.Equal(TimeSpan.FromMilliseconds(70), report.Within(0.99));
        Assert.Equal(TimeSpan.FromMinutes(2), report.Within(1));
        Assert.Null(Report([]).Within(0.5));

        static string Took(int milliseconds) => CountName.Took(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void Names_with_one_beginning_are_summed_over_the_days_most_often_first()
    {
        var report = new CountReport(Day, Day.AddDays(1),
        [
            new DayCount(Day, "question.refused.A", 1), new DayCount(Day, "question.refused.B", 2),
            new DayCount(Day.AddDays(1), "question.refused.A", 3), new DayCount(Day.AddDays(1), CountName.Sure, 9),
        ]);
        Assert.Equal([("A", 4), ("B", 2)], report.Under(CountName.AllRefused));
        Assert.Equal((6, 15), (report.Refused, report.Questions));
    }

    private static CountReport Report(IReadOnlyList<string> names) => new(Day, Day, [.. names.Select(name => new DayCount(Day, name, 1))]);
}
