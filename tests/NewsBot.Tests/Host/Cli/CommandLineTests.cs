using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("There is no option --nonsense.", "ingest", "--nonsense", "x")]
    [InlineData("There is no option --nonsense.", "ask", "--nonsense", "x")]
    [InlineData("There is no option -k.", "ask", "-k", "3", "Who won?")]
    [InlineData("There is no command 'nonsense'.", "nonsense")]
    [InlineData("Required argument 'PATH' missing", "ingest")]
    [InlineData("'do' is one word too many; what has spaces goes into quotation marks.", "ask", "When", "do", "the", "talks", "resume?")]
    [InlineData("'too' is one word too many", "migrate", "too", "much")]
    [InlineData("-k takes a number from 1 to 100, not '0'.", "search", "-k", "0", "x")]
    [InlineData("-k takes a number from 1 to 100, not 'x'.", "search", "-k", "x", "x")]
    [InlineData("-k takes a number from 1 to 1,000, not '99999999999'.", "eval", "-k", "99999999999", "x")]
    [InlineData("--refused takes a number between 0 and 1, not 'x'.", "train", "--refused", "x", "x")]
    [InlineData("--short-precision takes a number between 0 and 1, not '1'.", "train", "--short-precision", "1", "x")]
    [InlineData("'yesterday' is no date for --as-of; write it like 2023-05-31", "ask", "--as-of", "yesterday", "x")]
    [InlineData("'2023-02-30' is no date for --as-of; write it like 2023-05-31", "search", "--as-of", "2023-02-30", "x")]
    [InlineData("'0001-01-02' is no date for --as-of; write it like 2023-05-31", "digest", "--as-of", "0001-01-02")]
    [InlineData("'9999-12-31' is no date for --as-of; write it like 2023-05-31", "ask", "--as-of", "9999-12-31", "x")]
    [InlineData("--as-of takes a value, and --data follows it.", "ask", "x", "--as-of", "--data", "folder")]
    [InlineData("--topic takes a value, and --json follows it.", "digest", "--topic", "--json")]
    [InlineData("--folder takes a value, and --no-check follows it.", "feeds", "add", "https://news.example/rss", "--folder", "--no-check")]
    [InlineData("There is no option --jsn.", "digest", "--topic", "--jsn")]
    [InlineData("--data takes a folder.", "ask", "--data", "", "x")]
    [InlineData("There is no role 'mail'; --roles takes one or more of telegram,feeds,digests,web, with commas between.", "serve", "--roles", "web,mail")]
    [InlineData("There is no role ''; --roles takes one or more of", "serve", "--roles", "web,")]
    [InlineData("There is no role ''; --roles takes one or more of", "serve", "--roles", "")]
    public async Task Wrong_usage_is_told_in_one_sentence_and_has_its_own_code(string sentence, params string[] args)
    {
        var told = (await CommandRun.OfAsync(args)).OneSentence(ExitCode.WrongUsage);
        Assert.StartsWith(sentence, told, StringComparison.Ordinal);
        Assert.EndsWith("See newsbot --help.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "newsbot serve")]
    [InlineData("ask", "newsbot ask \"When do the talks in Istanbul resume?\"")]
    [InlineData("search", "newsbot search \"marathon world record\"")]
    [InlineData("ingest", "newsbot ingest article.txt")]
    [InlineData("eval", "newsbot eval questions.jsonl --out results.jsonl")]
    [InlineData("train", "newsbot train questions.jsonl --out weights.json")]
    [InlineData("migrate", "newsbot migrate --data /srv/newsbot")]
    [InlineData("backup", "newsbot backup newsbot-2026-11-29.db")]
    [InlineData("check", "newsbot check --data /srv/newsbot")]
    public async Task The_help_of_a_command_ends_in_its_examples(string command, string example)
    {
        var run = await CommandRun.OfAsync(command, "--help");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("--data <DIR>", run.Output, StringComparison.Ordinal);
        Assert.Contains(example, run.Output[run.Output.IndexOf("Example", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("archive.db")]
    [InlineData("pg_restore")]
    public async Task The_help_of_a_backup_tells_how_it_is_used_on_either_database(string name) =>
        Assert.Contains(name, (await CommandRun.OfAsync("backup", "--help")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task The_list_of_commands_has_a_line_each()
    {
        var run = await CommandRun.OfAsync("--help");
        Assert.Equal(ExitCode.Done, run.Code);
        var listed = run.Output[run.Output.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["serve", "ask", "search", "ingest", "feeds", "stories", "digest", "pages", "eval", "train", "mcp", "migrate", "backup", "check", "doctor"],
            listed.Skip(1).Select(line => line.Trim().Split(' ')[0]));
    }
}
