using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Questions;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles taps on the bot's buttons. What a tap carries comes from a client and may be anything.</summary>
internal sealed class TapHandler(
    Access access,
    IChatStore chats,
    IConversationStore conversations,
    IWatchStore watches,
    IArticleStore articles,
    QuestionHandler questions,
    SettingsMenu menu,
    ISubscriptionStore subscriptions,
    SubscriptionHandler digests,
    IOptions<TelegramOptions> options)
{
    /// <summary>Handles a tap.</summary>
    public async Task<Handled> HandleAsync(ButtonTapped tapped, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (tapped.Chat is not { } chat)
            return Toast(tapped, null);
        var settings = await chats.GetSettingsAsync(chat.Id, cancellationToken);
        var texts = BotLanguages.For(settings.Language ?? tapped.Sender.LanguageCode);
        var talk = new ChatContext(tapped.Id, receivedAt, chat, tapped.ThreadId, tapped.MessageId, tapped.Sender.Id, settings, texts);
        if (!access.IsAllowed(chat.Id, tapped.Sender.Id) || ButtonData.Read(tapped.Data) is not { } tap)
            return Toast(tapped, texts.ButtonUnknown);
        if (tap.Action == ButtonAction.Digest)
            return await digests.TapAsync(tapped, tap.Choice, talk, cancellationToken);
        if (tap.Action is ButtonAction.Set or ButtonAction.Speak)
            return await ChangeAsync(tapped, tap, talk, cancellationToken);
        return await conversations.FindAsync(tap.ExchangeId, cancellationToken) is { } exchange && exchange.Place.ChatId == chat.Id
            ? await HandleAsync(tapped, tap.Action, exchange, talk, cancellationToken)
            : Toast(tapped, texts.ButtonTooOld);
    }

    private async Task<Handled> HandleAsync(ButtonTapped tapped, ButtonAction action, Exchange exchange, ChatContext talk, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case ButtonAction.Sources:
                return talk.Say(await LaySourcesAsync(exchange, talk.Texts, cancellationToken)) with { Then = new AnswerTap(tapped.TapId, null) };

            case ButtonAction.More:
                return await questions.TellMoreAsync(talk, exchange, cancellationToken) with { Then = new AnswerTap(tapped.TapId, null) };

            case ButtonAction.Helpful or ButtonAction.NotHelpful:
                await conversations.RateAsync(exchange.Id, talk.PersonId, action == ButtonAction.Helpful, cancellationToken);

                // In a group everybody has a say.
                return talk.Chat.IsGroup
                    ? Toast(tapped, talk.Texts.Rated)
                    : Rekey(tapped, talk, AnswerLayout.Keyboard(exchange.Id, withRating: false, talk.Texts)) with { Then = new AnswerTap(tapped.TapId, talk.Texts.Rated) };

            case ButtonAction.Watch:
                return await WatchAsync(tapped, exchange, talk, cancellationToken);

            default:
                return Toast(tapped, talk.Texts.ButtonUnknown);
        }
    }

    private async Task<Handled> ChangeAsync(ButtonTapped tapped, ButtonData tap, ChatContext talk, CancellationToken cancellationToken)
    {
        if (!menu.Knows(tap))
            return Toast(tapped, talk.Texts.ButtonUnknown);
        if (!await access.MayChangeSettingsAsync(talk.Chat, talk.PersonId, cancellationToken))
            return Toast(tapped, talk.Texts.GroupAdministratorsOnly);
        var settings = talk.Settings;
        if (menu.ChangeBy(tap) is { } change)
            settings = await chats.ChangeSettingsAsync(talk.Chat.Id, change, cancellationToken);
        var texts = BotLanguages.For(settings.Language ?? tapped.Sender.LanguageCode);
        var page = menu.After(tap, settings, await subscriptions.FindAsync(talk.Chat.Id, cancellationToken), texts);
        var edit = new EditMessage(talk.Chat.Id, tapped.MessageId, page.Pages[0]) { Keyboard = page.Keyboard };
        return new Handled(new UpdateOutcome { Calls = [new NewOutboxMessage(edit)] }, new AnswerTap(tapped.TapId, menu.ChangeBy(tap) is null ? null : texts.Saved));
    }

    private async Task<Handled> WatchAsync(ButtonTapped tapped, Exchange exchange, ChatContext talk, CancellationToken cancellationToken)
    {
        var watch = new Watch(
            exchange.Id, talk.Place, talk.PersonId, exchange.AskedAs, talk.Texts.Language, await articles.GetLastSequenceAsync(cancellationToken), talk.At);
        var limit = options.Value.WatchesPerPerson;
        if (!await watches.AddAsync(watch, limit, cancellationToken))
            return Toast(tapped, talk.Texts.TooManyWatches(limit));
        return talk.Chat.IsGroup
            ? Toast(tapped, talk.Texts.Watching)
            : Rekey(tapped, talk, []) with { Then = new AnswerTap(tapped.TapId, talk.Texts.Watching) };
    }

    private async Task<LaidOutMessage> LaySourcesAsync(Exchange exchange, BotTexts texts, CancellationToken cancellationToken)
    {
        var revisions = await articles.GetAsync([.. exchange.Citations.Select(citation => citation.RevisionId).Distinct()], cancellationToken);
        var byId = revisions.ToDictionary(revision => revision.RevisionId, revision => revision.Article);
        return LaidOutMessage.Of(
        [
            .. MessageBlock.Titled(texts.SourcesTitle),
            .. from citation in exchange.Citations
               where byId.ContainsKey(citation.RevisionId)
               let article = byId[citation.RevisionId]
               select ArticleLayout.Entry(article, $"[{citation.Number}] ", ArticleLayout.Address(article), texts),
        ]);
    }

    private static Handled Toast(ButtonTapped tapped, string? text) => Handled.Only(new AnswerTap(tapped.TapId, text));

    private static Handled Rekey(ButtonTapped tapped, ChatContext talk, IReadOnlyList<IReadOnlyList<Button>> keyboard) =>
        new(new UpdateOutcome { Calls = [new NewOutboxMessage(new EditKeyboard(talk.Chat.Id, tapped.MessageId, keyboard))] });
}
