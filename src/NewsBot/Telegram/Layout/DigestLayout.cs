using NewsBot.Core.Answers;
using NewsBot.Core.Digests;
using NewsBot.Core.Display;
using NewsBot.Telegram.Api;
using NewsBot.Web.Access;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Layout;

/// <summary>Digests as messages: headline, the sentences with their marks as links, what changed, the outlets; cut between stories where one message is too short.</summary>
internal static class DigestLayout
{
    private const int MaxHeadlineLength = 200;
    private const int MaxSentenceLength = 500;
    private const int MaxFigureLength = 80;
    private const int MaxOutletLength = 40;
    private const int MaxOutlets = 4;
    private const int ButtonsInRow = 5;

    /// <summary>A digest.</summary>
    /// <param name="digest">Its stories may be none.</param>
    /// <param name="title">Stands above it.</param>
    /// <param name="texts">The language.</param>
    /// <param name="links">What a citation opens.</param>
    public static LaidOutMessage Lay(Digest digest, string title, DigestTexts texts, ReaderLinks links)
    {
        List<List<TextRun>> blocks = [[new TextRun(title, TextStyle.Bold)]];
        if (digest.Stories.Count == 0)
            blocks.Add([new TextRun(texts.Empty)]);
        foreach (var part in DigestText.PartsOf(digest))
            Add(blocks, part, texts, links);
        return new LaidOutMessage(TelegramHtml.Write(blocks.Select(runs => new MessageBlock(runs))), Keyboard(digest.Stories.Count, texts));
    }

    /// <summary>The buttons under a digest: more on each story, mute, change the hour, stop.</summary>
    public static IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> Keyboard(int stories, DigestTexts texts)
    {
        IReadOnlyList<InlineKeyboardButton> last = [Tap(texts.HourButton, SummaryVerb.At), Tap(texts.StopButton, SummaryVerb.End)];
        return stories == 0
            ? [last]
            :
            [
                .. Enumerable.Range(1, stories).Select(story => Tap(texts.MoreButton(story), $"{SummaryVerb.More}:{story}")).Chunk(ButtonsInRow),
                [Tap(texts.MuteButton, SummaryVerb.Mute)],
                last,
            ];
    }

    /// <summary>Adds a part to the block of its story; a headline begins one.</summary>
    private static void Add(List<List<TextRun>> blocks, DigestPart part, DigestTexts texts, ReaderLinks links)
    {
        var runs = blocks[^1];
        switch (part)
        {
            case DigestPart.Headline headline:
                blocks.Add([new TextRun($"{headline.Number}. "), new TextRun(Cut(headline.Text, MaxHeadlineLength), TextStyle.Bold)]);
                if (!headline.IsNew)
                    blocks[^1].Add(new TextRun(" · " + texts.Developing, TextStyle.Italic));
                break;

            case DigestPart.Sentence sentence:
                runs.Add(new TextRun("\n" + Cut(sentence.Text, MaxSentenceLength)));
                AddMarks(runs, sentence.Sources, links);
                break;

            case DigestPart.Change change:
                AddFigure(runs, $"\n{texts.Was} ", change.Before, links);
                AddFigure(runs, $", {texts.Now} ", change.Now, links);
                break;

            case DigestPart.Difference difference:
                AddFigure(runs, $"\n{texts.Differ} ", difference.One, links);
                AddFigure(runs, ", ", difference.Other, links);
                break;

            case DigestPart.Outlets outlets:
                AddOutlets(runs, outlets.Links);
                break;

            case DigestPart.Closing { ArticleCount: > 0 } closing:
                blocks.Add([new TextRun(texts.Closing(closing.ArticleCount, closing.OutletCount), TextStyle.Italic)]);
                break;

            default:
                break;
        }
    }

    private static void AddFigure(List<TextRun> runs, string before, DigestPart.FigureReport report, ReaderLinks links)
    {
        runs.Add(new TextRun($"{before}“{Cut(report.Figure, MaxFigureLength)}”"));
        AddMarks(runs, report.Sources, links);
    }

    private static void AddMarks(List<TextRun> runs, IReadOnlyList<Citation> sources, ReaderLinks links)
    {
        var separator = " ";
        foreach (var source in sources)
        {
            runs.Add(new TextRun(separator));
            runs.Add(new TextRun($"[{source.Number}]", TextStyle.Plain, links.Open(source)));
            separator = "";
        }
    }

    private static void AddOutlets(List<TextRun> runs, IReadOnlyList<DigestPart.OutletLink> outlets)
    {
        var separator = "\n";
        foreach (var outlet in outlets.Where(outlet => outlet.Name.Length > 0).Take(MaxOutlets))
        {
            runs.Add(new TextRun(separator));
            runs.Add(new TextRun(Cut(outlet.Name, MaxOutletLength), TextStyle.Italic, ArticleLayout.Address(outlet.Url)));
            separator = ", ";
        }

        if (outlets.Count > MaxOutlets)
            runs.Add(new TextRun($" +{outlets.Count - MaxOutlets}", TextStyle.Italic));
    }

    private static string Cut(string text, int maxLength) => TextCut.Shorten(text, maxLength);

    private static InlineKeyboardButton Tap(string text, string choice) => ButtonData.Summary(choice).Button(text);
}
