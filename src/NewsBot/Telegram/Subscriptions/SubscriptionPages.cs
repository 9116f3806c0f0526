using System.Globalization;
using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>What the buttons of <see cref="SubscriptionMenu"/> change, and the page that each leads to.</summary>
internal sealed class SubscriptionPages(
    ISubscriptionStore subscriptions, SubscriptionChoices choices, DigestCalendar calendar, TopicIdeas ideas, SubscriptionMenu menu, TimeProvider time)
{
    /// <summary>Turns the message to the page that a tap leads to, once what it changes is kept.</summary>
    /// <param name="tap">The tap, of somebody who may change the chat's settings.</param>
    /// <param name="verb">What the button does.</param>
    /// <param name="argument">What is chosen; anything, since clients send it.</param>
    public async Task<UpdateResult> TurnAsync(Tap tap, string verb, string argument, CancellationToken cancellationToken)
    {
        var context = tap.Context;

        // The page of a digest's own topics keeps to them.
        long? digestId = verb is ['m', _, ..] && long.TryParse(verb.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (digestId is not null)
            verb = SummaryVerb.MuteTopic;
        if (ChangeBy(tap, verb, argument) is not { } change)
            return tap.Toast(context.Texts.ButtonUnknown);
        var subscription = await choices.ChangeAsync(context.Place, context.Texts.Language, change, cancellationToken);
        var page = await PageAsync(verb, argument, digestId, subscription, context, cancellationToken);
        return tap.Edit(page, Toast(verb, argument, subscription, context));
    }

    /// <summary>The page for what is to be chosen next; all choices when everything is.</summary>
    /// <param name="subscription">As far as it is chosen.</param>
    /// <param name="notice">Stands above the topics; empty for nothing.</param>
    public async Task<LaidOutMessage> StepAsync(Subscription subscription, string notice, CancellationToken cancellationToken)
    {
        if (subscription.At is null)
            return menu.HourPage(subscription);
        if (subscription.Zone is null)
            return menu.ZonePage(subscription);
        return subscription.State == SubscriptionState.Unfinished ? await TopicPageAsync(subscription, notice, cancellationToken) : menu.HomePage(subscription);
    }

    /// <summary>The topics, with ideas for more.</summary>
    public async Task<LaidOutMessage> TopicPageAsync(Subscription subscription, string notice, CancellationToken cancellationToken) =>
        menu.TopicPage(subscription, await ideas.ReadAsync(time.GetUtcNow(), cancellationToken), notice);

    /// <summary>What is left out, with the topics of a digest, or of the latest stories when it is null or not kept, as ideas for more.</summary>
    public async Task<LaidOutMessage> MutePageAsync(Subscription subscription, long? digestId, CancellationToken cancellationToken)
    {
        var digest = digestId is { } id ? await subscriptions.FindDigestAsync(id, cancellationToken) : null;
        return menu.MutePage(subscription, digest is null ? await ideas.ReadAsync(time.GetUtcNow(), cancellationToken) : TopicIdeas.Of(digest), digest is null ? null : digestId);
    }

    /// <summary>What the clocks show at a place that was chosen.</summary>
    public string ZoneIs(ChatContext context, string place, string zone) =>
        context.Texts.Digests.ZoneIs(place, TimeOnly.FromDateTime(calendar.LocalTime(zone, time.GetUtcNow())));

    /// <summary>Stops a subscription; what was chosen is kept.</summary>
    public static Subscription Stop(Subscription subscription) => subscription with { State = SubscriptionState.Stopped, Awaits = null };

    /// <summary>Goes on with what was stopped, in the place where somebody says so. A choosing that is not finished goes on too.</summary>
    public static Func<Subscription, Subscription> Resume(ChatContext context) => old => old.State == SubscriptionState.Unfinished
        ? old with { Place = context.Place, Awaits = null }
        : Finish(context)(old);

    /// <summary>Begins, once hour and zone are chosen.</summary>
    public static Func<Subscription, Subscription> Finish(ChatContext context) => old => old with
    {
        Place = context.Place,
        State = old.IsComplete ? SubscriptionState.Active : SubscriptionState.Unfinished,
        Awaits = null,
    };

    private async Task<LaidOutMessage> PageAsync(
        string verb, string argument, long? digestId, Subscription subscription, ChatContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts.Digests;
        return verb switch
        {
            SummaryVerb.Hours => menu.HourPage(subscription),
            SummaryVerb.Zones => menu.ZonePage(subscription),
            SummaryVerb.Topics or SummaryVerb.Topic or SummaryVerb.AllTopics => await TopicPageAsync(subscription, "", cancellationToken),
            SummaryVerb.Mutes or SummaryVerb.MuteTopic => await MutePageAsync(subscription, digestId, cancellationToken),
            SummaryVerb.Days or SummaryVerb.Day => menu.DayPage(subscription),
            SummaryVerb.TypeHour => menu.AskPage(subscription, texts.HourHow),
            SummaryVerb.TypeCity => menu.AskPage(subscription, texts.CityHow),
            SummaryVerb.TypeTopics => menu.AskPage(subscription, texts.TopicsHow),
            SummaryVerb.Zone => await StepAsync(subscription, ZoneIs(context, argument, argument), cancellationToken),
            SummaryVerb.Stop => menu.StoppedPage(subscription),
            SummaryVerb.Hour or SummaryVerb.Resume => await StepAsync(subscription, "", cancellationToken),
            _ => subscription.IsComplete ? menu.HomePage(subscription) : await StepAsync(subscription, "", cancellationToken),
        };
    }

    /// <summary>What a tap changes; null when it is none of the buttons.</summary>
    private Func<Subscription, Subscription>? ChangeBy(Tap tap, string verb, string argument)
    {
        var context = tap.Context;
        return (verb, argument) switch
        {
            (SummaryVerb.Hours or SummaryVerb.Zones or SummaryVerb.Topics or SummaryVerb.Mutes or SummaryVerb.Days or SummaryVerb.Home, "") => old => old with { Awaits = null },
            (SummaryVerb.TypeHour, "") => Await(AwaitedKind.Hour),
            (SummaryVerb.TypeCity, "") => Await(AwaitedKind.City),
            (SummaryVerb.TypeTopics, "") => Await(AwaitedKind.Topics),
            (SummaryVerb.Hour, _) when TimeOnly.TryParseExact(argument, "HHmm", out var at) => old => old with { At = at, Awaits = null },
            (SummaryVerb.Zone, _) when calendar.Knows(argument) => old => old with { Zone = argument, Awaits = null },
            (SummaryVerb.Topic, { Length: > 0 }) => old => old with { Topics = SubscriptionChoices.Toggle(old.Topics, argument) },
            (SummaryVerb.AllTopics, "") => old => old with { Topics = [] },
            (SummaryVerb.MuteTopic, { Length: > 0 }) => old => old with { Mutes = SubscriptionChoices.Toggle(old.Mutes, argument) },
            (SummaryVerb.Day, [>= '0' and <= '6']) => old => Turn(old, (DigestDays)(1 << (argument[0] - '0'))),
            (SummaryVerb.Length, "3" or "5" or "10") => old => old with { MaxStories = int.Parse(argument) },
            (SummaryVerb.Quiet, "") => old => old with { IsQuietWhenEmpty = !old.IsQuietWhenEmpty },
            (SummaryVerb.Language, "") => old => old with { ArticleLanguage = old.ArticleLanguage is null ? context.Texts.Language : null },
            (SummaryVerb.Stop, "") => Stop,
            (SummaryVerb.Resume, "") => Resume(context),
            _ => null,
        };

        Func<Subscription, Subscription> Await(AwaitedKind kind) => old => old with { Awaits = new AwaitedInput(kind, context.PersonId, tap.MessageId, time.GetUtcNow()) };
    }

    /// <summary>Takes a day in or out; the last one stays.</summary>
    private static Subscription Turn(Subscription subscription, DigestDays day) =>
        subscription with { Days = subscription.Days == day ? day : subscription.Days ^ day };

    private static string? Toast(string verb, string argument, Subscription subscription, ChatContext context)
    {
        if (verb is not (SummaryVerb.Topic or SummaryVerb.MuteTopic))
            return null;
        var chosen = verb == SummaryVerb.Topic ? subscription.Topics : subscription.Mutes;
        var topic = SubscriptionChoices.Clean(argument);
        var isChosen = chosen.Contains(topic, StringComparer.OrdinalIgnoreCase);
        if (!isChosen && chosen.Count == Subscription.MaxTopics)
            return context.Texts.Digests.TooManyTopics(Subscription.MaxTopics);
        return verb == SummaryVerb.MuteTopic ? context.Texts.Digests.Muted(topic, isChosen) : null;
    }
}
