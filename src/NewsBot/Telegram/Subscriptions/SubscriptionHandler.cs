using System.Globalization;
using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>Handles what people do about daily summaries: commands, taps, and what they were asked to type.</summary>
internal sealed class SubscriptionHandler(
    Access access,
    ISubscriptionStore subscriptions,
    IConversationStore conversations,
    SubscriptionChoices choices,
    DigestCalendar calendar,
    SharedDigests digests,
    SubscriptionMenu menu,
    SubscriptionPages pages,
    QuestionHandler questions,
    TimeProvider time) : ITapHandler
{
    private const int MaxTypedLength = 300;
    private const int MaxShownPlace = 60;

    private static readonly TimeSpan TypingTime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LastDay = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly char[] TopicSeparators = [',', ';', '\n', '،', '、'];

    /// <summary>/subscribe: begins the choosing, goes on with a summary that was stopped, or shows the choices.</summary>
    /// <param name="context">Who says so, and where.</param>
    /// <param name="isByLink">Whether a link said so, which somebody else may have made: then a summary that was stopped goes on once its button is tapped.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<UpdateResult> SubscribeAsync(ChatContext context, bool isByLink, CancellationToken cancellationToken)
    {
        if (!await access.MayChangeSettingsAsync(context.Chat, context.PersonId, cancellationToken))
            return context.Say(context.Texts.GroupAdministratorsOnly);
        var kept = await subscriptions.FindAsync(context.Chat.Id, cancellationToken);
        var wasActive = kept is { State: SubscriptionState.Active };
        if (isByLink && kept is { State: SubscriptionState.Stopped or SubscriptionState.Blocked, IsComplete: true })
            return context.Say(menu.HomePage(kept with { Language = context.Texts.Language }));
        var subscription = await ChangeAsync(context, SubscriptionPages.Resume(context), cancellationToken);
        return context.Say(subscription.State == SubscriptionState.Active
            ? menu.HomePage(subscription, wasActive ? context.Texts.Digests.SubscribedBefore : "")
            : await pages.StepAsync(subscription, "", cancellationToken));
    }

    /// <summary>/unsubscribe: stops it; what was chosen is kept.</summary>
    /// <param name="context">Who says so, and where.</param>
    /// <param name="isByLink">Whether a link said so, which somebody else may have made: then it stops once the button is tapped.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<UpdateResult> UnsubscribeAsync(ChatContext context, bool isByLink, CancellationToken cancellationToken)
    {
        if (!await access.MayChangeSettingsAsync(context.Chat, context.PersonId, cancellationToken))
            return context.Say(context.Texts.GroupAdministratorsOnly);
        if (await subscriptions.FindAsync(context.Chat.Id, cancellationToken) is not { State: not SubscriptionState.Stopped } kept)
            return context.Say(context.Texts.Digests.NotSubscribed);
        if (isByLink)
            return context.Say(menu.StopQuestion(kept with { Language = context.Texts.Language }));
        return context.Say(menu.StoppedPage(await ChangeAsync(context, SubscriptionPages.Stop, cancellationToken)));
    }

    /// <summary>/digest: the summary of the last day, at once. The daily summary still comes.</summary>
    public async Task<UpdateResult> ShowAsync(ChatContext context, CancellationToken cancellationToken)
    {
        if (questions.Refuse(context) is { } refused)
            return refused;
        var subscription = await choices.FindAsync(context.Place, context.Texts.Language, cancellationToken);
        return await LastDayAsync(context, subscription, cancellationToken);
    }

    /// <summary>Offers to go on to a chat that may be written to again; nothing when its summary is not paused.</summary>
    public async Task<IReadOnlyList<NewOutboxMessage>> OfferToResumeAsync(ChatContext context, CancellationToken cancellationToken) =>
        await subscriptions.FindAsync(context.Chat.Id, cancellationToken) is { State: SubscriptionState.Blocked } paused
            ? (context with { ThreadId = (int?)paused.Place.ThreadId }).Send(menu.OfferToResume(paused with { Language = context.Texts.Language }))
            : [];

    /// <summary>Handles a tap on one of the buttons about daily summaries.</summary>
    public async Task<UpdateResult> HandleAsync(Tap tap, CancellationToken cancellationToken)
    {
        var (context, choice) = (tap.Context, tap.Data.Choice);
        var at = choice.IndexOf(':', StringComparison.Ordinal);
        var (verb, argument) = at < 0 ? (choice, "") : (choice[..at], choice[(at + 1)..]);
        if (verb == SummaryVerb.More)
            return await TellMoreAsync(tap, argument, cancellationToken);
        if (!await access.MayChangeSettingsAsync(context.Chat, context.PersonId, cancellationToken))
            return tap.Toast(context.Texts.GroupAdministratorsOnly);
        switch (verb)
        {
            // Under a digest: what follows is a message of its own, and the digest stays.
            case SummaryVerb.At:
                return tap.Say(menu.HourPage(await choices.FindAsync(context.Place, context.Texts.Language, cancellationToken)));
            case SummaryVerb.End:
                return tap.Say(menu.StoppedPage(await ChangeAsync(context, SubscriptionPages.Stop, cancellationToken)));
            case SummaryVerb.Mute:
                return await FindExchangeAsync(tap, cancellationToken) is { DigestId: { } digestId }
                    ? tap.Say(await pages.MutePageAsync(await choices.FindAsync(context.Place, context.Texts.Language, cancellationToken), digestId, cancellationToken))
                    : tap.Toast(context.Texts.Digests.TooOld);
            case SummaryVerb.Done:
                return await FinishAsync(tap, cancellationToken);
            case SummaryVerb.Show:
                return await ShowAsync(context, cancellationToken) with { Then = tap.End() };
            default:
                return await pages.TurnAsync(tap, verb, argument, cancellationToken);
        }
    }

    /// <summary>Takes what somebody was asked to type.</summary>
    /// <returns>Null when the bot asked for nothing, or when the text is rather a question.</returns>
    public async Task<UpdateResult?> TryTakeAsync(string text, ChatContext context, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(context.Chat.Id, cancellationToken) is not { Awaits: { } awaited })
            return null;

        // An anonymous administrator may be the one who was asked: a tap tells who it was, a message does not.
        if (awaited.PersonId != context.PersonId && !Access.IsAnonymousAdministrator(context.Chat, context.PersonId))
            return null;
        if (time.GetUtcNow() - awaited.Since > TypingTime || text.Length is 0 or > MaxTypedLength || text.EndsWith('?'))
        {
            await ChangeAsync(context, subscription => subscription with { Awaits = null }, cancellationToken);
            return null;
        }

        return awaited.Kind switch
        {
            AwaitedKind.Hour => TypedTime.Read(text) is { } hour
                ? await TakeAsync(context, awaited, subscription => subscription with { At = hour }, "", cancellationToken)
                : context.Say(context.Texts.Digests.HourUnknown),
            AwaitedKind.City => await TakeCityAsync(text, context, awaited, cancellationToken),
            _ => await TakeAsync(context, awaited, subscription => subscription with { Topics = Add(subscription.Topics, text) }, "", cancellationToken),
        };
    }

    private async Task<UpdateResult> TakeCityAsync(string text, ChatContext context, AwaitedInput awaited, CancellationToken cancellationToken)
    {
        var places = calendar.FindPlaces(text);
        if (places.Count == 0)
            return context.Say(context.Texts.Digests.CityUnknown(TextCut.Shorten(DisplayText.Line(text), MaxShownPlace)));
        if (places is [{ IsExact: true } place])
        {
            var notice = pages.ZoneIs(context, place.NameIn(context.Texts.Language), place.Zone);
            return await TakeAsync(context, awaited, subscription => subscription with { Zone = place.Zone }, notice, cancellationToken);
        }

        var subscription = await choices.FindAsync(context.Place, context.Texts.Language, cancellationToken);
        return context.Say(menu.ZonePage(subscription, context.Texts.Digests.CityWhich, places));
    }

    /// <summary>Chooses what was typed. The choosing goes on in a new message, and the old one loses its buttons.</summary>
    private async Task<UpdateResult> TakeAsync(
        ChatContext context, AwaitedInput awaited, Func<Subscription, Subscription> change, string notice, CancellationToken cancellationToken)
    {
        var subscription = await ChangeAsync(context, old => change(old) with { Awaits = null }, cancellationToken);
        var page = awaited.Kind == AwaitedKind.Topics
            ? await pages.TopicPageAsync(subscription, "", cancellationToken)
            : await pages.StepAsync(subscription, notice, cancellationToken);
        return new UpdateResult { Messages = [BotRequests.EditKeyboard(context.Chat.Id, (int)awaited.MessageId, []).ToOutbox(), .. context.Send(page)] };
    }

    /// <summary>Ends the choosing: the subscription is active, and the last day shows what it looks like.</summary>
    private async Task<UpdateResult> FinishAsync(Tap tap, CancellationToken cancellationToken)
    {
        var context = tap.Context;
        var subscription = await ChangeAsync(context, SubscriptionPages.Finish(context), cancellationToken);
        if (subscription.State != SubscriptionState.Active)
            return tap.Edit(await pages.StepAsync(subscription, "", cancellationToken));
        var shown = await LastDayAsync(context with { MessageId = null }, subscription, cancellationToken);
        var edit = tap.Edit(menu.HomePage(subscription, context.Texts.Digests.Subscribed));
        return shown with { Messages = [.. edit.Messages, .. shown.Messages], Then = edit.Then };
    }

    private async Task<UpdateResult> LastDayAsync(ChatContext context, Subscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var to = new DateTimeOffset(now.Ticks - (now.Ticks % Minute.Ticks), TimeSpan.Zero);
        var made = await digests.MakeAsync(subscription with { LastDigests = [] }, to - LastDay, to, date: null, cancellationToken);
        return new UpdateResult
        {
            Messages = context.Send(made.Message, made.Id is null ? null : context.UpdateId),
            Exchange = made.Id is not { } id ? null : new Exchange(context.UpdateId, context.Place, context.PersonId)
            {
                Question = "",
                AskedAs = "",
                AskedAt = context.At,
                Answer = "",
                IsSupported = true,
                DigestId = id,
            },
        };
    }

    private async Task<UpdateResult> TellMoreAsync(Tap tap, string argument, CancellationToken cancellationToken)
    {
        var context = tap.Context;
        var digest = await FindExchangeAsync(tap, cancellationToken) is { DigestId: { } id } ? await subscriptions.FindDigestAsync(id, cancellationToken) : null;
        if (digest is null || !int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > digest.Stories.Count)
            return tap.Toast(context.Texts.Digests.TooOld);
        var story = digest.Stories[number - 1];
        var about = new Exchange(0, context.Place, context.PersonId)
        {
            Question = story.Headline,
            AskedAs = story.Headline,
            AskedAt = digest.End,
            Answer = story.Text,
            IsSupported = true,
            Citations = story.Citations,
            ArticleIds = story.ArticleIds,
        };
        return await questions.TellMoreAsync(context, about, cancellationToken) with { Then = tap.End() };
    }

    private static IReadOnlyList<string> Add(IReadOnlyList<string> topics, string typed) => SubscriptionChoices.Add(topics, typed.Split(TopicSeparators));

    private Task<Exchange?> FindExchangeAsync(Tap tap, CancellationToken cancellationToken) =>
        conversations.FindByReplyAsync(tap.Context.Chat.Id, tap.MessageId, cancellationToken);

    private Task<Subscription> ChangeAsync(ChatContext context, Func<Subscription, Subscription> change, CancellationToken cancellationToken) =>
        choices.ChangeAsync(context.Place, context.Texts.Language, change, cancellationToken);
}
