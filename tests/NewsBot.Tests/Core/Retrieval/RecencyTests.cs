using NewsBot.Core.Retrieval;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class RecencyTests
{
    [Fact]
    public void The_five_days_before_the_question_count_in_full()
    {
        foreach (var age in (double[])[0, 0.5, 2.5, 4.9, 5])
            Assert.Equal(1, Recency.Of(age), 12);
    }

    [Fact]
    public void Older_counts_for_less_and_never_for_nothing()
    {
        for (var age = 5.0; age < 4_000; age += 0.5)
            Assert.True(Recency.Of(age) > Recency.Of(age + 0.5) && Recency.Of(age + 0.5) > 0);
    }

    [Fact]
    public void What_came_after_the_question_counts_for_less_than_what_came_before()
    {
        for (var days = 1.0; days < 1_000; days++)
            Assert.True(Recency.Of(-days) < Recency.Of(days));
        Assert.True(Recency.Of(-4.1) < 0.25);
    }

    [Fact]
    public void The_table_has_the_same_values()
    {
        foreach (var age in (long[])[-7_999, -5, -4, 0, 3, 5, 6, 365, 7_999])
            Assert.Equal(Recency.Of(age), Recency.OfWholeDays(age), 6);
        Assert.Equal(Recency.OfWholeDays(8_000), Recency.OfWholeDays(long.MaxValue));
        Assert.Equal(Recency.OfWholeDays(-8_000), Recency.OfWholeDays(long.MinValue));
    }

    [Fact]
    public void The_most_of_a_stretch_of_days_is_known_from_its_ends()
    {
        for (var least = -40; least < 40; least++)
        {
            for (var most = least; most < 40; most++)
                Assert.Equal(Enumerable.Range(least, most - least + 1).Max(age => Recency.OfWholeDays(age)), Recency.MostOfWholeDays(least, most));
        }

        Assert.Equal(Recency.OfWholeDays(9), Recency.MostOfWholeDays(9, long.MaxValue));
    }
}
