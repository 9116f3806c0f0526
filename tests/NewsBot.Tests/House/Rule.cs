namespace NewsBot.Tests.House;

/// <summary>Asserts that nobody breaks a rule.</summary>
internal static class Rule
{
    /// <summary>Fails with every offender, a line each.</summary>
    public static void Holds(IEnumerable<string> offenders)
    {
        List<string> all = [.. offenders];
        Assert.True(all.Count == 0, $"{all.Count} offenders:\n{string.Join('\n', all)}");
    }
}
