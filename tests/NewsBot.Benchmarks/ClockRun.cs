using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Digests;
using NewsBot.Core.Questions;
using NewsBot.Hosting;
using NewsBot.Storage.Sqlite;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Web.Access;
using NodaTime;

namespace NewsBot.Benchmarks;

/// <summary>A clock driven through a span of time for subscribers in every time zone, with restarts, downtimes and kills at random points of the work.</summary>
/// <param name="folder">Of the archive; empty.</param>
/// <param name="subscribers">How many.</param>
/// <param name="from">When it begins, UTC.</param>
/// <param name="days">How long it is.</param>
/// <param name="seed">Of all that is random.</param>
/// <param name="stepMinutes">Between two looks at what is due, and between the hours chosen: 5 or 15, so that a change of the clocks is a look too.</param>
/// <param name="isAtomic">Whether the store serves a date and its messages in one.</param>
internal sealed class ClockRun(string folder, int subscribers, DateTimeOffset from, int days, int seed, int stepMinutes = 5, bool isAtomic = true)
{
    private const double LateHours = 3;
    private const string TitleBegin = "<b>Daily summary · ";

#pragma warning disable CA5394 // It draws a simulation.
    private readonly Random random = new(seed);
#pragma warning restore CA5394
    private readonly RunClock clock = new() { Now = from };
    private readonly IOptions<DigestOptions> digestOptions = Options.Create(new DigestOptions { LateHours = LateHours });
    private readonly Dictionary<long, List<DateOnly>> sent = [];
    private readonly HashSet<long> movers = [];
    private readonly int stepsADay = 24 * 60 / stepMinutes;
    private int kills;
    private int restarts;

    /// <summary>Drives the clock and compares what was sent with what a slow reading of the zones expects.</summary>
    public async Task<ClockResult> RunAsync(CancellationToken cancellationToken)
    {
        var archive = new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder }));
        using var readers = new SqliteReaders(archive);
        using var writes = new SqliteWriteQueue(archive);
        var store = new SqliteSubscriptionStore(readers, writes, clock);
        var outbox = new SqliteOutbox(readers, writes, clock);
        var calendar = new DigestCalendar(new ZonePlaces(), digestOptions);
        var all = await SubscribeAsync(store, calendar, cancellationToken);
        var steps = days * stepsADay;
        var isUp = new bool[steps];
        var downUntil = 0;
        var killing = new KillingSubscriptionStore(store, isWrite => random.Next(isWrite ? 50 : 2_000) == 0, isAtomic);
        var service = Begin(killing, outbox, calendar);
        for (var step = 0; step < steps; step++)
        {
            clock.Now = from.AddMinutes(step * stepMinutes);
            if (step >= downUntil && random.Next(stepsADay * 2) == 0)
            {
                // Longer and shorter than what is late.
                downUntil = step + random.Next(1, 8 * 60 / stepMinutes);
                restarts++;
            }

            if (step < downUntil)
                continue;
            if (step == downUntil)
                service = Begin(killing, outbox, calendar);
            isUp[step] = true;
            service = await ServeAsync(service, killing, outbox, calendar, cancellationToken);
            await CollectAsync(outbox, writes, cancellationToken);
            if (random.Next(stepsADay / 4) == 0)
                await MoveAsync(store, calendar, all, cancellationToken);
        }

        return Compare(all, isUp);
    }

    private async Task<DigestService> ServeAsync(
        DigestService service, KillingSubscriptionStore killing, IOutbox outbox, DigestCalendar calendar, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                while (await service.ServeAsync(cancellationToken))
                {
                    // A page after another.
                }

                return service;
            }
            catch (ProcessKilledException)
            {
                // Nothing of the process is left but what the store holds.
                kills++;
                service = Begin(killing, outbox, calendar);
            }
        }
    }

    private DigestService Begin(ISubscriptionStore store, IOutbox outbox, DigestCalendar calendar)
    {
        // Not running: what it is given lies in the outbox.
        var options = Options.Create(new TelegramOptions());
        var sender = new OutboxSender(outbox, null!, null!, new Leases(isShared: false, clock), options, clock, NullLogger<OutboxSender>.Instance);
        var digests = new SharedDigests(new OneStoryMaker(), store, new ReaderLinks(Options.Create(new WebOptions())));
        return new DigestService(store, calendar, digests, new SubscriptionMenu(calendar, clock), new Access(options, null!), sender, clock, NullLogger<DigestService>.Instance);
    }

    private async Task<List<Subscription>> SubscribeAsync(SqliteSubscriptionStore store, DigestCalendar calendar, CancellationToken cancellationToken)
    {
        var zones = DateTimeZoneProviders.Tzdb.Ids;
        var all = new List<Subscription>();
        for (var chat = 1; chat <= subscribers; chat++)
        {
            var subscription = new Subscription(new Place(chat, null))
            {
                State = SubscriptionState.Active,
                Zone = zones[(int)((long)chat * zones.Count / (subscribers + 1))],
                At = new TimeOnly(0, 0).AddMinutes(random.Next(stepsADay) * stepMinutes),
                Days = random.Next(5) switch { 0 => DigestDays.Weekdays, 1 => (DigestDays)random.Next(1, 128), _ => DigestDays.All },
            };
            subscription = subscription with { NextDue = calendar.Next(subscription, from)!.Value.At };
            all.Add((await store.ChangeAsync(chat, _ => subscription, cancellationToken))!);
        }

        return all;
    }

    /// <summary>One moves to another zone and hour; of those only that no date comes twice is expected.</summary>
    private async Task MoveAsync(SqliteSubscriptionStore store, DigestCalendar calendar, List<Subscription> all, CancellationToken cancellationToken)
    {
        // The last tenth of the subscribers travels.
        var chat = all.Count - random.Next(Math.Max(all.Count / 10, 1));
        movers.Add(chat);
        var zones = DateTimeZoneProviders.Tzdb.Ids;
        await new SubscriptionChoices(store, calendar, clock).ChangeAsync(
            new Place(chat, null),
            "en",
            old => old with { Zone = zones[random.Next(zones.Count)], At = new TimeOnly(0, 0).AddMinutes(random.Next(stepsADay) * stepMinutes) },
            cancellationToken);
    }

    /// <summary>Takes what was put into the outbox, and empties it.</summary>
    private async Task CollectAsync(SqliteOutbox outbox, SqliteWriteQueue writes, CancellationToken cancellationToken)
    {
        var last = 0L;
        while (await outbox.ReadWaitingAsync(SlotSet.All, last, 1_000, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var message in page)
            {
                var html = message.Content.Request.Text("text")!;
                var date = DateOnly.ParseExact(html[TitleBegin.Length..html.IndexOf("</b>", StringComparison.Ordinal)], "dddd, d MMM yyyy", CultureInfo.InvariantCulture);
                if (!sent.TryGetValue(message.Content.ChatId, out var dates))
                    sent.Add(message.Content.ChatId, dates = []);
                dates.Add(date);
            }

            last = page[^1].Id;
        }

        if (last > 0)
            await writes.WriteAsync(session => session.Run("DELETE FROM calls") + session.Run("DELETE FROM exchanges"), cancellationToken);
    }

    private ClockResult Compare(List<Subscription> all, bool[] isUp)
    {
        // For each step the next one at which the process ran.
        var nextUp = new int[isUp.Length + 1];
        nextUp[isUp.Length] = int.MaxValue;
        for (var step = isUp.Length - 1; step >= 0; step--)
            nextUp[step] = isUp[step] ? step : nextUp[step + 1];
        var result = new ClockResult { Subscribers = all.Count, Kills = kills, Restarts = restarts, Movers = movers.Count };
        foreach (var zone in all.GroupBy(subscription => subscription.Zone!))
        {
            var highest = HighestLocalMinutes(zone.Key);
            foreach (var subscription in zone)
            {
                var dates = sent.GetValueOrDefault(subscription.Place.ChatId) ?? [];
                result.Sent += dates.Count;
                result.Twice += dates.Count - dates.Distinct().Count();
                result.OutOfOrder += dates.Zip(dates.Skip(1)).Count(pair => pair.Second <= pair.First);
                if (movers.Contains(subscription.Place.ChatId))
                    continue;
                var (must, late) = Expected(subscription, highest, nextUp);
                result.Expected += must.Count;
                result.TooLate += late;
                result.Missing += must.Except(dates).Count();
                result.Unexpected += dates.Except(must).Count();
            }
        }

        return result;
    }

    private (HashSet<DateOnly> Must, int Late) Expected(Subscription subscription, long[] highest, int[] nextUp)
    {
        HashSet<DateOnly> must = [];
        var late = 0;
        var first = DateOnly.FromDateTime(from.UtcDateTime).AddDays(-1);
        for (var date = first; date <= first.AddDays(days + 2); date = date.AddDays(1))
        {
            if (((int)subscription.Days & (1 << (int)date.DayOfWeek)) == 0)
                continue;
            var target = (date.DayNumber * 24L * 60) + (subscription.At!.Value.Hour * 60) + subscription.At.Value.Minute;

            // The first step at which the clocks there show as much, or more.
            var found = Array.BinarySearch(highest, target - 1);
            var step = found < 0 ? ~found : found;
            while (step < highest.Length && highest[step] < target)
                step++;
            step -= stepsADay;
            if (step < 0 || step >= nextUp.Length - 1 || nextUp[step] == int.MaxValue)
                continue;
            if ((nextUp[step] - step) * stepMinutes <= LateHours * 60)
                must.Add(date);
            else
                late++;
        }

        return (must, late);
    }

    /// <summary>For each step from a day before, the latest that the clocks of a zone have shown, in minutes.</summary>
    private long[] HighestLocalMinutes(string zone)
    {
        var tzdb = DateTimeZoneProviders.Tzdb[zone];
        var highest = new long[(days + 2) * stepsADay];
        for (var step = 0; step < highest.Length; step++)
        {
            var instant = Instant.FromDateTimeOffset(from.AddDays(-1).AddMinutes(step * stepMinutes));
            var local = (instant + Duration.FromSeconds(tzdb.GetUtcOffset(instant).Seconds)).ToDateTimeUtc();
            highest[step] = Math.Max(step == 0 ? 0 : highest[step - 1], local.Ticks / TimeSpan.TicksPerMinute);
        }

        return highest;
    }

    private sealed class OneStoryMaker : IDigestMaker
    {
        public Task<Digest> MakeAsync(DigestRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new Digest(request.From, request.To)
            {
                ArticleCount = 1,
                OutletCount = 1,
                Stories = [new DigestStory($"News until {request.To:u}") { ArticleIds = [$"{request.To:u}"] }],
            });
    }
}
