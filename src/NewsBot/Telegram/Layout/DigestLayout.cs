using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Chats;
using NewsBot.Core.Digests;
using NewsBot.Core.Messages;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Layout;

/// <summary>Digests as messages: headline, the sentences with their marks as links, what changed, the outlets; cut between stories where one message is too short.</summary>
internal static class DigestLayout
{
    private const int MaxHeadlineLength = 200;
    private const int MaxSentenceLength = 500;
    private const int MaxWordsLength = 80;
    private const int MaxOutletLength = 40;
    private const int MaxOutlets = 4;
    private const int ButtonsInRow = 5;

    /// <summary>A digest.</summary>
    /// <param name="digest">Its stories may be none.</param>
    /// <param name="title">Stands above it.</param>
    /// <param name="outlets">For each story, in order, an article of each outlet that is known.</param>
    /// <param name="texts">The language.</param>
    public static LaidOutMessage Lay(Digest digest, string title, IReadOnlyList<IReadOnlyList<Article>> outlets, DigestTexts texts)
    {
        List<MessageBlock> blocks = [new MessageBlock([new TextRun(title, TextStyle.Bold)])];
        if (digest.Stories.Count == 0)
            blocks.Add(MessageBlock.Plain(texts.Empty));
        blocks.AddRange(digest.Stories.Select((story, i) => Story(digest, story, i + 1, outlets[i], texts)));
        if (digest.ArticleCount > 0)
            blocks.Add(new MessageBlock([new TextRun(texts.Closing(digest.ArticleCount, digest.OutletCount), TextStyle.Italic)]));
        return new LaidOutMessage(TelegramHtml.Write(blocks), Keyboard(digest.Stories.Count, texts));
    }

    /// <summary>The buttons under a digest: more on each story, mute, change the hour, stop.</summary>
    public static IReadOnlyList<IReadOnlyList<Button>> Keyboard(int stories, DigestTexts texts)
    {
        IReadOnlyList<Button> last = [Tap(texts.HourButton, "at"), Tap(texts.StopButton, "end")];
        return stories == 0
            ? [last]
            : [.. Enumerable.Range(1, stories).Select(story => Tap(texts.MoreButton(story), $"more:{story}")).Chunk(ButtonsInRow), [Tap(texts.MuteButton, "mute")], last];
    }

    private static MessageBlock Story(Digest digest, DigestStory story, int number, IReadOnlyList<Article> outlets, DigestTexts texts)
    {
        List<TextRun> runs = [new TextRun($"{number}. "), new TextRun(Cut(story.Headline, MaxHeadlineLength), TextStyle.Bold)];
        if (!story.IsNew)
            runs.Add(new TextRun(" · " + texts.Developing, TextStyle.Italic));
        foreach (var (i, sentence) in story.Sentences.Index())
        {
            runs.Add(new TextRun((i == 0 ? "\n" : " ") + Cut(sentence.Text, MaxSentenceLength)));
            AddMarks(runs, digest, sentence);
        }

        if (story.Changed is { } changed)
        {
            runs.Add(new TextRun($"\n{texts.Was} “{Cut(changed.Was, MaxWordsLength)}”"));
            AddMarks(runs, digest, changed.Before);
            runs.Add(new TextRun($", {texts.Now} “{Cut(changed.Is, MaxWordsLength)}”"));
            AddMarks(runs, digest, changed.Now);
        }

        if (story.Differs is { } differs)
        {
            runs.Add(new TextRun($"\n{texts.Differ} “{Cut(differs.Was, MaxWordsLength)}”"));
            AddMarks(runs, digest, differs.Before);
            runs.Add(new TextRun($", “{Cut(differs.Is, MaxWordsLength)}”"));
            AddMarks(runs, digest, differs.Now);
        }

        AddOutlets(runs, story, outlets);
        return new MessageBlock(runs);
    }

    private static void AddMarks(List<TextRun> runs, Digest digest, AnswerSentence sentence)
    {
        var separator = " ";
        foreach (var number in sentence.Citations)
        {
            runs.Add(new TextRun(separator));
            runs.Add(new TextRun($"[{number}]", TextStyle.Plain, AnswerLayout.Link(digest.Citations[number - 1])));
            separator = "";
        }
    }

    private static void AddOutlets(List<TextRun> runs, DigestStory story, IReadOnlyList<Article> articles)
    {
        var named = story.Outlets.Select(outlet => Cut(outlet, MaxOutletLength)).Where(outlet => outlet.Length > 0).ToList();
        var separator = "\n";
        foreach (var outlet in named.Take(MaxOutlets))
        {
            var article = articles.FirstOrDefault(article => Cut(article.Source, MaxOutletLength) == outlet);
            runs.Add(new TextRun(separator));
            runs.Add(new TextRun(outlet, TextStyle.Italic, article is null ? null : ArticleLayout.Address(article)));
            separator = ", ";
        }

        if (named.Count > MaxOutlets)
            runs.Add(new TextRun($" +{named.Count - MaxOutlets}", TextStyle.Italic));
    }

    private static string Cut(string? text, int maxLength) => TextCut.Shorten(DisplayText.Line(text), maxLength);

    private static Button Tap(string text, string choice) => new(text, new ButtonData(ButtonAction.Digest, Choice: choice).ToString());
}
