using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>A digest that was made, laid out and kept.</summary>
/// <param name="Id">In the store; null when it has no story.</param>
/// <param name="Message">As it is sent.</param>
internal sealed record MadeDigest(long? Id, LaidOutMessage Message);
