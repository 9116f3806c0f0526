using System.Text.RegularExpressions;

namespace NewsBot.Tests;

public sealed partial class SeedsTests
{
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder(), "*.md").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_first_run_has_about_a_dozen_articles() => Assert.InRange(Names.Count, 12, 20);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seed_says_what_it_is_and_what_it_rests_on(string name)
    {
        var match = Form().Match(File.ReadAllText(Path.Combine(Folder(), name)).ReplaceLineEndings("\n"));
        Assert.True(match.Success);
        Assert.InRange(match.Groups["body"].Value.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 150, 300);
    }

    [GeneratedRegex(@"\A---\ntitle: [^:\n]+\nsource: NewsBot seeds\npublished_at: 20\d\d-\d\d-\d\d\nlanguage: en\n---\n\n(?<body>.*\n\nBased on: .+ \d{4}[^\n]*\.\n)\z",
        RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Form();

    private static string Folder() => RepositoryFiles.At("seeds");
}
