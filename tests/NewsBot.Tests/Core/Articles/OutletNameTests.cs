using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Articles;

public sealed class OutletNameTests
{
    [Theory]
    [InlineData("The Coast Weekly", "coastweekly.example")]
    [InlineData("Coast Weekly", "news.coast-weekly.co.uk")]
    [InlineData("REUTERS", "Reuters")]
    public void An_outlet_is_one_by_its_name_and_by_its_host(string one, string other)
    {
        Assert.True(OutletName.Comparer.Equals(one, other));
        Assert.Equal(OutletName.Comparer.GetHashCode(one), OutletName.Comparer.GetHashCode(other));
    }

    [Theory]
    [InlineData("Coast Weekly", "Coast Daily")]
    [InlineData("coastweekly.example", "coastdaily.example")]
    [InlineData("…", "!")]
    public void Two_outlets_are_two(string one, string other) => Assert.False(OutletName.Comparer.Equals(one, other));
}
