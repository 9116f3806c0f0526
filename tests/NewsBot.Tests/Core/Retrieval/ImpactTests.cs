using NewsBot.Core.Retrieval;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class ImpactTests
{
    [Fact]
    public void More_occurrences_or_a_shorter_passage_never_weigh_less()
    {
        for (var tokens = 1; tokens < 2_000; tokens += 7)
        {
            for (var frequency = 1; frequency < 60; frequency++)
            {
                Assert.True(Impact.Quantise(frequency + 1, tokens) >= Impact.Quantise(frequency, tokens));
                Assert.True(Impact.Quantise(frequency, tokens) >= Impact.Quantise(frequency, tokens + 7));
            }
        }
    }

    [Fact]
    public void A_frequency_comes_back_from_its_impact()
    {
        for (var tokens = 1; tokens < 600; tokens += 3)
        {
            for (var frequency = 1; frequency <= 5; frequency++)
                Assert.InRange(Impact.Frequency(Impact.Quantise(frequency, tokens), tokens), frequency - 0.15, frequency + 0.15);
        }
    }

    [Fact]
    public void An_impact_is_never_nothing_and_never_without_bound()
    {
        Assert.Equal(1, Impact.Quantise(1e-9, 1));
        Assert.Equal(1, Impact.Quantise(1, int.MaxValue));
        Assert.Equal(255, Impact.Quantise(1e9, 0));
        Assert.True(double.IsFinite(Impact.Frequency(255, 100)));
        Assert.Equal(Impact.Frequency(254, 100), Impact.Frequency(255, 100));
        Assert.Equal(0, Impact.Frequency(0, 100));
    }
}
