using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>Updates that wait to be fetched or delivered.</summary>
internal sealed class FakeBotApiQueue : IDisposable
{
    private static readonly TimeSpan RepeatDelay = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private readonly SortedDictionary<long, JsonNode?> waiting = [];
    private readonly HttpClient http = new();
    private readonly FakeBotApiSignal changed;
    private readonly CancellationToken stopping;
    private readonly List<(long UpdateId, int Status)> deliveries = [];
    private HashSet<string>? allowed;
    private TaskCompletionSource? poller;
    private Webhook? webhook;
    private long lastId = 300_000_000;

    /// <summary>Where a call of the webhook goes, as a balancer before several processes decides for each call.</summary>
    public Func<Uri, Uri> Route { get; set; } = url => url;

    public FakeBotApiQueue(FakeBotApiSignal changed, CancellationToken stopping)
    {
        this.changed = changed;
        this.stopping = stopping;
    }

    /// <summary>What webhook calls were answered, in order: the update's id and the HTTP status, 0 for no answer.</summary>
    public IReadOnlyList<(long UpdateId, int Status)> Deliveries
    {
        get
        {
            lock (gate)
                return [.. deliveries];
        }
    }

    /// <summary>Whether a call waits for updates.</summary>
    public bool IsPolled
    {
        get
        {
            lock (gate)
                return poller is not null;
        }
    }

    /// <summary>The ids that are not confirmed, in order.</summary>
    public IReadOnlyList<long> Waiting
    {
        get
        {
            lock (gate)
                return [.. waiting.Keys];
        }
    }

    /// <summary>Adds an update; an object without an id is given the next one, and what is no object takes its place in the order.</summary>
    /// <returns>The id.</returns>
    public long Add(JsonNode? update)
    {
        lock (gate)
        {
            var fields = update as JsonObject;
            lastId = fields?["update_id"]?.GetValue<long>() ?? lastId + 1;
            if (fields is not null)
                fields["update_id"] = lastId;
            if (fields is null || allowed is null || fields.Any(field => allowed.Contains(field.Key)))
                waiting[lastId] = update;
        }

        changed.Set();
        return lastId;
    }

    /// <summary>The updates from an offset on, which confirms those before it; waits for one.</summary>
    public async Task<JsonArray> GetAsync(long offset, int limit, TimeSpan wait, HashSet<string>? kinds, CancellationToken cancellationToken)
    {
        TaskCompletionSource mine = new();
        lock (gate)
        {
            if (webhook is not null)
                throw new FakeBotApiRefusalException(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            poller?.TrySetResult();
            poller = mine;
            allowed = kinds ?? allowed;
            foreach (var confirmed in waiting.Keys.Where(id => id < offset).ToList())
                waiting.Remove(confirmed);
        }

        changed.Set();
        try
        {
            return await TakeAsync(offset, limit, wait, mine, cancellationToken);
        }
        finally
        {
            lock (gate)
                poller = poller == mine ? null : poller;
        }
    }

    /// <summary>Delivers to an address from now on; null ends that.</summary>
    public void SetWebhook(Uri? url, string? secret, HashSet<string>? kinds, bool drop)
    {
        lock (gate)
        {
            if (drop)
                waiting.Clear();
            allowed = kinds ?? allowed;
            poller?.TrySetResult();
            webhook = url is null ? null : new Webhook(url, secret);
            if (webhook is not null)
                _ = DeliverAsync(webhook);
        }

        changed.Set();
    }

    /// <summary>Where updates are delivered to, in the Bot API's words.</summary>
    public JsonObject DescribeWebhook()
    {
        lock (gate)
            return new JsonObject { ["url"] = webhook?.Url.AbsoluteUri ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = waiting.Count };
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<JsonArray> TakeAsync(long offset, int limit, TimeSpan wait, TaskCompletionSource mine, CancellationToken cancellationToken)
    {
        using var timeOut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        timeOut.CancelAfter(wait);
        while (true)
        {
            var change = changed.Next;
            if (mine.Task.IsCompleted)
                throw new FakeBotApiRefusalException(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
            lock (gate)
            {
                var found = waiting.Where(update => update.Key >= offset).Take(limit).Select(update => update.Value?.DeepClone()).ToArray();
                if (found.Length > 0 || timeOut.IsCancellationRequested)
                    return new JsonArray(found);
            }

            await Task.WhenAny(change, mine.Task, Task.Delay(Timeout.InfiniteTimeSpan, timeOut.Token));
        }
    }

    private async Task DeliverAsync(Webhook target)
    {
        while (!stopping.IsCancellationRequested)
        {
            var change = changed.Next;
            KeyValuePair<long, JsonNode?> next;
            lock (gate)
            {
                if (webhook != target)
                    return;
                next = waiting.FirstOrDefault();
            }

            if (next.Key == 0)
            {
                await Task.WhenAny(change, Task.Delay(Timeout.InfiniteTimeSpan, stopping));
                continue;
            }

            var status = await PostAsync(target, next.Value);
            lock (gate)
            {
                deliveries.Add((next.Key, status));
                if (status is >= 200 and < 300)
                    waiting.Remove(next.Key);
            }

            changed.Set();

            if (status is < 200 or >= 300)
                await Task.WhenAny(Task.Delay(RepeatDelay, stopping));
        }
    }

    private async Task<int> PostAsync(Webhook target, JsonNode? update)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Route(target.Url))
            {
                Content = new StringContent(update?.ToJsonString() ?? "null", Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
            };
            if (target.Secret is not null)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", target.Secret);
            using var response = await http.SendAsync(request, stopping);
            return (int)response.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
    }

    private sealed record Webhook(Uri Url, string? Secret);
}
