using NewsBot.Core.Chats;
using NewsBot.Core.Conversations;
using NewsBot.Core.Digests;
using NewsBot.Core.Messages;
using NewsBot.Telegram.Handling;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Subscribing;

/// <summary>Handles what people do about daily summaries: commands, taps, and what they were asked to type.</summary>
internal sealed class SubscriptionHandler(
    Access access,
    ISubscriptionStore subscriptions,
    IConversationStore conversations,
    SubscriptionChoices choices,
    IDigestCalendar calendar,
    DigestDesk desk,
    TopicIdeas ideas,
    SubscriptionMenu menu,
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
    public async Task<Handled> SubscribeAsync(Talk talk, CancellationToken cancellationToken)
    {
        if (!await access.MayChangeSettingsAsync(talk.Chat, talk.PersonId, cancellationToken))
            return talk.Say(talk.Texts.GroupAdministratorsOnly);
        var wasActive = await subscriptions.FindAsync(talk.Chat.Id, cancellationToken) is { State: SubscriptionState.Active };
        var subscription = await ChangeAsync(talk, Resume(talk), cancellationToken);
        return talk.Say(subscription.State == SubscriptionState.Active
            ? menu.HomePage(subscription, wasActive ? talk.Texts.Digests.SubscribedBefore : "")
            : await StepAsync(subscription, "", cancellationToken));
    }

    /// <summary>/unsubscribe: stops it; what was chosen is kept.</summary>
    public async Task<Handled> UnsubscribeAsync(Talk talk, CancellationToken cancellationToken)
    {
        if (!await access.MayChangeSettingsAsync(talk.Chat, talk.PersonId, cancellationToken))
            return talk.Say(talk.Texts.GroupAdministratorsOnly);
        if (await subscriptions.FindAsync(talk.Chat.Id, cancellationToken) is not { State: not SubscriptionState.Stopped })
            return talk.Say(talk.Texts.Digests.NotSubscribed);
        return talk.Say(menu.StoppedPage(await ChangeAsync(talk, Stop, cancellationToken)));
    }

    /// <summary>/digest: the last day, at once; the daily one comes nevertheless.</summary>
    public async Task<Handled> ShowAsync(Talk talk, CancellationToken cancellationToken)
    {
        if (questions.Refuse(talk) is { } refused)
            return refused;
        var subscription = await choices.FindAsync(talk.Place, talk.Texts.Language, cancellationToken);
        return new Handled(await LastDayAsync(talk, subscription, cancellationToken));
    }

    /// <summary>Offers to go on to a chat that may be written to again; null when its summary is not paused.</summary>
    public async Task<IReadOnlyList<NewCall>> OfferToResumeAsync(Talk talk, CancellationToken cancellationToken) =>
        await subscriptions.FindAsync(talk.Chat.Id, cancellationToken) is { State: SubscriptionState.Blocked } paused
            ? (talk with { ThreadId = paused.Place.ThreadId }).Send(menu.OfferToResume(paused with { Language = talk.Texts.Language }))
            : [];

    /// <summary>Handles a tap on one of the buttons about daily summaries.</summary>
    /// <param name="tapped">The tap.</param>
    /// <param name="choice">What the button carries after its letter; anything.</param>
    /// <param name="talk">Who and where.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Handled> TapAsync(ButtonTapped tapped, string choice, Talk talk, CancellationToken cancellationToken)
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
                return Below(tapped, talk, menu.StoppedPage(await ChangeAsync(talk, Stop, cancellationToken)));
            case "mute":
                return await DigestOfAsync(tapped, cancellationToken) is { } digest
                    ? Below(tapped, talk, menu.MutePage(await choices.FindAsync(talk.Place, talk.Texts.Language, cancellationToken), TopicIdeas.Of(digest)))
                    : Toast(tapped, talk.Texts.Digests.TooOld);
            case "done":
                return await FinishAsync(tapped, talk, cancellationToken);
            case "show":
                return await ShowAsync(talk, cancellationToken) with { Then = new AnswerTap(tapped.TapId, null) };
            default:
                return await TurnAsync(tapped, verb, argument, talk, cancellationToken);
        }
    }

    /// <summary>Takes what somebody was asked to type.</summary>
    /// <returns>Null when nothing was asked for, or it is a question rather.</returns>
    public async Task<Handled?> TryTakeAsync(string text, Talk talk, CancellationToken cancellationToken)
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

    private async Task<Handled> TakeCityAsync(string text, Talk talk, AwaitedInput awaited, CancellationToken cancellationToken)
    {
        var places = calendar.FindPlaces(text);
        if (places.Count == 0)
            return talk.Say(talk.Texts.Digests.CityUnknown(TextCut.Shorten(DisplayText.Line(text), MaxShownPlace)));
        if (places is [{ IsExact: true } place])
            return await TakeAsync(talk, awaited, subscription => subscription with { Zone = place.Zone }, ZoneIs(talk, place.NameIn(talk.Texts.Language), place.Zone), cancellationToken);
        var subscription = await choices.FindAsync(talk.Place, talk.Texts.Language, cancellationToken);
        return talk.Say(menu.ZonePage(subscription, talk.Texts.Digests.CityWhich, places));
    }

    /// <summary>What was typed is chosen; the choosing goes on in a new message, and the buttons of the old one go.</summary>
    private async Task<Handled> TakeAsync(
        Talk talk, AwaitedInput awaited, Func<Subscription, Subscription> change, string notice, CancellationToken cancellationToken)
    {
        var subscription = await ChangeAsync(talk, old => change(old) with { Awaits = null }, cancellationToken);
        var page = awaited.Kind == AwaitedKind.Topics
            ? menu.TopicPage(subscription, await ideas.ReadAsync(time.GetUtcNow(), cancellationToken))
            : await StepAsync(subscription, notice, cancellationToken);
        return new Handled(new UpdateOutcome { Calls = [new NewCall(new EditKeyboard(talk.Chat.Id, awaited.MessageId, [])), .. talk.Send(page)] });
    }

    /// <summary>Turns the message to the page that a tap leads to.</summary>
    private async Task<Handled> TurnAsync(ButtonTapped tapped, string verb, string argument, Talk talk, CancellationToken cancellationToken)
    {
        if (ChangeBy(tapped, verb, argument, talk) is not { } change)
            return Toast(tapped, talk.Texts.ButtonUnknown);
        var subscription = await ChangeAsync(talk, change, cancellationToken);
        var texts = talk.Texts.Digests;
        var page = verb switch
        {
            "hours" => menu.HourPage(subscription),
            "zones" => menu.ZonePage(subscription),
            "topics" or "t" or "ta" => menu.TopicPage(subscription, await IdeasAsync(cancellationToken)),
            "mutes" or "m" => menu.MutePage(subscription, await IdeasAsync(cancellationToken)),
            "days" or "day" => menu.DayPage(subscription),
            "ht" => menu.AskPage(subscription, texts.HourHow),
            "zt" => menu.AskPage(subscription, texts.CityHow),
            "tt" => menu.AskPage(subscription, texts.TopicsHow),
            "z" => await StepAsync(subscription, ZoneIs(talk, argument, argument), cancellationToken),
            "stop" => menu.StoppedPage(subscription),
            "h" or "resume" => await StepAsync(subscription, "", cancellationToken),
            "home" => subscription.IsComplete ? menu.HomePage(subscription) : await StepAsync(subscription, "", cancellationToken),
            _ => menu.HomePage(subscription),
        };
        var toast = verb switch
        {
            "t" when subscription.Topics.Count == Subscription.MaxTopics => texts.TooManyTopics(Subscription.MaxTopics),
            "m" => texts.Muted(SubscriptionChoices.Clean(argument), subscription.Mutes.Contains(SubscriptionChoices.Clean(argument), StringComparer.OrdinalIgnoreCase)),
            _ => null,
        };
        return Edit(tapped, talk, page) with { Then = new AnswerTap(tapped.TapId, toast) };
    }

    /// <summary>What a tap changes; null when it is none of the buttons.</summary>
    private Func<Subscription, Subscription>? ChangeBy(ButtonTapped tapped, string verb, string argument, Talk talk)
    {
        return (verb, argument) switch
        {
            ("hours" or "zones" or "topics" or "mutes" or "days" or "home", "") => old => old with { Awaits = null },
            ("ht", "") => Await(AwaitedKind.Hour),
            ("zt", "") => Await(AwaitedKind.City),
            ("tt", "") => Await(AwaitedKind.Topics),
            ("h", _) when TimeOnly.TryParseExact(argument, "HHmm", out var at) => old => old with { At = at },
            ("z", _) when calendar.Knows(argument) => old => old with { Zone = argument, Awaits = null },
            ("t", { Length: > 0 }) => old => old with { Topics = SubscriptionChoices.Toggle(old.Topics, argument) },
            ("ta", "") => old => old with { Topics = [] },
            ("m", { Length: > 0 }) => old => old with { Mutes = SubscriptionChoices.Toggle(old.Mutes, argument) },
            ("day", [>= '0' and <= '6']) => old => Turn(old, (DigestDays)(1 << (argument[0] - '0'))),
            ("len", "3" or "5" or "10") => old => old with { MaxStories = int.Parse(argument) },
            ("quiet", "") => old => old with { IsQuietWhenEmpty = !old.IsQuietWhenEmpty },
            ("lang", "") => old => old with { ArticleLanguage = old.ArticleLanguage is null ? talk.Texts.Language : null },
            ("stop", "") => Stop,
            ("resume", "") => Resume(talk),
            _ => null,
        };

        Func<Subscription, Subscription> Await(AwaitedKind kind) => old => old with { Awaits = new AwaitedInput(kind, talk.PersonId, tapped.MessageId, time.GetUtcNow()) };
    }

    /// <summary>Ends the choosing: the subscription is active, and the last day shows what it looks like.</summary>
    private async Task<Handled> FinishAsync(ButtonTapped tapped, Talk talk, CancellationToken cancellationToken)
    {
        var subscription = await ChangeAsync(talk, Finish(talk), cancellationToken);
        if (subscription.State != SubscriptionState.Active)
            return Edit(tapped, talk, await StepAsync(subscription, "", cancellationToken)) with { Then = new AnswerTap(tapped.TapId, null) };
        var shown = await LastDayAsync(talk with { MessageId = null }, subscription, cancellationToken);
        var edit = Edit(tapped, talk, menu.HomePage(subscription, talk.Texts.Digests.Subscribed));
        return new Handled(shown with { Calls = [.. edit.Outcome.Calls, .. shown.Calls] }, new AnswerTap(tapped.TapId, null));
    }

    private async Task<UpdateOutcome> LastDayAsync(Talk talk, Subscription subscription, CancellationToken cancellationToken)
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

    private async Task<Handled> TellMoreAsync(ButtonTapped tapped, string argument, Talk talk, CancellationToken cancellationToken)
    {
        if (await DigestOfAsync(tapped, cancellationToken) is not { } digest || !int.TryParse(argument, out var number) || number < 1 || number > digest.Stories.Count)
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

    private async Task<SentDigest?> DigestOfAsync(ButtonTapped tapped, CancellationToken cancellationToken) =>
        await conversations.FindByReplyAsync(tapped.Chat!.Id, tapped.MessageId, cancellationToken) is { DigestId: { } id } ? await subscriptions.FindDigestAsync(id, cancellationToken) : null;

    /// <summary>The page for what is to be chosen next; all choices when everything is.</summary>
    private async Task<LaidOutMessage> StepAsync(Subscription subscription, string notice, CancellationToken cancellationToken)
    {
        if (subscription.At is null)
            return menu.HourPage(subscription);
        if (subscription.Zone is null)
            return menu.ZonePage(subscription);
        return subscription.State == SubscriptionState.Unfinished
            ? menu.TopicPage(subscription, await IdeasAsync(cancellationToken), notice)
            : menu.HomePage(subscription);
    }

    private Task<IReadOnlyList<string>> IdeasAsync(CancellationToken cancellationToken) => ideas.ReadAsync(time.GetUtcNow(), cancellationToken);

    private Task<Subscription> ChangeAsync(Talk talk, Func<Subscription, Subscription> change, CancellationToken cancellationToken) =>
        choices.ChangeAsync(talk.Place, talk.Texts.Language, change, cancellationToken);

    private string ZoneIs(Talk talk, string place, string zone) => talk.Texts.Digests.ZoneIs(place, TimeOnly.FromDateTime(calendar.LocalTime(zone, time.GetUtcNow())));

    private static Subscription Stop(Subscription subscription) => subscription with { State = SubscriptionState.Stopped, Awaits = null };

    /// <summary>Takes a day in or out; the last one stays.</summary>
    private static Subscription Turn(Subscription subscription, DigestDays day) =>
        subscription with { Days = subscription.Days == day ? day : subscription.Days ^ day };

    /// <summary>What was stopped goes on, where somebody says so; what is not finished is not.</summary>
    private static Func<Subscription, Subscription> Resume(Talk talk) => old => old.State == SubscriptionState.Unfinished
        ? old with { Place = talk.Place, Awaits = null }
        : Finish(talk)(old);

    /// <summary>Begins, once hour and zone are chosen.</summary>
    private static Func<Subscription, Subscription> Finish(Talk talk) => old => old with
    {
        Place = talk.Place,
        State = old.IsComplete ? SubscriptionState.Active : SubscriptionState.Unfinished,
        Awaits = null,
    };

    private static Handled Below(ButtonTapped tapped, Talk talk, LaidOutMessage message) => talk.Say(message) with { Then = new AnswerTap(tapped.TapId, null) };

    private static Handled Edit(ButtonTapped tapped, Talk talk, LaidOutMessage page) =>
        new(new UpdateOutcome { Calls = [new NewCall(new EditMessage(talk.Chat.Id, tapped.MessageId, page.Pages[0]) { Keyboard = page.Keyboard })] });

    private static Handled Toast(ButtonTapped tapped, string text) => Handled.Only(new AnswerTap(tapped.TapId, text));
}
