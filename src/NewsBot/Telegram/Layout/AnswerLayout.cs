using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Display;
using NewsBot.Telegram.Api;
using NewsBot.Web.Access;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Layout;

/// <summary>Answers as messages: the text with its marks as links, the quotations to unfold, the buttons.</summary>
internal static class AnswerLayout
{
    private const int MaxQuoteLength = 1_200;
    private const int MinQuoteLength = 80;

    // What stands in a quotation beside the quote: mark, quotation marks, title, outlet, date.
    private const int QuoteFrame = 320;

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    /// <summary>An answer, or why there is none with the nearest coverage.</summary>
    /// <param name="reply">What was found out.</param>
    /// <param name="exchangeId">What its buttons are about; null for a message without buttons.</param>
    /// <param name="settings">What the chat chose.</param>
    /// <param name="texts">The language.</param>
    /// <param name="links">What a citation opens.</param>
    public static LaidOutMessage Lay(Reply reply, long? exchangeId, ChatSettings settings, BotTexts texts, ReaderLinks links) =>
        reply.Answer.Tier switch
        {
            AnswerTier.Sure => LaySupported(reply, exchangeId, settings, texts, links),
            AnswerTier.Unsure => LayUnsure(reply, exchangeId, texts, links),
            _ => LayUnsupported(reply, exchangeId, texts, links),
        };

    /// <summary>The buttons under an answer.</summary>
    public static IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> Keyboard(long exchangeId, bool withRating, BotTexts texts)
    {
        IReadOnlyList<InlineKeyboardButton> first =
        [
            Tap(texts.SourcesButton, ButtonAction.Sources, exchangeId),
            Tap(texts.MoreButton, ButtonAction.More, exchangeId),
        ];
        return withRating
            ? [first, [Tap(texts.HelpfulButton, ButtonAction.Helpful, exchangeId), Tap(texts.NotHelpfulButton, ButtonAction.NotHelpful, exchangeId)]]
            : [first];
    }

    /// <summary>The button under what is not sure, once it was rated.</summary>
    public static IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> WatchKeyboard(long exchangeId, BotTexts texts) =>
        [[Tap(texts.WatchButton, ButtonAction.Watch, exchangeId)]];

    /// <summary>The sentences with their marks as links to the passages.</summary>
    public static MessageBlock Text(Answer answer, BotTexts texts, ReaderLinks links)
    {
        List<TextRun> runs = [];
        foreach (var sentence in answer.Sentences.Take(AnswerText.CountFitting(answer)))
        {
            if (Lead(answer, sentence, texts) is { } lead)
                runs.AddRange([new TextRun(runs.Count > 0 ? "\n" : ""), new TextRun(lead, TextStyle.Italic)]);
            Add(runs, answer, sentence, runs.Count > 0 ? " " : "", links);
        }

        return new MessageBlock(runs);
    }

    /// <summary>A line a sentence, each with the day of its article.</summary>
    private static IEnumerable<MessageBlock> Lines(Answer answer, BotTexts texts, ReaderLinks links) => answer.Sentences.Take(AnswerText.CountFitting(answer)).Select(sentence =>
    {
        List<TextRun> runs = [];
        Add(runs, answer, sentence, "• ", links);
        if (answer.Citations[sentence.Citations[0] - 1].Revision.Article.PublishedAt is { } day)
            runs.AddRange([new TextRun(" "), new TextRun(texts.Date(day), TextStyle.Italic)]);
        return new MessageBlock(runs);
    });

    /// <summary>Our words before a sentence, which name the outlet and the day; null when there are none.</summary>
    private static string? Lead(Answer answer, AnswerSentence sentence, BotTexts texts) => sentence.Lead == SentenceLead.None
        ? null
        : texts.Lead(sentence.Lead, DisplayText.Line(AnswerText.ArticleOf(answer, sentence).Source), AnswerText.ArticleOf(answer, sentence).PublishedAt);

    private static IEnumerable<MessageBlock> Differ(Answer answer, BotTexts texts) =>
        answer.Sentences.Any(sentence => sentence.Lead == SentenceLead.Report) ? [MessageBlock.Plain(texts.Differ)] : [];

    private static void Add(List<TextRun> runs, Answer answer, AnswerSentence sentence, string before, ReaderLinks links)
    {
        runs.Add(new TextRun(before + DisplayText.Line(sentence.Text)));
        var separator = " ";
        foreach (var number in sentence.Citations)
        {
            runs.Add(new TextRun(separator));
            runs.Add(new TextRun($"[{number}]", TextStyle.Plain, links.Open(answer.Citations[number - 1])));
            separator = "";
        }
    }

    private static LaidOutMessage LaySupported(Reply reply, long? exchangeId, ChatSettings settings, BotTexts texts, ReaderLinks links)
    {
        var answer = reply.Answer;
        List<MessageBlock> blocks = [.. Searched(answer, texts)];
        if (answer.IsUnverified)
            blocks.Add(new MessageBlock([new TextRun(texts.Unverified, TextStyle.Italic)]));
        if (DisplayText.Line(answer.Short) is { Length: > 0 } best)
            blocks.Add(new MessageBlock([new TextRun(best, TextStyle.Bold)]));
        if (answer.NewestOf is { } newest)
            blocks.Add(new MessageBlock([new TextRun(texts.NewestOf(newest), TextStyle.Bold)]));
        if (answer.Verdict is { } verdict)
            blocks.Add(new MessageBlock([new TextRun(texts.Verdict(verdict), TextStyle.Bold)]));
        blocks.AddRange(Differ(answer, texts));
        if (answer.IsOverview)
            blocks.AddRange(Lines(answer, texts, links));
        else
            blocks.Add(Text(answer, texts, links));
        if (!answer.IsOverview && DayToTell(reply) is { } day)
            blocks.Add(new MessageBlock([new TextRun(texts.AsOf(day), TextStyle.Italic)]));
        if (settings.ShowsQuotes || answer.IsUnverified)
        {
            // The quotations share what is left of one message.
            var left = TelegramHtml.MaxLength - blocks.Sum(block => block.Length + 2);
            var each = Math.Clamp((left / answer.Citations.Count) - QuoteFrame, MinQuoteLength, MaxQuoteLength);
            blocks.AddRange(answer.Citations.Select(citation => Quotation(citation, citation.Quote, each, texts, links)));
        }

        return new LaidOutMessage(
            TelegramHtml.Write(blocks),
            exchangeId is { } id ? Keyboard(id, withRating: true, texts) : [],
            settings.ShowsPreview ? answer.Citations.Select(links.Open).FirstOrDefault(link => link is not null) : null);
    }

    /// <summary>Quotations that may not answer: no bold answer, and the offer to write when there is one.</summary>
    private static LaidOutMessage LayUnsure(Reply reply, long? exchangeId, BotTexts texts, ReaderLinks links)
    {
        var sentences = reply.Answer.Sentences;
        List<MessageBlock> blocks = [.. Searched(reply.Answer, texts), MessageBlock.Plain(texts.Unsure), .. Differ(reply.Answer, texts)];
        var each = Math.Clamp(((TelegramHtml.MaxLength - blocks.Sum(block => block.Length + 2)) / sentences.Count) - QuoteFrame, MinQuoteLength, MaxQuoteLength);
        blocks.AddRange(sentences.Select(sentence => Quotation(reply.Answer.Citations[sentence.Citations[0] - 1], sentence.Text, each, texts, links)));
        return new LaidOutMessage(TelegramHtml.Write(blocks), exchangeId is { } id ? UnsureKeyboard(id, texts) : []);
    }

    private static IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> UnsureKeyboard(long exchangeId, BotTexts texts) =>
    [
        [Tap(texts.WatchButton, ButtonAction.Watch, exchangeId)],
        [Tap(texts.HelpfulButton, ButtonAction.Helpful, exchangeId), Tap(texts.NotHelpfulButton, ButtonAction.NotHelpful, exchangeId)],
    ];

    private static LaidOutMessage LayUnsupported(Reply reply, long? exchangeId, BotTexts texts, ReaderLinks links)
    {
        var answer = reply.Answer;
        List<MessageBlock> blocks = [.. Searched(answer, texts), MessageBlock.Plain(DisplayText.Line(texts.Explain(answer.Refusal!)))];
        if (answer.Nearest.Count > 0)
        {
            blocks.Add(new MessageBlock([new TextRun(texts.NearestTitle, TextStyle.Bold)]));
            blocks.AddRange(answer.Nearest.Select(nearest => ArticleLayout.Entry(nearest.Article, "• ", links.Open(nearest.Article), texts)));
        }

        var mayWatch = exchangeId is not null && reply.Question.OffTopic is null;
        return new LaidOutMessage(TelegramHtml.Write(blocks), mayWatch ? [[Tap(texts.WatchButton, ButtonAction.Watch, exchangeId!.Value)]] : []);
    }

    /// <summary>What was searched for in the place of what was typed.</summary>
    private static IEnumerable<MessageBlock> Searched(Answer answer, BotTexts texts)
    {
        if (answer.SearchedAs is { } question)
            yield return new MessageBlock([new TextRun(texts.SearchedAs(question), TextStyle.Italic)]);
        else if (answer.Corrections.Count > 0)
            yield return new MessageBlock([new TextRun(texts.Corrected(answer.Corrections, answer.Tier != AnswerTier.None), TextStyle.Italic)]);
    }

    private static MessageBlock Quotation(Citation citation, string quote, int maxQuoteLength, BotTexts texts, ReaderLinks links)
    {
        var article = citation.Revision.Article;
        return new MessageBlock(
            [
                new TextRun($"[{citation.Number}] “{TextCut.Shorten(DisplayText.Line(quote), maxQuoteLength)}”\n"),
                new TextRun(ArticleLayout.Title(article), TextStyle.Plain, links.Open(citation)),
                .. ArticleLayout.OriginLine(article, texts),
            ],
            IsQuote: true);
    }

    /// <summary>The day of the newest article cited, when that matters: the news is older than people would think, or the question is about now.</summary>
    private static DateTimeOffset? DayToTell(Reply reply) =>
        reply.Answer.Citations.Max(citation => citation.Revision.Article.PublishedAt) is { } newest
        && (reply.Question.IsOfTheMoment || reply.Question.AsOf - newest > Fresh)
            ? newest
            : null;

    private static InlineKeyboardButton Tap(string text, ButtonAction action, long exchangeId) => new ButtonData(action, exchangeId).Button(text);
}
