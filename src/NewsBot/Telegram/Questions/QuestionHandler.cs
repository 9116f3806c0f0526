using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Questions;

/// <summary>Answers questions in the light of what was said before in the same place.</summary>
internal sealed class QuestionHandler(
    IQuestionAnswerer answerer, IConversationStore conversations, AskingRate rate, OutboxSender sender, IOptions<TelegramOptions> options, TimeProvider time)
{
    private const int ConversationLength = 5;

    private static readonly TimeSpan ConversationAge = TimeSpan.FromHours(2);

    /// <summary>Answers a question.</summary>
    /// <param name="talk">Who asks where.</param>
    /// <param name="text">Not empty.</param>
    /// <param name="aboutMessageId">The message of the bot that it replies to, so that it is about that one's articles; null when it replies to none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<UpdateResult> AskAsync(ChatContext talk, string text, long? aboutMessageId, CancellationToken cancellationToken)
    {
        if (Refuse(talk, text) is { } refused)
            return refused;
        var about = aboutMessageId is { } id ? await conversations.FindByReplyAsync(talk.Chat.Id, id, cancellationToken) : null;
        var asked = new AskedQuestion(text, talk.At)
        {
            PersonId = talk.PersonId,
            Before = about is not null ? [about.ToTurn()] : [.. (await RecentAsync(talk, cancellationToken)).Select(exchange => exchange.ToTurn())],
            ArticleIds = about?.ArticleIds ?? [],
        };
        return await AnswerAsync(talk, asked, cancellationToken);
    }

    /// <summary>Tells more on the subject of an earlier answer.</summary>
    public Task<UpdateResult> TellMoreAsync(ChatContext talk, Exchange about, CancellationToken cancellationToken) => Refuse(talk) is { } refused
        ? Task.FromResult(refused)
        : AnswerAsync(talk, new AskedQuestion(AskedQuestion.More, talk.At) { PersonId = talk.PersonId, Before = [about.ToTurn()], ArticleIds = about.ArticleIds }, cancellationToken);

    /// <summary>Answers a question that was edited, by editing the reply to it.</summary>
    public async Task<UpdateResult> AskAgainAsync(ChatContext talk, string text, Exchange earlier, CancellationToken cancellationToken)
    {
        if (Refuse(talk, text) is { } refused)
            return refused;
        var before = await RecentAsync(talk, cancellationToken);
        var asked = new AskedQuestion(text, talk.At) { PersonId = talk.PersonId, Before = [.. before.Where(exchange => exchange.Id < earlier.Id).Select(exchange => exchange.ToTurn())] };
        var reply = await answerer.AnswerAsync(asked, cancellationToken);

        // One message was the reply, and one message it stays.
        var message = AnswerLayout.Lay(reply, earlier.Id, talk.Settings, talk.Texts);
        if (message.Pages.Count > 1)
            message = AnswerLayout.Lay(reply, earlier.Id, talk.Settings with { ShowsQuotes = false }, talk.Texts);
        var edit = BotRequests.Edit(talk.Chat.Id, (int)(earlier.ReplyMessageId ?? 0), message.Pages[0], message.Keyboard, message.PreviewUrl);
        return new UpdateResult
        {
            Messages = [edit.ToOutbox(earlier.Id)],
            Exchange = Remember(talk, asked, reply) with { Id = earlier.Id, QuestionMessageId = earlier.QuestionMessageId },
        };
    }

    /// <summary>What is said instead of an answer, to a question that is too long or to somebody who asks too fast; null when it may be answered.</summary>
    public UpdateResult? Refuse(ChatContext talk, string text = "")
    {
        var limit = options.Value.MaxQuestionLength;
        if (text.Length > limit)
            return talk.Say(talk.Texts.TooLong(text.Length, limit));
        return rate.Ask(talk.PersonId, time.GetUtcNow()) switch
        {
            Permission.RefusedFirst => talk.Say(talk.Texts.TooFast(options.Value.Limits.QuestionsPerMinute)),
            Permission.Refused => UpdateResult.Nothing,
            _ => null,
        };
    }

    private async Task<UpdateResult> AnswerAsync(ChatContext talk, AskedQuestion asked, CancellationToken cancellationToken)
    {
        await using var typing = TypingSign.Show(sender, talk.Place, time, cancellationToken);
        await using var live = new LiveReply(sender, talk.Chat.Id, talk.ThreadId, talk.MessageId, talk.Chat.IsGroup(), talk.UpdateId, time, cancellationToken);
        var reply = await answerer.AnswerAsync(asked with { Progress = live }, cancellationToken);
        var message = AnswerLayout.Lay(reply, talk.UpdateId, talk.Settings, talk.Texts);
        var messages = talk.Send(message, talk.UpdateId);
        var shown = await live.EndAsync();
        if (shown is { } messageId)
        {
            // The message that showed the answer while it was written becomes the answer's first page.
            var isOnly = message.Pages.Count == 1;
            var edit = BotRequests.Edit(talk.Chat.Id, (int)messageId, message.Pages[0], isOnly ? message.Keyboard : [], message.PreviewUrl);
            messages = [edit.ToOutbox(isOnly ? talk.UpdateId : null), .. messages.Skip(1)];
        }

        return new UpdateResult
        {
            Messages = messages,
            Exchange = Remember(talk, asked, reply) with { ReplyMessageId = shown },
        };
    }

    private Task<IReadOnlyList<Exchange>> RecentAsync(ChatContext talk, CancellationToken cancellationToken) =>
        conversations.ReadRecentAsync(talk.Place, talk.At - ConversationAge, ConversationLength, cancellationToken);

    private static Exchange Remember(ChatContext talk, AskedQuestion asked, Reply reply)
    {
        var answer = reply.Answer;
        return new Exchange(talk.UpdateId, talk.Place, talk.PersonId)
        {
            Question = asked.Text,
            AskedAs = reply.Question.Text,
            AskedAt = talk.At,
            QuestionMessageId = talk.MessageId ?? 0,
            Answer = answer.IsSupported ? string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)) : answer.Reason ?? "",
            IsSupported = answer.IsSupported,
            IsWritten = reply.IsWritten,
            Citations = [.. answer.Citations.Select(citation => citation.ToPassage())],
            ArticleIds = reply.ArticleIds,
        };
    }
}
