using System.Text.RegularExpressions;

namespace NewsBot.Tests.House;

/// <summary>Where a file lies, how long it is, how wide its lines are.</summary>
public sealed partial class FileTests
{
    private const int LongFile = 400;
    private const int WideLine = 180;

    private static readonly string[] SourceFolders = ["src", "tests"];

    [Fact]
    public void Namespaces_are_folders() =>
        Assert.All(RepositoryFiles.Sources(SourceFolders), path => Assert.True(IsNamespaceOfFolder(path, File.ReadAllText(RepositoryFiles.At(path)))));

    [Theory]
    [InlineData("src/NewsBot/Cli/A.cs", "namespace NewsBot.Cli;\nclass A;", true)]
    [InlineData("src/NewsBot/Program.cs", "return 1;", true)]
    [InlineData("src/NewsBot/Cli/A.cs", "namespace NewsBot.Answering;\nclass A;", false)]
    [InlineData("src/NewsBot/Cli/A.cs", "namespace NewsBot;\nclass A;", false)]
    [InlineData("src/NewsBot/Cli/A.cs", "class A;", false)]
    public void Control_a_namespace_that_is_not_the_folder_is_found(string path, string text, bool fits) => Assert.Equal(fits, IsNamespaceOfFolder(path, text));

    [Fact]
    public void A_long_file_says_why() =>
        Assert.All(RepositoryFiles.Sources(SourceFolders), path => Assert.True(IsShortOrSaysWhy(File.ReadAllLines(RepositoryFiles.At(path))), path));

    [Theory]
    [InlineData(400, false, true)]
    [InlineData(401, true, true)]
    [InlineData(401, false, false)]
    public void Control_a_long_file_without_a_reason_is_found(int count, bool saysWhy, bool fits)
    {
        var lines = Enumerable.Repeat("    Go();", count).ToArray();
        lines[0] = "/// <summary>Not the reason.</summary>";
        lines[1] = saysWhy ? "// One grammar in one place, so it is long." : "internal sealed class A";
        lines[2] = "internal sealed class A";
        lines[^1] = "// A comment far below is no reason.";
        Assert.Equal(fits, IsShortOrSaysWhy(lines));
    }

    [Fact]
    public void Lines_are_not_wide() =>
        Rule.Holds(RepositoryFiles.Sources(SourceFolders).SelectMany(path => WideLines(path, File.ReadAllLines(RepositoryFiles.At(path)))));

    [Fact]
    public void Control_a_wide_line_is_found() =>
        Assert.Equal(["a.cs(2): 181"], WideLines("a.cs", [new string('x', WideLine), new string('x', WideLine + 1)]));

    [Fact]
    public void Types_of_src_have_names_of_their_own() => Rule.Holds(SharedNames(Assemblies.Types));

    [Fact]
    public void Control_two_types_of_one_name_are_found() =>
        Assert.Equal(["Timer: System.Threading.Timer, System.Timers.Timer"], SharedNames([typeof(Timer), typeof(System.Timers.Timer), typeof(File)]));

    private static bool IsNamespaceOfFolder(string path, string text)
    {
        var parts = path.Split('/');
        var match = Namespace().Match(text);
        return match.Success
            ? match.Groups[1].Value == string.Join('.', parts[1..^1])
            : parts[^1] == "Program.cs" && parts.Length == 3;
    }

    private static bool IsShortOrSaysWhy(string[] lines) =>
        lines.Length <= LongFile
        || lines.TakeWhile(line => !TypeDeclaration().IsMatch(line)).Any(line => line.StartsWith("// ", StringComparison.Ordinal));

    private static IEnumerable<string> WideLines(string path, string[] lines) =>
        lines.Index().Where(line => line.Item.Length > WideLine).Select(line => $"{path}({line.Index + 1}): {line.Item.Length}");

    // What a generator makes lies in no room.
    private static List<string> SharedNames(IEnumerable<Type> types) => [..
        from type in types
        where !type.IsNested && !type.Name.StartsWith('<') && type.Namespace?.Contains("Generat", StringComparison.Ordinal) != true
        group type.FullName by type.Name into named
        where named.Count() > 1
        select $"{named.Key}: {string.Join(", ", named.Order(StringComparer.Ordinal))}"];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Namespace();

    [GeneratedRegex("^(?:public|internal|file) ", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TypeDeclaration();
}
