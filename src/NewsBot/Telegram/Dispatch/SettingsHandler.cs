using NewsBot.Chats;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /settings, /language and the buttons of their messages.</summary>
internal sealed class SettingsHandler(Access access, IChatStore chats, ISubscriptionStore subscriptions) : ICommandHandler, ITapHandler
{
    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var context = command.Context;
        return context.Say(command.Name == "language"
            ? SettingsMenu.LayLanguages(context.Settings, context.Texts)
            : SettingsMenu.Lay(context.Settings, await subscriptions.FindAsync(context.Chat.Id, cancellationToken), context.Texts));
    }

    public async Task<UpdateResult> HandleAsync(Tap tap, CancellationToken cancellationToken)
    {
        var context = tap.Context;
        if (!SettingsMenu.Knows(tap.Data))
            return tap.Toast(context.Texts.ButtonUnknown);
        if (!await access.MayChangeSettingsAsync(context.Chat, context.PersonId, cancellationToken))
            return tap.Toast(context.Texts.GroupAdministratorsOnly);
        var change = SettingsMenu.ChangeBy(tap.Data);
        var settings = change is null ? context.Settings : await chats.ChangeSettingsAsync(context.Chat.Id, change, cancellationToken);
        var texts = BotLanguages.For(settings.Language ?? tap.Query.From.LanguageCode);
        var page = SettingsMenu.After(tap.Data, settings, await subscriptions.FindAsync(context.Chat.Id, cancellationToken), texts);
        return tap.Edit(page, change is null ? null : texts.Saved);
    }
}
