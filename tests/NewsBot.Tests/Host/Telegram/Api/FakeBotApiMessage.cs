using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>A message as people see it.</summary>
/// <param name="Text">Without tags; a document's caption.</param>
/// <param name="Entities">Formats and links in the Bot API's form.</param>
internal sealed record FakeBotApiMessage(long Id, long ChatId, long SenderId, DateTimeOffset SentAt, string Text, JsonArray Entities)
{
    public long? ThreadId { get; init; }

    public long? ReplyTo { get; init; }

    public IReadOnlyList<IReadOnlyList<FakeBotApiButton>> Keyboard { get; init; } = [];

    /// <summary>The link whose preview is shown; null when the preview is off.</summary>
    public string? PreviewUrl { get; init; }

    public string? FileName { get; init; }

    public string? FileContent { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>Whether both look the same.</summary>
    public bool LooksLike(FakeBotApiMessage other) =>
        Text == other.Text
        && JsonNode.DeepEquals(Entities, other.Entities)
        && PreviewUrl == other.PreviewUrl
        && Keyboard.Count == other.Keyboard.Count
        && Keyboard.Zip(other.Keyboard).All(rows => rows.First.SequenceEqual(rows.Second));
}

/// <summary>A button as people see it; one of <paramref name="Data"/> and <paramref name="Url"/> is set.</summary>
internal sealed record FakeBotApiButton(string Text, string? Data, string? Url = null);
