using System.Globalization;
using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Display;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Questions;

/// <summary>Offers answers while somebody types a question to the bot in another chat: the whole answer, then its sentences one by one.</summary>
internal sealed class InlineHandler(IQuestionAnswerer answerer, Access access, AskingRate rate, TimeProvider time)
{
    private const int MinLength = 8;
    private const int MaxResults = 4;
    private const int MaxTitleLength = 100;
    private const int MaxDescriptionLength = 200;

    private static readonly TimeSpan CacheTime = TimeSpan.FromMinutes(1);

    /// <summary>Handles what was typed so far.</summary>
    public async Task<Handled> HandleAsync(InlineAsked asked, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var text = asked.Text.Trim();
        var isAnswered = text.Length >= MinLength
            && access.IsAllowed(asked.Sender.Id, asked.Sender.Id)
            && rate.Ask(asked.Sender.Id, time.GetUtcNow(), isInline: true) == Permission.Granted;
        if (!isAnswered)
            return Handled.Only(new AnswerInline(asked.QueryId, [], TimeSpan.Zero));
        var reply = await answerer.AnswerAsync(new AskedQuestion(text, receivedAt) { WithoutModel = true }, cancellationToken);
        return Handled.Only(new AnswerInline(asked.QueryId, Results(reply, BotLanguages.For(asked.Sender.LanguageCode)), CacheTime));
    }

    private static List<InlineResult> Results(Reply reply, BotTexts texts)
    {
        var answer = reply.Answer;
        if (!answer.IsSupported)
            return [];
        List<InlineResult> results = [Result(reply, answer, texts, 0)];
        if (answer.Sentences.Count > 1)
            results.AddRange(answer.Sentences.Take(MaxResults - 1).Select((sentence, i) => Result(reply, Alone(answer, sentence), texts, i + 1)));
        return results;
    }

    private static InlineResult Result(Reply reply, Answer answer, BotTexts texts, int number)
    {
        var article = answer.Citations[0].Revision.Article;
        var title = string.Join(' ', answer.Sentences.Select(sentence => DisplayText.Line(sentence.Text)));
        var message = AnswerLayout.Lay(reply with { Answer = answer }, exchangeId: null, ChatSettings.Default, texts);
        return new InlineResult(
            number.ToString(CultureInfo.InvariantCulture),
            TextCut.Shorten(title, MaxTitleLength),
            TextCut.Shorten(string.Join(" · ", new[] { ArticleLayout.Title(article), ArticleLayout.Origin(article, texts) }.Where(part => part.Length > 0)), MaxDescriptionLength),
            message.Pages[0]);
    }

    /// <summary>One sentence with what it cites, numbered anew.</summary>
    private static Answer Alone(Answer answer, AnswerSentence sentence) => answer with
    {
        Short = null,
        Sentences = [sentence with { Citations = [.. Enumerable.Range(1, sentence.Citations.Count)] }],
        Citations = [.. sentence.Citations.Select((number, i) => answer.Citations[number - 1] with { Number = i + 1 })],
    };
}
