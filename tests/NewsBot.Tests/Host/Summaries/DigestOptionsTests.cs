using NewsBot.Summaries;

namespace NewsBot.Tests.Host.Summaries;

public sealed class DigestOptionsTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(12, true)]
    [InlineData(-0.1, false)]
    [InlineData(12.1, false)]
    [InlineData(double.NaN, false)]
    public void So_late_that_two_dates_meet_is_refused(double hours, bool fits) =>
        Assert.Equal(fits, new DigestOptionsValidator().Validate(null, new DigestOptions { LateHours = hours }).Succeeded);
}
