using System.Globalization;
using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Display;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using NewsBot.Web.Access;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace NewsBot.Telegram.Dialog;

/// <summary>Offers answers while somebody types a question to the bot in another chat: the whole answer, then its sentences one by one.</summary>
internal sealed class InlineHandler(IQuestionAnswerer answerer, Access access, AskingRate rate, ReaderLinks links, TimeProvider time)
{
    private const int MinLength = 8;
    private const int MaxResults = 4;
    private const int MaxTitleLength = 100;
    private const int MaxDescriptionLength = 200;

    private static readonly TimeSpan CacheTime = TimeSpan.FromMinutes(1);

    /// <summary>Handles what was typed so far.</summary>
    public async Task<UpdateResult> HandleAsync(long updateId, InlineQuery asked, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var text = (asked.Query ?? "").Trim();
        var personId = asked.From.Id;
        var isAnswered = text.Length >= MinLength
            && access.IsAllowed(personId, personId)
            && rate.Ask(personId, updateId, time.GetUtcNow(), isInline: true) == Permission.Granted;
        if (!isAnswered)
            return Offer(asked, [], TimeSpan.Zero);
        var reply = await answerer.AnswerAsync(new AskedQuestion(text, receivedAt) { WithoutModel = true }, cancellationToken);
        return Offer(asked, Results(reply, BotLanguages.For(BotLanguages.WrittenIn(text) ?? asked.From.LanguageCode)), CacheTime);
    }

    private static UpdateResult Offer(InlineQuery asked, List<InlineQueryResult> results, TimeSpan cacheTime) => new()
    {
        Then = new AnswerInlineQueryRequest
        {
            InlineQueryId = asked.Id,
            Results = results,
            CacheTime = (int)cacheTime.TotalSeconds,

            // An answer depends on the settings of the person who asks, so that nobody else gets it.
            IsPersonal = true,
        }.ToJson(),
    };

    private List<InlineQueryResult> Results(Reply reply, BotTexts texts)
    {
        var answer = reply.Answer;
        if (!answer.IsSupported)
            return [];
        List<InlineQueryResult> results = [Result(reply, answer, texts, 0)];
        if (answer.Sentences.Count > 1)
            results.AddRange(answer.Sentences.Take(MaxResults - 1).Select((sentence, i) => Result(reply, Alone(answer, sentence), texts, i + 1)));
        return results;
    }

    private InlineQueryResultArticle Result(Reply reply, Answer answer, BotTexts texts, int number)
    {
        var article = answer.Citations[0].Revision.Article;
        var title = string.Join(' ', answer.Sentences.Select(sentence => DisplayText.Line(sentence.Text)));
        var message = AnswerLayout.Lay(reply with { Answer = answer }, exchangeId: null, ChatSettings.Default, texts, links);
        var origin = string.Join(" · ", new[] { ArticleLayout.Title(article), ArticleLayout.Origin(article, texts) }.Where(part => part.Length > 0));
        return new InlineQueryResultArticle
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Title = TextCut.Shorten(title, MaxTitleLength),
            Description = TextCut.Shorten(origin, MaxDescriptionLength),
            InputMessageContent = new InputTextMessageContent { MessageText = message.Pages[0], ParseMode = ParseMode.Html, LinkPreviewOptions = BotRequests.Preview(null) },
        };
    }

    /// <summary>One sentence with its citations, numbered from 1.</summary>
    private static Answer Alone(Answer answer, AnswerSentence sentence) => answer with
    {
        Short = null,
        Sentences = [sentence with { Citations = [.. Enumerable.Range(1, sentence.Citations.Count)] }],
        Citations = [.. sentence.Citations.Select((number, i) => answer.Citations[number - 1] with { Number = i + 1 })],
    };
}
