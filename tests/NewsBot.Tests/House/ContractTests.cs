using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Counts;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Sources.Feeds;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Host.Models;
using NewsBot.Tests.Host.Storage;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.House;

/// <summary>Who implements a port passes the contract of its tests.</summary>
public sealed class ContractTests
{
    private static readonly (Type Interface, Type Contract)[] Contracts =
    [
        (typeof(IArticleStore), typeof(ArticleStoreContract)),
        (typeof(IArchiveOverview), typeof(ArchiveOverviewContract)),
        (typeof(IArticleRetention), typeof(ArticleRetentionContract)),
        (typeof(IDuplicateStore), typeof(DuplicateStoreContract)),
        (typeof(IInbox), typeof(InboxContract)),
        (typeof(IOutbox), typeof(OutboxContract)),
        (typeof(IConversationStore), typeof(ConversationStoreContract)),
        (typeof(IWatchStore), typeof(WatchStoreContract)),
        (typeof(IChatStore), typeof(ChatStoreContract)),
        (typeof(ISubscriptionStore), typeof(SubscriptionStoreContract)),
        (typeof(IFeedStore), typeof(FeedStoreContract)),
        (typeof(IVectorStore), typeof(VectorStoreContract)),
        (typeof(ILeaseStore), typeof(LeaseStoreContract)),
        (typeof(IModelUsageStore), typeof(ModelUsageStoreContract)),
        (typeof(ICountStore), typeof(CountStoreContract)),
        (typeof(ILanguageModel), typeof(LanguageModelContract)),
    ];

    [Fact]
    public void Each_store_passes_its_contract() =>
        Assert.Empty(WithoutContract(Assemblies.Types, typeof(ContractTests).Assembly.GetTypes()));

    [Fact]
    public void Control_a_store_without_its_contract_is_found()
    {
        Assert.Equal([typeof(SqliteArticleStore)], WithoutContract([typeof(SqliteArticleStore)], [typeof(ContractTests), typeof(ArticleStoreContract), typeof(SqliteInboxTests)]));
        Assert.Empty(WithoutContract([typeof(SqliteArticleStore)], [typeof(SqliteArticleStoreTests)]));
        Assert.Equal([typeof(SqliteInbox)], WithoutContract([typeof(SqliteInbox), typeof(SqliteOutbox)], [typeof(SqliteOutboxTests)]));
    }

    [Fact]
    public void Each_client_of_language_models_passes_its_contract()
    {
        var clients = Assemblies.Host.GetTypes();
        Assert.Empty(WithoutContract(clients, typeof(ContractTests).Assembly.GetTypes()));
        Assert.Contains(typeof(KernelLanguageModel), WithoutContract(clients, []));
    }

    [Fact]
    public void Control_who_asks_a_service_needs_a_contract_and_who_stands_before_it_does_not() =>
        Assert.Equal([typeof(KernelLanguageModel)], WithoutContract([typeof(KernelLanguageModel), typeof(GuardedModel)], []));

    private static List<Type> WithoutContract(IEnumerable<Type> types, IReadOnlyCollection<Type> tests) => [..
        from type in types
        where type is { IsClass: true, IsAbstract: false }
        from port in Contracts
        where type.IsAssignableTo(port.Interface) && !StandsBefore(type, port.Interface) && !tests.Any(test => test.IsSubclassOf(port.Contract) && test.Name == type.Name + "Tests")
        select type];

    /// <summary>Whether a type is made with what it implements: it limits or counts, and asks nobody itself.</summary>
    private static bool StandsBefore(Type type, Type port) =>
        type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == port));
}
