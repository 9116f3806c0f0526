using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Models;
using NewsBot.Sources.Ingest;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Questions;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles the commands but for /ask.</summary>
internal sealed class CommandHandler(
    BotSession session,
    Access access,
    IChatStore chats,
    IArticleStore articles,
    IArchiveOverview overview,
    LatestStories latest,
    TextIntake intake,
    QuestionHandler questions,
    FeedHandler feeds,
    SettingsMenu menu,
    ISubscriptionStore subscriptions,
    SubscriptionHandler digests,
    IOptions<TelegramOptions> options,
    IModelReport? model = null,
    ITextEmbedder? embedder = null)
{
    private const string DataFileName = "newsbot-my-data.json";
    private const int LatestCount = 8;
    private const int OutletCount = 20;
    private const int MaxShownCommand = 32;
    private const int MaxShownTitle = 200;

    /// <summary>The reply to /help: how to use the bot, and its commands.</summary>
    public LaidOutMessage Help(ChatContext talk)
    {
        var isAdministrator = access.IsBotAdministrator(talk.PersonId) && !talk.Chat.IsGroup;
        var commands = string.Join('\n', BotCommands.Describe(talk.Texts, isAdministrator).Select(command => $"/{command.Name} – {command.Description}"));
        return LaidOutMessage.Of([.. MessageBlock.Titled(talk.Texts.Help(session.Me.UserName)), MessageBlock.Plain(commands)]);
    }

    /// <summary>Handles a command.</summary>
    /// <param name="message">The message with it.</param>
    /// <param name="said">The command and what follows it.</param>
    /// <param name="talk">Who and where.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Handled> HandleAsync(IncomingMessage message, Addressing said, ChatContext talk, CancellationToken cancellationToken)
    {
        var texts = talk.Texts;
        if (BotCommands.Find(said.Command!) is not { } command)
            return talk.Say(Unknown(said.Command!, texts));
        if (BotCommands.IsForAdministrators(command) && !access.IsBotAdministrator(talk.PersonId))
            return talk.Say(texts.AdministratorsOnly);
        return command switch
        {
            BotCommand.Start => await StartAsync(message, said, talk, cancellationToken),
            BotCommand.Latest => await LatestAsync(talk, cancellationToken),
            BotCommand.Sources => await OutletsAsync(talk, cancellationToken),
            BotCommand.Digest => await digests.ShowAsync(talk, cancellationToken),
            BotCommand.Subscribe => await digests.SubscribeAsync(talk, cancellationToken),
            BotCommand.Unsubscribe => await digests.UnsubscribeAsync(talk, cancellationToken),
            BotCommand.Settings => talk.Say(menu.Lay(talk.Settings, await subscriptions.FindAsync(talk.Chat.Id, cancellationToken), texts)),
            BotCommand.Language => talk.Say(menu.LayLanguages(talk.Settings, texts)),
            BotCommand.Privacy => talk.Say(LaidOutMessage.Titled(texts.Privacy(options.Value.ConversationDays, options.Value.WatchDays, asksServices: model is not null || embedder is not null))),
            BotCommand.MyData => await ExportAsync(talk, cancellationToken),
            BotCommand.Forget => await ForgetAsync(talk, cancellationToken),
            BotCommand.Stats => talk.Say(LaidOutMessage.Titled(texts.Statistics(
                await chats.GetStatisticsAsync(cancellationToken),
                await articles.CountAsync(cancellationToken),
                model is null ? null : await model.ReadAsync(cancellationToken)))),
            BotCommand.Feeds => talk.Say(await feeds.HandleAsync(said.Text, talk, cancellationToken)),
            BotCommand.Ingest => await IngestAsync(message, said, talk, cancellationToken),
            _ => talk.Say(Help(talk)),
        };
    }

    /// <summary>/start; a deep link's parameter is a command's name, or 'ask-' and a question in base64url.</summary>
    private async Task<Handled> StartAsync(IncomingMessage message, Addressing said, ChatContext talk, CancellationToken cancellationToken)
    {
        if (DeepLink.Read(said.Text) is { } question)
            return await questions.AskAsync(talk, question, aboutMessageId: null, cancellationToken);
        return BotCommands.Find(said.Text) is { } command and not BotCommand.Start and not BotCommand.Ask and not BotCommand.Forget
            ? await HandleAsync(message, new Addressing(BotCommands.NameOf(command), ""), talk, cancellationToken)
            : talk.Say(LaidOutMessage.Titled(talk.Texts.Welcome(DisplayText.Line(session.Me.Name))));
    }

    private async Task<Handled> LatestAsync(ChatContext talk, CancellationToken cancellationToken)
    {
        var stories = await latest.ReadAsync(talk.At, cancellationToken);
        if (stories.Count == 0)
            return talk.Say(talk.Texts.NoLatest);
        return talk.Say(LaidOutMessage.Of([
            .. MessageBlock.Titled(talk.Texts.LatestTitle),
            .. stories.Take(LatestCount).Select((story, i) => StoryLayout.Entry(story, i + 1, talk.Texts)),
        ]));
    }

    private async Task<Handled> OutletsAsync(ChatContext talk, CancellationToken cancellationToken)
    {
        var outlets = await overview.ReadOutletsAsync(OutletCount, cancellationToken);
        var lines = outlets.Select(outlet => $"{TextCut.Shorten(DisplayText.Line(outlet.Name), 60)}: {talk.Texts.Outlet(outlet.Articles, outlet.NewestAt)}");
        return talk.Say(LaidOutMessage.Of([
            .. MessageBlock.Titled(talk.Texts.OutletsTitle(await articles.CountAsync(cancellationToken))),
            MessageBlock.Plain(string.Join('\n', lines)),
        ]));
    }

    private async Task<Handled> ExportAsync(ChatContext talk, CancellationToken cancellationToken)
    {
        if (talk.Chat.IsGroup)
            return talk.Say(talk.Texts.InPrivateOnly);
        var document = new SendDocument(talk.Chat.Id, DataFileName, await chats.ExportAsync(talk.PersonId, cancellationToken))
        {
            ThreadId = talk.ThreadId,
            CaptionHtml = TelegramHtml.Escape(talk.Texts.DataCaption),
        };
        return new Handled(new UpdateOutcome { Calls = [new NewOutboxMessage(document)] });
    }

    private async Task<Handled> ForgetAsync(ChatContext talk, CancellationToken cancellationToken)
    {
        await chats.ForgetAsync(talk.PersonId, cancellationToken);
        return talk.Say(talk.Texts.Forgotten);
    }

    private async Task<Handled> IngestAsync(IncomingMessage message, Addressing said, ChatContext talk, CancellationToken cancellationToken)
    {
        var text = said.Text.Length > 0 ? said.Text : message.ReplyTo?.Text ?? "";
        if (text.Length == 0)
            return talk.Say(talk.Texts.IngestHow);
        return talk.Say(await intake.TakeAsync(text, talk.At, cancellationToken) switch
        {
            IntakeResult.Taken taken => talk.Texts.Ingested(Shown(taken.Article.Title), taken.Outcome != IngestOutcome.Unchanged),
            IntakeResult.Refused refused => talk.Texts.IngestRefused(Shown(text), refused.Reason),
            _ => talk.Texts.IngestHow,
        });

        static string Shown(string line) => TextCut.Shorten(DisplayText.Line(line), MaxShownTitle);
    }

    private static string Unknown(string typed, BotTexts texts)
    {
        var shown = typed.Length > MaxShownCommand ? typed[..MaxShownCommand] : typed;
        return texts.UnknownCommand(shown, BotCommands.FindNearest(shown) is { } nearest ? BotCommands.NameOf(nearest) : null);
    }
}
