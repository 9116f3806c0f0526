using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Web.Access;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles the buttons under an answer: its sources, more on its subject, a rating, and the wish to be told once a question is covered.</summary>
internal sealed class AnswerTapHandler(
    IConversationStore conversations, IWatchStore watches, IArticleStore articles, QuestionHandler questions, ReaderLinks links, IOptions<TelegramOptions> options) : ITapHandler
{
    public async Task<UpdateResult> HandleAsync(Tap tap, CancellationToken cancellationToken)
    {
        var context = tap.Context;
        if (await conversations.FindAsync(tap.Data.ExchangeId, cancellationToken) is not { } exchange || exchange.Place.ChatId != context.Chat.Id)
            return tap.Toast(context.Texts.ButtonTooOld);
        return tap.Data.Action switch
        {
            ButtonAction.Sources => tap.Say(await LaySourcesAsync(exchange, context.Texts, cancellationToken)),
            ButtonAction.More => await questions.TellMoreAsync(context, exchange, cancellationToken) with { Then = tap.End() },
            ButtonAction.Helpful or ButtonAction.NotHelpful => await RateAsync(tap, exchange, cancellationToken),
            ButtonAction.Watch => await WatchAsync(tap, exchange, cancellationToken),
            _ => tap.Toast(context.Texts.ButtonUnknown),
        };
    }

    private async Task<UpdateResult> RateAsync(Tap tap, Exchange exchange, CancellationToken cancellationToken)
    {
        var texts = tap.Context.Texts;
        await conversations.RateAsync(exchange.Id, tap.Context.PersonId, tap.Data.Action == ButtonAction.Helpful, cancellationToken);

        // In a group everybody may rate, so that the buttons stay.
        return tap.Context.Chat.IsGroup()
            ? tap.Toast(texts.Rated)
            : tap.EditKeyboard(
                exchange.IsSupported ? AnswerLayout.Keyboard(exchange.Id, withRating: false, texts) : AnswerLayout.WatchKeyboard(exchange.Id, texts), texts.Rated);
    }

    private async Task<UpdateResult> WatchAsync(Tap tap, Exchange exchange, CancellationToken cancellationToken)
    {
        var context = tap.Context;
        var lastSequence = await articles.GetLastSequenceAsync(cancellationToken);
        var question = OwnWords.Of(exchange.AskedAs, exchange.Question);
        var watch = new Watch(exchange.Id, context.Place, context.PersonId, question, context.Texts.Language, lastSequence, context.At);
        var limit = options.Value.WatchesPerPerson;
        if (!await watches.AddAsync(watch, limit, cancellationToken))
            return tap.Toast(context.Texts.TooManyWatches(limit));
        return context.Chat.IsGroup()
            ? tap.Toast(context.Texts.Watching)
            : tap.EditKeyboard([], context.Texts.Watching);
    }

    private async Task<LaidOutMessage> LaySourcesAsync(Exchange exchange, BotTexts texts, CancellationToken cancellationToken)
    {
        var revisions = await articles.GetAsync([.. exchange.Citations.Select(citation => citation.RevisionId).Distinct()], cancellationToken);
        var byId = revisions.ToDictionary(revision => revision.RevisionId);
        return LaidOutMessage.Of(
        [
            .. MessageBlock.Titled(texts.SourcesTitle),
            .. from citation in exchange.Citations
               where byId.ContainsKey(citation.RevisionId)
               let revision = byId[citation.RevisionId]
               let link = links.Open(new Citation(citation.Number, revision, new TextSpan(citation.Start, citation.End)))
               select ArticleLayout.Entry(revision.Article, $"[{citation.Number}] ", link, texts),
        ]);
    }
}
