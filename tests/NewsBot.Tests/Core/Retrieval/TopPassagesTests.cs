using NewsBot.Core.Retrieval;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class TopPassagesTests
{
    [Fact]
    public void The_best_are_those_of_a_sort_whatever_the_order_they_come_in()
    {
        var random = new Random(31);
        for (var round = 0; round < 300; round++)
        {
            var all = Enumerable.Range(0, random.Next(3_000))
                .Select(passage => (Segment: passage % 3, Passage: round % 2 == 0 ? passage : 5_000 - passage, Score: random.Next(1, round % 5 == 0 ? 4 : 60_000)))
                .ToList();
            var count = random.Next(1, 400);
            var best = new TopPassages(count);
            foreach (var (segment, passage, score) in all)
            {
                if (score >= best.Threshold)
                    best.Add(segment, passage, score);
            }

            Assert.Equal(
                all.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Segment).ThenBy(entry => entry.Passage).Take(count), best.Take());
            Assert.Empty(best.Take());
        }
    }
}
