using NewsBot.Chats;

namespace NewsBot.Tests.Host.Storage;

/// <summary>The chat side of a store, as one process opens it.</summary>
internal sealed record ChatStorage(
    IInbox Inbox, IOutbox Outbox, IConversationStore Conversations, IWatchStore Watches, IChatStore Chats, ISubscriptionStore Subscriptions);
