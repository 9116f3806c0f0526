using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Sending;
using NewsBot.Web.Access;

namespace NewsBot.Telegram.Dialog;

/// <summary>Answers questions in the light of what was said before in the same place.</summary>
internal sealed class QuestionHandler(
    IQuestionAnswerer answerer, IConversationStore conversations, AskingRate rate, OutboxSender sender, LiveReplies replies, ReaderLinks links,
    IOptions<TelegramOptions> options, TimeProvider time)
{
    /// <summary>The most earlier questions that a question may go on from.</summary>
    public const int ConversationLength = 5;

    private static readonly TimeSpan ConversationAge = TimeSpan.FromHours(2);

    /// <summary>Answers a question.</summary>
    /// <param name="context">Who asks where.</param>
    /// <param name="text">Not empty.</param>
    /// <param name="aboutMessageId">The message of the bot that it replies to, so that it is about that one's articles; null when it replies to none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="quoted">Somebody else's words that it is about, such as those that it replies to; null when there are none.</param>
    public async Task<UpdateResult> AskAsync(ChatContext context, string text, long? aboutMessageId, CancellationToken cancellationToken, string? quoted = null)
    {
        if (Refuse(context, text) is { } refused)
            return refused;
        var about = aboutMessageId is { } id ? await conversations.FindByReplyAsync(context.Chat.Id, id, cancellationToken) : null;
        var asked = new AskedQuestion(text, context.At)
        {
            PersonId = context.PersonId,
            Before = about is not null ? [about.ToTurn()]
                : quoted is { Length: > 0 } ? [QuotedTurn.Of(quoted, context.At)]
                : [.. (await RecentAsync(context, cancellationToken)).Select(exchange => exchange.ToTurn())],
            ArticleIds = about?.ArticleIds ?? [],
        };
        return await AnswerAsync(context, asked, cancellationToken);
    }

    /// <summary>Tells more on the subject of an earlier answer.</summary>
    public Task<UpdateResult> TellMoreAsync(ChatContext context, Exchange about, CancellationToken cancellationToken) => Refuse(context) is { } refused
        ? Task.FromResult(refused)
        : AnswerAsync(
            context,
            new AskedQuestion(AskedQuestion.More, context.At) { PersonId = context.PersonId, Before = [about.ToTurn()], ArticleIds = about.ArticleIds },
            cancellationToken);

    /// <summary>Answers a question that was edited, by editing the reply to it.</summary>
    public async Task<UpdateResult> AskAgainAsync(ChatContext context, string text, Exchange earlier, CancellationToken cancellationToken)
    {
        if (Refuse(context, text) is { } refused)
            return refused;
        var before = await RecentAsync(context, cancellationToken);
        var asked = new AskedQuestion(text, context.At)
        {
            PersonId = context.PersonId,
            Before = [.. before.Where(exchange => exchange.Id < earlier.Id).Select(exchange => exchange.ToTurn())],
        };
        var reply = await answerer.AnswerAsync(asked, cancellationToken);

        // One message was the reply, and one message it stays.
        var message = AnswerLayout.Lay(reply, earlier.Id, context.Settings, context.Texts, links);
        if (message.Pages.Count > 1)
            message = AnswerLayout.Lay(reply, earlier.Id, context.Settings with { ShowsQuotes = false }, context.Texts, links);
        var edit = BotRequests.Edit(context.Chat.Id, (int)(earlier.ReplyMessageId ?? 0), message.Pages[0], message.Keyboard, message.PreviewUrl);
        return new UpdateResult
        {
            Messages = [edit.ToOutbox(earlier.Id)],
            Exchange = Remember(context, asked, reply) with { Id = earlier.Id, QuestionMessageId = earlier.QuestionMessageId },
        };
    }

    /// <summary>What is said instead of an answer, to a question that is too long or to somebody who asks too fast; null when it may be answered.</summary>
    public UpdateResult? Refuse(ChatContext context, string text = "")
    {
        var limit = options.Value.MaxQuestionLength;
        if (text.Length > limit)
            return context.Say(context.Texts.TooLong(text.Length, limit));
        return RefuseFast(context);
    }

    /// <summary>What is said instead of anything else to somebody who asks or sends commands too fast; null when it may be done.</summary>
    public UpdateResult? RefuseFast(ChatContext context)
    {
        return rate.Ask(context.PersonId, context.UpdateId, time.GetUtcNow()) switch
        {
            Permission.RefusedFirst => context.Say(context.Texts.TooFast(options.Value.Limits.QuestionsPerMinute)),
            Permission.Refused => UpdateResult.Nothing,
            _ => null,
        };
    }

    private async Task<UpdateResult> AnswerAsync(ChatContext context, AskedQuestion asked, CancellationToken cancellationToken)
    {
        await using var typing = TypingSign.Show(sender, context.Place, time, cancellationToken);
        await using var live = context.Chat.IsGroup()
            ? null
            : replies.Begin(context.Chat.Id, context.ThreadId, context.UpdateId, context.Texts.BeingChecked, cancellationToken);
        var reply = await answerer.AnswerAsync(asked with { Progress = live, StopWriting = live?.Stopped ?? CancellationToken.None }, cancellationToken);
        return new UpdateResult
        {
            Messages = context.Send(AnswerLayout.Lay(reply, context.UpdateId, context.Settings, context.Texts, links), context.UpdateId),
            Exchange = Remember(context, asked, reply),
        };
    }

    private Task<IReadOnlyList<Exchange>> RecentAsync(ChatContext context, CancellationToken cancellationToken) =>
        conversations.ReadRecentAsync(context.Place, context.At - ConversationAge, ConversationLength, cancellationToken);

    private static Exchange Remember(ChatContext context, AskedQuestion asked, Reply reply)
    {
        var turn = reply.ToTurn();
        return new Exchange(context.UpdateId, context.Place, context.PersonId)
        {
            Question = asked.Text,
            AskedAs = turn.AskedAs,
            AskedAt = context.At,
            QuestionMessageId = context.MessageId ?? 0,
            Answer = turn.Answer,
            IsSupported = turn.IsSupported,
            IsWritten = reply.IsWritten,
            Citations = turn.Citations,
            ArticleIds = turn.ArticleIds,
        };
    }
}
