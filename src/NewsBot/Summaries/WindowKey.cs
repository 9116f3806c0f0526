namespace NewsBot.Summaries;

/// <summary>Equal for requests whose windows have the same stories.</summary>
/// <param name="From">The window's start.</param>
/// <param name="To">Its end.</param>
/// <param name="Language">Two-letter code; null for any.</param>
/// <param name="Sequence">The archive's last change.</param>
internal readonly record struct WindowKey(DateTimeOffset From, DateTimeOffset To, string? Language, long Sequence);
