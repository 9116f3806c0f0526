using NewsBot.Chats;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Dialog;

/// <summary>What the handling of an update led to.</summary>
/// <param name="Outcome">To be stored.</param>
/// <param name="Then">A call to make once it is stored, lost when the process ends before: the end of a tap, inline answers. Null for none.</param>
internal sealed record Handled(UpdateOutcome Outcome, BotCall? Then = null)
{
    /// <summary>Nothing follows.</summary>
    public static Handled Nothing { get; } = new(UpdateOutcome.Nothing);

    /// <summary>Nothing is stored, and a call is made.</summary>
    public static Handled Only(BotCall call) => new(UpdateOutcome.Nothing, call);
}
