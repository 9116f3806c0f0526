using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>A chat on the fake server.</summary>
internal sealed record FakeBotApiRoom(long Id, string Type, string Title)
{
    public HashSet<long> Administrators { get; } = [];

    public HashSet<long> Members { get; } = [];

    public HashSet<long> Topics { get; } = [];

    public List<FakeBotApiMessage> Messages { get; } = [];

    public bool IsForum { get; set; }

    /// <summary>Whether the person blocked the bot, or the bot is no member.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The new id of a group that became a supergroup.</summary>
    public long? MigratedTo { get; set; }

    /// <summary>The draft that is shown; null for none.</summary>
    public string? Draft { get; set; }

    /// <summary>The id of the draft when it has a button that stops it; otherwise null.</summary>
    public long? StoppableDraft { get; set; }

    public long LastMessageId { get; set; } = 100;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = Type };
        json[Type == "private" ? "first_name" : "title"] = Title;
        if (IsForum)
            json["is_forum"] = true;
        return json;
    }
}
