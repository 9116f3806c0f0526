using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;

namespace NewsBot.Cli.Evaluation;

/// <summary>A question with what is known of its answer.</summary>
/// <param name="Id">As given, else 'line N'.</param>
/// <param name="Text">The question.</param>
/// <param name="AskedAt">What 'now' was; null for the clock's.</param>
/// <param name="Answers">Any of them is right; empty when none is known.</param>
/// <param name="Articles">Ids or file names of the articles that hold the answer; empty when none is known.</param>
/// <param name="Answerable">Whether the archive supports an answer; null when nobody says. An article that holds it says so.</param>
internal sealed record EvalQuestion(
    string Id, string Text, DateTimeOffset? AskedAt, IReadOnlyList<string> Answers, IReadOnlyList<string> Articles, bool? Answerable)
{
    /// <summary>What kind of question it is, for the table alone; null when nobody says.</summary>
    public string? Kind { get; init; }

    /// <summary>Sentences of the articles that answer it, best first; empty when none is known.</summary>
    public IReadOnlyList<string> Gold { get; init; } = [];

    /// <summary>Where no short answer will do: the facts of a full answer, each in any of several wordings; usually empty.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Nuggets { get; init; } = [];

    /// <summary>The id of the question that it goes on from; null when it stands alone.</summary>
    public string? After { get; init; }

    /// <summary>For a question that wants yes or no: which; null for others, and when nobody says.</summary>
    public bool? Yes { get; init; }

    /// <summary>Whether it is in the form of people's questions, with a kind or more than short answers, and not in that of a quiz.</summary>
    public bool IsFromPeople => Kind is not null || Gold.Count > 0 || Nuggets.Count > 0;

    /// <summary>Whether it wants yes or no.</summary>
    public bool IsYesNo => Kind == "yesno";

    /// <summary>The last instant of what may be read for it; null for no bound.</summary>
    public DateTimeOffset? Until => AskedAt is { } then ? Question.EndOfDay(then) : null;

    /// <summary>Reads a file of a JSON object a line.</summary>
    /// <returns>The questions in order, at least one.</returns>
    /// <exception cref="QuestionFileException">A line is none, or there is none at all; names the file and the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<IReadOnlyList<EvalQuestion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw new QuestionFileException($"{path} is a folder; a file with a question a line is wanted.");
        if (!File.Exists(path))
            throw new QuestionFileException($"{path}: there is no such file, or it may not be read.");
        var questions = new List<EvalQuestion>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (line.AsSpan().Trim().Length > 0)
                questions.Add(Parse(path, number, line));
        }

        return questions.Count > 0 ? questions : throw new QuestionFileException($"{path}: the file holds no question.");
    }

    /// <summary>Whether the article is one that holds the answer, named by its id or its file.</summary>
    public bool IsHeldBy(Article article) => Articles.Contains(article.Id) || (article.FileName is { } name && Articles.Contains(name));

    private static EvalQuestion Parse(string path, int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var text = TextOf(root, "question") ?? throw new QuestionFileException($"{path}:{number}: the field 'question' is missing.");
            if (text.Length > QuestionAnalyzer.MaxLength)
                throw new QuestionFileException($"{path}:{number}: the question has {text.Length:N0} characters; at most {QuestionAnalyzer.MaxLength:N0} are read.");
            var articles = TextsOf(root, "articles").Concat(TextsOf(root, "articles_with_answer")).ToList();
            return new EvalQuestion(
                TextOf(root, "id") ?? $"line {number}",
                text,
                Date(TextOf(root, "asked_at"), path, number),
                TextsOf(root, "answers"),
                articles,
                root.TryGetProperty("answerable", out var answerable) && answerable.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? answerable.ValueKind == JsonValueKind.True
                    : articles.Count > 0 ? true : null)
            {
                Kind = TextOf(root, "kind"),
                Gold = TextsOf(root, "gold"),
                Nuggets = NuggetsOf(root),
                After = TextOf(root, "after"),
                Yes = TextOf(root, "yesno") switch { "yes" => true, "no" => false, _ => null },
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new QuestionFileException($"{path}:{number}: this is no JSON object of a question.", exception);
        }
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> TextsOf(JsonElement root, string name) => root.TryGetProperty(name, out var values) ? TextsOf(values) : [];

    private static IReadOnlyList<string> TextsOf(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)]
        : [];

    private static IReadOnlyList<IReadOnlyList<string>> NuggetsOf(JsonElement root) =>
        root.TryGetProperty("nuggets", out var nuggets) && nuggets.ValueKind == JsonValueKind.Array
            ? [.. nuggets.EnumerateArray().Select(TextsOf).Where(wordings => wordings.Count > 0)]
            : [];

    private static DateTimeOffset? Date(string? text, string path, int number)
    {
        if (text is null)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : throw new QuestionFileException($"{path}:{number}: 'asked_at' is no date: '{text}'.");
    }
}

/// <summary>A file of questions cannot be used; the message is one sentence for a person and names the file and the line.</summary>
internal sealed class QuestionFileException(string message, Exception? innerException = null) : Exception(message, innerException);
