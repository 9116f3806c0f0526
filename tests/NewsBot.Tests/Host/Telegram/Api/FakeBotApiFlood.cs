using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>Telegram's limits on what a bot sends. Off until set.</summary>
internal sealed class FakeBotApiFlood
{
    private readonly List<(DateTimeOffset At, long ChatId)> accepted = [];
    private readonly Dictionary<long, DateTimeOffset> toldWaits = [];

    /// <summary>Messages and edits a second in one chat.</summary>
    public int? PerChatPerSecond { get; set; }

    /// <summary>Messages and edits a minute in one group.</summary>
    public int? PerGroupPerMinute { get; set; }

    /// <summary>Messages and edits a second in all chats.</summary>
    public int? PerSecond { get; set; }

    /// <summary>Calls that came in a chat before the wait that had been told there was over.</summary>
    public List<FakeBotApiRequest> Early { get; } = [];

    /// <summary>Notes a wait that was told.</summary>
    public void Told(long? chatId, DateTimeOffset until) => toldWaits[chatId ?? 0] = until;

    /// <summary>Notes whether a call came too early.</summary>
    public void Watch(FakeBotApiRequest request)
    {
        if (toldWaits.TryGetValue(request.ChatId ?? 0, out var until) && request.At < until)
            Early.Add(request);
    }

    /// <summary>Accepts a message or an edit, or refuses it with 429.</summary>
    public void Accept(long chatId, DateTimeOffset now)
    {
        var second = TimeSpan.FromSeconds(1);
        var wait = new[]
        {
            Wait(PerChatPerSecond, second, sent => sent.ChatId == chatId),
            chatId < 0 ? Wait(PerGroupPerMinute, TimeSpan.FromMinutes(1), sent => sent.ChatId == chatId) : TimeSpan.Zero,
            Wait(PerSecond, second, _ => true),
        }.Max();
        if (wait > TimeSpan.Zero)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            throw new FakeBotApiRefusalException(429, $"Too Many Requests: retry after {seconds}") { Hints = new JsonObject { ["retry_after"] = seconds } };
        }

        accepted.Add((now, chatId));

        TimeSpan Wait(int? limit, TimeSpan window, Func<(DateTimeOffset At, long ChatId), bool> counts)
        {
            var recent = accepted.Where(sent => now - sent.At < window && counts(sent)).ToList();
            return recent.Count >= limit ? recent[^limit.Value].At + window - now : TimeSpan.Zero;
        }
    }
}
