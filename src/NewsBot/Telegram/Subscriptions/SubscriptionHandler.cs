using System.Globalization;
using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Questions;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>Handles what people do about daily summaries: commands, taps, and what they were asked to type.</summary>
internal sealed class SubscriptionHandler(
    Access access,
    ISubscriptionStore subscriptions,
    IConversationStore conversations,
    SubscriptionChoices choices,
    DigestCalendar calendar,
    DigestDesk desk,
    SubscriptionMenu menu,
    SubscriptionPages pages,
    QuestionHandler questions,
    TimeProvider time)
{
    private const int MaxTypedLength = 300;
    private const int MaxShownPlace = 60;

    private static readonly TimeSpan TypingTime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LastDay = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly char[] TopicSeparators = [',', ';', '\n', '،', '、'];

    /// <summary>/subscribe: begins the choosing, goes on with what was stopped, or shows what is chosen.</summary>
    public async Task<Handled> SubscribeAsync(ChatContext talk, CancellationToken cancellationToken)
    {
        if (!await access.MayChangeSettingsAsync(talk.Chat, talk.PersonId, cancellationToken))
            return talk.Say(talk.Texts.GroupAdministratorsOnly);
        var wasActive = await subscriptions.FindAsync(talk.Chat.Id, cancellationToken) is { State: SubscriptionState.Active };
        var subscription = await ChangeAsync(talk, SubscriptionPages.Resume(talk), cancellationToken);
        return talk.Say(subscription.State == SubscriptionState.Active
            ? menu.HomePage(subscription, wasActive ? talk.Texts.Digests.SubscribedBefore : "")
            : await pages.StepAsync(subscription, "", cancellationToken));
    }

    /// <summary>/unsubscribe: stops it; what was chosen is kept.</summary>
    public async Task<Handled> UnsubscribeAsync(ChatContext talk, CancellationToken cancellationToken)
    {
        if (!await access.MayChangeSettingsAsync(talk.Chat, talk.PersonId, cancellationToken))
            return talk.Say(talk.Texts.GroupAdministratorsOnly);
        if (await subscriptions.FindAsync(talk.Chat.Id, cancellationToken) is not { State: not SubscriptionState.Stopped })
            return talk.Say(talk.Texts.Digests.NotSubscribed);
        return talk.Say(menu.StoppedPage(await ChangeAsync(talk, SubscriptionPages.Stop, cancellationToken)));
    }

    /// <summary>/digest: the last day, at once; the daily one comes nevertheless.</summary>
    public async Task<Handled> ShowAsync(ChatContext talk, CancellationToken cancellationToken)
    {
        if (questions.Refuse(talk) is { } refused)
            return refused;
        var subscription = await choices.FindAsync(talk.Place, talk.Texts.Language, cancellationToken);
        return new Handled(await LastDayAsync(talk, subscription, cancellationToken));
    }

    /// <summary>Offers to go on to a chat that may be written to again; nothing when its summary is not paused.</summary>
    public async Task<IReadOnlyList<NewOutboxMessage>> OfferToResumeAsync(ChatContext talk, CancellationToken cancellationToken) =>
        await subscriptions.FindAsync(talk.Chat.Id, cancellationToken) is { State: SubscriptionState.Blocked } paused
            ? (talk with { ThreadId = paused.Place.ThreadId }).Send(menu.OfferToResume(paused with { Language = talk.Texts.Language }))
            : [];

    /// <summary>Handles a tap on one of the buttons about daily summaries.</summary>
    /// <param name="tapped">The tap.</param>
    /// <param name="choice">What the button carries after its letter; anything.</param>
    /// <param name="talk">Who and where.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Handled> TapAsync(ButtonTapped tapped, string choice, ChatContext talk, CancellationToken cancellationToken)
    {
        var at = choice.IndexOf(':', StringComparison.Ordinal);
        var (verb, argument) = at < 0 ? (choice, "") : (choice[..at], choice[(at + 1)..]);
        if (verb == "more")
            return await TellMoreAsync(tapped, argument, talk, cancellationToken);
        if (!await access.MayChangeSettingsAsync(talk.Chat, talk.PersonId, cancellationToken))
            return Toast(tapped, talk.Texts.GroupAdministratorsOnly);
        switch (verb)
        {
            // Under a digest: what follows is a message of its own, and the digest stays.
            case "at":
                return Below(tapped, talk, menu.HourPage(await choices.FindAsync(talk.Place, talk.Texts.Language, cancellationToken)));
            case "end":
                return Below(tapped, talk, menu.StoppedPage(await ChangeAsync(talk, SubscriptionPages.Stop, cancellationToken)));
            case "mute":
                return await FindExchangeAsync(tapped, cancellationToken) is { DigestId: { } digestId }
                    ? Below(tapped, talk, await pages.MutePageAsync(await choices.FindAsync(talk.Place, talk.Texts.Language, cancellationToken), digestId, cancellationToken))
                    : Toast(tapped, talk.Texts.Digests.TooOld);
            case "done":
                return await FinishAsync(tapped, talk, cancellationToken);
            case "show":
                return await ShowAsync(talk, cancellationToken) with { Then = new AnswerTap(tapped.TapId, null) };
            default:
                return await pages.TurnAsync(tapped, verb, argument, talk, cancellationToken);
        }
    }

    /// <summary>Takes what somebody was asked to type.</summary>
    /// <returns>Null when nothing was asked for, or it is a question rather.</returns>
    public async Task<Handled?> TryTakeAsync(string text, ChatContext talk, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(talk.Chat.Id, cancellationToken) is not { Awaits: { } awaited } || awaited.PersonId != talk.PersonId)
            return null;
        if (time.GetUtcNow() - awaited.Since > TypingTime || text.Length is 0 or > MaxTypedLength || text.EndsWith('?'))
        {
            await ChangeAsync(talk, subscription => subscription with { Awaits = null }, cancellationToken);
            return null;
        }

        return awaited.Kind switch
        {
            AwaitedKind.Hour => TypedTime.Read(text) is { } hour
                ? await TakeAsync(talk, awaited, subscription => subscription with { At = hour }, "", cancellationToken)
                : talk.Say(talk.Texts.Digests.HourUnknown),
            AwaitedKind.City => await TakeCityAsync(text, talk, awaited, cancellationToken),
            _ => await TakeAsync(talk, awaited, subscription => subscription with { Topics = SubscriptionChoices.Add(subscription.Topics, text.Split(TopicSeparators)) }, "", cancellationToken),
        };
    }

    private async Task<Handled> TakeCityAsync(string text, ChatContext talk, AwaitedInput awaited, CancellationToken cancellationToken)
    {
        var places = calendar.FindPlaces(text);
        if (places.Count == 0)
            return talk.Say(talk.Texts.Digests.CityUnknown(TextCut.Shorten(DisplayText.Line(text), MaxShownPlace)));
        if (places is [{ IsExact: true } place])
            return await TakeAsync(talk, awaited, subscription => subscription with { Zone = place.Zone }, pages.ZoneIs(talk, place.NameIn(talk.Texts.Language), place.Zone), cancellationToken);
        var subscription = await choices.FindAsync(talk.Place, talk.Texts.Language, cancellationToken);
        return talk.Say(menu.ZonePage(subscription, talk.Texts.Digests.CityWhich, places));
    }

    /// <summary>What was typed is chosen; the choosing goes on in a new message, and the buttons of the old one go.</summary>
    private async Task<Handled> TakeAsync(
        ChatContext talk, AwaitedInput awaited, Func<Subscription, Subscription> change, string notice, CancellationToken cancellationToken)
    {
        var subscription = await ChangeAsync(talk, old => change(old) with { Awaits = null }, cancellationToken);
        var page = awaited.Kind == AwaitedKind.Topics
            ? await pages.TopicPageAsync(subscription, "", cancellationToken)
            : await pages.StepAsync(subscription, notice, cancellationToken);
        return new Handled(new UpdateOutcome { Calls = [new NewOutboxMessage(new EditKeyboard(talk.Chat.Id, awaited.MessageId, [])), .. talk.Send(page)] });
    }

    /// <summary>Ends the choosing: the subscription is active, and the last day shows what it looks like.</summary>
    private async Task<Handled> FinishAsync(ButtonTapped tapped, ChatContext talk, CancellationToken cancellationToken)
    {
        var subscription = await ChangeAsync(talk, SubscriptionPages.Finish(talk), cancellationToken);
        if (subscription.State != SubscriptionState.Active)
            return SubscriptionPages.Edit(tapped, talk, await pages.StepAsync(subscription, "", cancellationToken)) with { Then = new AnswerTap(tapped.TapId, null) };
        var shown = await LastDayAsync(talk with { MessageId = null }, subscription, cancellationToken);
        var edit = SubscriptionPages.Edit(tapped, talk, menu.HomePage(subscription, talk.Texts.Digests.Subscribed));
        return new Handled(shown with { Calls = [.. edit.Outcome.Calls, .. shown.Calls] }, new AnswerTap(tapped.TapId, null));
    }

    private async Task<UpdateOutcome> LastDayAsync(ChatContext talk, Subscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var to = new DateTimeOffset(now.Ticks - (now.Ticks % Minute.Ticks), TimeSpan.Zero);
        var made = await desk.MakeAsync(subscription with { LastDigests = [] }, to - LastDay, to, date: null, cancellationToken);
        return new UpdateOutcome
        {
            Calls = talk.Send(made.Message, made.Id is null ? null : talk.UpdateId),
            Exchange = made.Id is not { } id ? null : new Exchange(talk.UpdateId, talk.Place, talk.PersonId)
            {
                Question = "",
                AskedAs = "",
                AskedAt = talk.At,
                Answer = "",
                IsSupported = true,
                DigestId = id,
            },
        };
    }

    private async Task<Handled> TellMoreAsync(ButtonTapped tapped, string argument, ChatContext talk, CancellationToken cancellationToken)
    {
        var digest = await FindExchangeAsync(tapped, cancellationToken) is { DigestId: { } id } ? await subscriptions.FindDigestAsync(id, cancellationToken) : null;
        if (digest is null || !int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > digest.Stories.Count)
            return Toast(tapped, talk.Texts.Digests.TooOld);
        var story = digest.Stories[number - 1];
        var about = new Exchange(0, talk.Place, talk.PersonId)
        {
            Question = story.Headline,
            AskedAs = story.Headline,
            AskedAt = digest.End,
            Answer = story.Text,
            IsSupported = true,
            Citations = story.Citations,
            ArticleIds = story.ArticleIds,
        };
        return await questions.TellMoreAsync(talk, about, cancellationToken) with { Then = new AnswerTap(tapped.TapId, null) };
    }

    private Task<Exchange?> FindExchangeAsync(ButtonTapped tapped, CancellationToken cancellationToken) =>
        conversations.FindByReplyAsync(tapped.Chat!.Id, tapped.MessageId, cancellationToken);

    private Task<Subscription> ChangeAsync(ChatContext talk, Func<Subscription, Subscription> change, CancellationToken cancellationToken) =>
        choices.ChangeAsync(talk.Place, talk.Texts.Language, change, cancellationToken);

    private static Handled Below(ButtonTapped tapped, ChatContext talk, LaidOutMessage message) => talk.Say(message) with { Then = new AnswerTap(tapped.TapId, null) };

    private static Handled Toast(ButtonTapped tapped, string text) => Handled.Only(new AnswerTap(tapped.TapId, text));
}
