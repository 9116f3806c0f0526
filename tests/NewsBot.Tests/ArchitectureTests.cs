using System.Reflection;
using System.Text.RegularExpressions;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Cli;
using NewsBot.Core.Articles;
using NewsBot.Models;
using NewsBot.Sources.Feeds;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Host.Models;
using NewsBot.Tests.Host.Storage;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests;

/// <summary>The rules of the house: who may know whom, where a type lies, how long a file is. Each has a control that fails.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongFile = 400;

    private static readonly Assembly Core = typeof(Article).Assembly;
    private static readonly Assembly Host = typeof(QuestionAnswerer).Assembly;
    private static readonly string[] SourceFolders = ["src", "tests"];

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
        (typeof(IModelUsageStore), typeof(ModelUsageStoreContract)),
        (typeof(ILanguageModel), typeof(LanguageModelContract)),
    ];

    [Fact]
    public void Core_knows_the_base_library_only() => Assert.Empty(OutsideBaseLibrary(Core));

    [Fact]
    public void Control_the_host_knows_more_than_the_base_library()
    {
        Assert.Contains("Microsoft.Data.Sqlite", OutsideBaseLibrary(Host));
        Assert.Contains("Microsoft.Extensions.Options", OutsideBaseLibrary(Host));
    }

    [Fact]
    public void Slices_of_the_host_do_not_name_one_another() => Assert.Empty(SlicesNamed(Host.GetTypes()));

    [Fact]
    public void Control_a_slice_that_names_another_is_found()
    {
        // The commands may name every slice; read as a slice like the others, they are a trespasser each.
        var found = SlicesNamed([typeof(AskCommand), .. typeof(AskCommand).GetNestedTypes(BindingFlags.NonPublic)], mayNameAll: "");
        Assert.Contains(found, line => line.EndsWith(" names NewsBot.Cli.AnswerJson", StringComparison.Ordinal));
    }

    [Fact]
    public void Types_of_the_host_are_internal() => Assert.Empty(PublicTypes(Host));

    [Fact]
    public void Control_public_types_are_found() => Assert.Contains(typeof(Article), PublicTypes(Core));

    [Fact]
    public void Namespaces_are_folders() =>
        Assert.All(RepositoryFiles.Sources(SourceFolders), path => Assert.True(IsNamespaceOfFolder(path, File.ReadAllText(RepositoryFiles.At(path)))));

    [Theory]
    [InlineData("src/NewsBot/Commands/A.cs", "namespace NewsBot.Commands;\nclass A;", true)]
    [InlineData("src/NewsBot/Program.cs", "return 1;", true)]
    [InlineData("src/NewsBot/Commands/A.cs", "namespace NewsBot.Answers;\nclass A;", false)]
    [InlineData("src/NewsBot/Commands/A.cs", "namespace NewsBot;\nclass A;", false)]
    [InlineData("src/NewsBot/Commands/A.cs", "class A;", false)]
    public void Control_a_namespace_that_is_no_folder_is_found(string path, string text, bool fits) => Assert.Equal(fits, IsNamespaceOfFolder(path, text));

    [Fact]
    public void A_long_file_says_why() =>
        Assert.All(RepositoryFiles.Sources(SourceFolders), path => Assert.True(IsShortOrSaysWhy(File.ReadAllLines(RepositoryFiles.At(path)))));

    [Theory]
    [InlineData(400, false, true)]
    [InlineData(401, true, true)]
    [InlineData(401, false, false)]
    public void Control_a_long_file_without_a_reason_is_found(int count, bool saysWhy, bool fits)
    {
        var lines = Enumerable.Repeat("    Go();", count).ToArray();
        lines[0] = "/// <summary>Not the reason.</summary>";
        lines[1] = saysWhy ? "// One grammar in one place, so it is long." : "internal sealed class A";
        lines[2] = "internal sealed class A";
        lines[^1] = "// A comment far below is no reason.";
        Assert.Equal(fits, IsShortOrSaysWhy(lines));
    }

    [Fact]
    public void Each_store_passes_its_contract() =>
        Assert.Empty(WithoutContract([.. Host.GetTypes(), .. Core.GetTypes()], typeof(ArchitectureTests).Assembly.GetTypes()));

    [Fact]
    public void Control_a_store_without_its_contract_is_found()
    {
        Assert.Equal([typeof(SqliteArticleStore)], WithoutContract([typeof(SqliteArticleStore)], [typeof(ArchitectureTests), typeof(ArticleStoreContract), typeof(SqliteInboxTests)]));
        Assert.Empty(WithoutContract([typeof(SqliteArticleStore)], [typeof(SqliteArticleStoreTests)]));
        Assert.Equal([typeof(SqliteInbox)], WithoutContract([typeof(SqliteInbox), typeof(SqliteOutbox)], [typeof(SqliteOutboxTests)]));
    }

    [Fact]
    public void Each_client_of_language_models_passes_its_contract()
    {
        var clients = Host.GetTypes();
        Assert.Empty(WithoutContract(clients, typeof(ArchitectureTests).Assembly.GetTypes()));
        Assert.Contains(typeof(KernelLanguageModel), WithoutContract(clients, []));
    }

    [Fact]
    public void Control_who_asks_a_service_needs_a_contract_and_who_stands_before_it_does_not() =>
        Assert.Equal([typeof(KernelLanguageModel)], WithoutContract([typeof(KernelLanguageModel), typeof(GuardedModel)], []));

    private static List<string> OutsideBaseLibrary(Assembly assembly)
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !File.Exists(Path.Combine(folder, name + ".dll")))];
    }

    private static List<string> SlicesNamed(IEnumerable<Type> types, string mayNameAll = "Commands") => [..
        from type in types
        let slice = SliceOf(type)
        where slice is not null && slice != mayNameAll
        from named in TypeReferences.Of(type)
        where named.Assembly == Host && SliceOf(named) is { } other && other != slice
        select $"{type.FullName} names {named.FullName}"];

    /// <summary>The folder right below the host's; null for what lies beside Program.</summary>
    private static string? SliceOf(Type type) =>
        type.Namespace is { } name && name.StartsWith("NewsBot.", StringComparison.Ordinal) ? name.Split('.')[1] : null;

    private static List<Type> PublicTypes(Assembly assembly) => [.. assembly.GetExportedTypes().Where(type => type.Name != "Program")];

    private static bool IsNamespaceOfFolder(string path, string text)
    {
        var parts = path.Split('/');
        var match = Namespace().Match(text);
        return match.Success
            ? match.Groups[1].Value == string.Join('.', parts[1..^1])
            : parts[^1] == "Program.cs" && parts.Length == 3;
    }

    private static bool IsShortOrSaysWhy(string[] lines) =>
        lines.Length <= LongFile
        || lines.TakeWhile(line => !TypeDeclaration().IsMatch(line)).Any(line => line.StartsWith("// ", StringComparison.Ordinal));

    private static List<Type> WithoutContract(IEnumerable<Type> types, IReadOnlyCollection<Type> tests) => [..
        from type in types
        where type is { IsClass: true, IsAbstract: false }
        from port in Contracts
        where type.IsAssignableTo(port.Interface) && !StandsBefore(type, port.Interface) && !tests.Any(test => test.IsSubclassOf(port.Contract) && test.Name == type.Name + "Tests")
        select type];

    /// <summary>Whether a type is made with what it implements: it limits or counts, and asks nobody itself.</summary>
    private static bool StandsBefore(Type type, Type port) =>
        type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == port));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:public|internal|file) ", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TypeDeclaration();
}
