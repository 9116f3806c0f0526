using System.Text.RegularExpressions;

namespace NewsBot.Tests.House;

/// <summary>The C# files that the documents name are there.</summary>
public sealed partial class NamedFileTests
{
    [Fact]
    public void Each_file_that_a_document_names_is_there() =>
        Rule.Holds(Documents().SelectMany(path => Missing(path, Named(File.ReadAllText(RepositoryFiles.At(path))))));

    [Fact]
    public void Each_file_of_the_table_of_a_question_is_there() =>
        Rule.Holds(Missing("file by file", DocumentTable.Rows("docs/architecture.md", "## A question, file by file").SelectMany(row => Listed(row[1]))));

    [Fact]
    public void Control_a_file_that_is_not_there_or_not_in_its_folder_is_found()
    {
        const string text = "`Gone.cs`, `Core/Text/PassageRanker.cs`; `PassageRanker.cs`, `Core/Retrieval/PassageRanker.cs`, `Cli/AskCommand.cs`, `src/NewsBot/Cli/NAMECommand.cs`";
        Assert.Equal(["a.md: Gone.cs", "a.md: Core/Text/PassageRanker.cs"], Missing("a.md", Named(text)));
        Assert.Equal(["a.md: Cli/Gone.cs"], Missing("a.md", Listed("`Cli`: AskCommand, Gone; `Core/Retrieval`: PassageRanker")));
    }

    // A decision may tell of files that went.
    private static IEnumerable<string> Documents() =>
    [
        "README.md", "CONTRIBUTING.md",
        .. Directory.EnumerateFiles(RepositoryFiles.At("docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The files in code marks; 'NAME' stands for a name that the reader chooses.</summary>
    private static IEnumerable<string> Named(string text) =>
        Code().Matches(text).Select(match => match.Groups[1].Value).Where(file => !file.Contains("NAME", StringComparison.Ordinal));

    /// <summary>The files of a cell such as '`Cli`: AskCommand, AskView; `Chats`: Place'.</summary>
    private static IEnumerable<string> Listed(string cell) =>
        from folder in cell.Split("; ")
        let parts = folder.Split(": ")
        from name in parts[1].Split(", ")
        select $"{parts[0].Trim('`')}/{name}.cs";

    private static IEnumerable<string> Missing(string document, IEnumerable<string> files)
    {
        var sources = RepositoryFiles.Sources("src", "tests").ToHashSet(StringComparer.Ordinal);
        var names = sources.Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        return files.Where(file => file.Contains('/') ? !Paths(file).Any(sources.Contains) : !names.Contains(file)).Select(file => $"{document}: {file}");
    }

    // The documents leave out the beginning of a path below src.
    private static IEnumerable<string> Paths(string file) => [file, "src/NewsBot/" + file, "src/NewsBot." + file];

    [GeneratedRegex(@"`([\w./-]+\.cs)`", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();
}
