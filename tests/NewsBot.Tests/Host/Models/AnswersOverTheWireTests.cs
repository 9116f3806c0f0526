using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Retrieval;
using NewsBot.Models;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Host.Answering;
using NewsBot.Tests.Host.Cli;

namespace NewsBot.Tests.Host.Models;

/// <summary>
/// What a reader sees when the service, with this build's client in between, is honest, lies, breaks or never ends; 'ID(words)' stands for the mark of the passage with the
/// words.
/// </summary>
public sealed class AnswersOverTheWireTests(SeededArchive archive) : IClassFixture<SeededArchive>, IAsyncLifetime
{
    private const string Honest = "The talks in Istanbul resume on Wednesday, as Volodymyr Zelensky announced on Monday. ID(third round) It is the third round. ID(third round)";

    private static readonly AskedQuestion Asked = new("When do the talks in Istanbul resume?", new DateTimeOffset(2025, 7, 22, 18, 0, 0, TimeSpan.Zero));

    private readonly SqliteArticleStore store = new(new SqliteArchive(Options.Create(new ArchiveOptions { Path = archive.Path })), TimeProvider.System);
    private readonly SqliteReaders readers = new(new SqliteArchive(Options.Create(new ArchiveOptions { Path = archive.Path })));
    private readonly TempFolder indexFolder = new();
    private FakeModelServer server = null!;
    private ArchiveIndex index = null!;
    private QuestionAnswerer extractive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await FakeModelServer.StartAsync(Stop);
        index = new ArchiveIndex(store, new PassageIndexFiles(indexFolder.Path, NullLogger<PassageIndexFiles>.Instance));
        await index.UpdateAsync(null, Stop);
        extractive = Answerers.Over(store, new SqliteDuplicateStore(readers), index);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        index.Dispose();
        store.Dispose();
        readers.Dispose();
        indexFolder.Dispose();
    }

    [Fact]
    public async Task An_honest_model_is_read()
    {
        var reply = await AskAsync(Write(Honest));
        Assert.True(reply.IsWritten);
        Assert.Equal(
            ["The talks in Istanbul resume on Wednesday, as Volodymyr Zelensky announced on Monday.", "It is the third round."],
            reply.Answer.Sentences.Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData("gpt-5", 4)]
    [InlineData("deepseek", 2)]
    [InlineData("deepseek in the text", 2)]
    [InlineData("deepseek without a beginning", 2)]
    [InlineData("llama.cpp", 3)]
    [InlineData("anthropic", 2)]
    public async Task Each_kind_of_service_answers(string manners, int requests)
    {
        var reply = await AskAsync(
            (context, token) =>
            {
                server.Pieces = Pieces(Honest);
                return ServiceManners.ReplyAsync(server, manners, context, token);
            },
            change: options => ServiceManners.Set(options, server, manners));
        Assert.True(reply.IsWritten);
        Assert.Equal(2, reply.Answer.Sentences.Count);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task Another_model_at_another_service_verifies_with_its_own_key()
    {
        await using var judge = await FakeModelServer.StartAsync(Stop);
        judge.Behaviour = (context, token) =>
        {
            var message = judge.Messages(judge.Requests.Count - 1)[^1];
            var parts = message.Split("\nSentences:\n");
            judge.Pieces = [ScriptedModel.Obey(parts[0], parts[1]).Replace("2 | yes", "2 | no", StringComparison.Ordinal)];
            return judge.WriteAsync(context, token);
        };
        server.Behaviour = Write(Honest);
        await using var services = ModelHost.Open(
            options =>
            {
                (options.Endpoint, options.ApiKey, options.Prompts) = (server.Endpoint, "of-the-writer", RepositoryFiles.At("prompts"));
                options.Verifier = new VerifierOptions { Model = "small", Endpoint = judge.Endpoint };
            },
            new ArchiveSearcher(store, index, new RankingWeights(), TimeProvider.System),
            log: null,
            KeyValuePair.Create("Llm:Verifier:Model", (string?)"small"));
        var model = new RoutedModel(services.GetRequiredService<KernelLanguageModel>(), services.GetRequiredService<VerifierModel>().Unguarded);
        var reply = await Answerers.Over(store, new SqliteDuplicateStore(readers), index, model).AnswerAsync(Asked, Stop);

        Assert.True(reply is { IsWritten: true, Answer.IsUnverified: false });
        Assert.Equal("The talks in Istanbul resume on Wednesday, as Volodymyr Zelensky announced on Monday.", Assert.Single(reply.Answer.Sentences).Text);
        Assert.Equal(["small"], judge.Requests.Select(request => (string?)request["model"]));
        Assert.Equal(["m"], server.Requests.Select(request => (string?)request["model"]).Distinct());
        Assert.DoesNotContain(judge.Keys, key => key.Contains("of-the-writer", StringComparison.Ordinal));
        Assert.IsType<RoutedModel>(services.GetRequiredService<ILanguageModel>());
    }

    [Theory]
    [InlineData("The talks in Istanbul resume on Wednesday for a fourth round. ID(third round)")]
    [InlineData("The talks in Istanbul resume on Thursday. ID(third round)")]
    [InlineData("Emmanuel Macron announced the talks. ID(third round)")]
    [InlineData("The Kremlin said “a great deal of work is done”. ID(third round)")]
    [InlineData("The talks in Istanbul resume on Wednesday.")]
    [InlineData("The talks in Istanbul resume on Wednesday. [z9z9z]")]
    [InlineData("<b>The talks</b> resume on <a href='tg://user?id=1'>Wednesday</a>. ID(third round)")]
    [InlineData("[The talks](http://example.org/) resume on Wednesday. ID(third round)")]
    [InlineData("The talks resume on Wednesday, see http://example.org/x. ID(third round)")]
    [InlineData("<<k7f2m>> The talks are off. <<end k7f2m>> [k7f2m]")]
    [InlineData("NONE")]
    [InlineData("")]
    public Task Nobody_reads_what_a_lying_model_writes(string lies) => NobodyReadsAsync(Write(lies));

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_refusal_costs_no_answer(int status)
    {
        await NobodyReadsAsync((context, token) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("""{"error":{"message":"no"}}""", token);
        });

        // Some services refuse within a stream that began well.
        await NobodyReadsAsync(async (context, token) =>
        {
            context.Response.ContentType = "text/event-stream";
            await FakeModelServer.EventAsync(context, $$$"""{"error":{"message":"no","code":{{{status}}}}}""", token);
        });
    }

    [Fact]
    public Task What_broke_off_is_not_read() => NobodyReadsAsync(async (context, token) =>
    {
        server.Pieces = Pieces(Honest);
        await server.WriteAsync(context, token, hasEnd: false);
        context.Abort();
    });

    [Fact]
    public Task A_model_without_an_end_is_left() => NobodyReadsAsync(async (context, token) =>
    {
        while (true)
            await FakeModelServer.EventAsync(context, FakeModelServer.Chunk("on and on and on and on and on and on ", finish: null), token);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("The")]
    public async Task A_slow_model_is_left_when_its_time_is_over(string? first)
    {
        var reply = await NobodyReadsAsync(async (context, token) =>
        {
            if (first is not null)
                await FakeModelServer.EventAsync(context, FakeModelServer.Chunk(first, finish: null), token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        }, seconds: 1);
        Assert.InRange(reply.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("prompts")]
    [InlineData("searching")]
    public async Task A_model_that_only_calls_functions_is_left_after_four_requests(string prompts)
    {
        using var searching = new TempFolder();
        await NobodyReadsAsync(
            (context, token) => FakeModelServer.CallSearchAsync(context, """{"query":"talks in Istanbul"}""", token),
            prompts: prompts == "prompts" ? null : Searching(searching));
        Assert.InRange(server.Requests.Count, 1, 4);
    }

    [Fact]
    public async Task What_the_model_finds_in_the_archive_may_be_cited()
    {
        using var searching = new TempFolder();
        var reply = await AskAsync(
            (context, token) => server.Requests.Count == 1
                ? FakeModelServer.CallSearchAsync(context, """{"query":"Who broke the world record in the marathon?"}""", token)
                : Write("Kelvin Kiptum broke the world record in the marathon. ID(Kiptum of Kenya)")(context, token),
            prompts: Searching(searching));

        Assert.True(reply.IsWritten);
        Assert.Equal("Kelvin Kiptum broke the world record in the marathon.", Assert.Single(reply.Answer.Sentences).Text);
        Assert.Contains("world record", Assert.Single(reply.Answer.Citations).Quote, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Messages(0), message => message.Contains("world record", StringComparison.Ordinal));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task What_the_model_finds_is_checked_like_everything_else()
    {
        using var searching = new TempFolder();
        await NobodyReadsAsync(
            (context, token) => server.Requests.Count == 1
                ? FakeModelServer.CallSearchAsync(context, """{"query":"Who threw soup at the Mona Lisa?"}""", token)
                : Write("Nine women threw soup at the Mona Lisa. ID(threw soup)")(context, token),
            prompts: Searching(searching));
    }

    /// <summary>The repository's prompts, but the one for answers lets the model search.</summary>
    private static string Searching(TempFolder folder)
    {
        foreach (var path in Directory.GetFiles(RepositoryFiles.At("prompts"), "*.yaml"))
        {
            var text = File.ReadAllText(path);
            File.WriteAllText(
                Path.Combine(folder.Path, Path.GetFileName(path)),
                path.EndsWith("answer.yaml", StringComparison.Ordinal)
                    ? text.TrimEnd() + "\nexecution_settings:\n  default:\n    function_choice_behavior:\n      type: auto\n"
                    : text);
        }

        return folder.Path;
    }

    private async Task<Reply> NobodyReadsAsync(Func<HttpContext, CancellationToken, Task> behaviour, int seconds = 20, string? prompts = null)
    {
        var reply = await AskAsync(behaviour, seconds, prompts);
        var expected = await extractive.AnswerAsync(Asked, Stop);
        Assert.False(reply.IsWritten);
        Assert.True(reply.Answer.IsSupported);
        Assert.Equal(expected.Answer.Sentences.Select(sentence => sentence.Text), reply.Answer.Sentences.Select(sentence => sentence.Text));
        Assert.NotEmpty(server.Requests);
        return reply;
    }

    private async Task<Reply> AskAsync(
        Func<HttpContext, CancellationToken, Task> behaviour, int seconds = 20, string? prompts = null, Action<LlmOptions>? change = null)
    {
        server.Behaviour = behaviour;
        await using var services = ModelHost.Open(
            options =>
            {
                (options.Endpoint, options.Seconds, options.Prompts) = (server.Endpoint, seconds, prompts ?? RepositoryFiles.At("prompts"));
                change?.Invoke(options);
            },
            new ArchiveSearcher(store, index, new RankingWeights(), TimeProvider.System));
        var answerer = Answerers.Over(store, new SqliteDuplicateStore(readers), index, services.GetRequiredService<KernelLanguageModel>());
        return await answerer.AnswerAsync(Asked, Stop);
    }

    private Func<HttpContext, CancellationToken, Task> Write(string text) => (context, token) =>
    {
        server.Pieces = Pieces(text);
        return server.WriteAsync(context, token);
    };

    /// <summary>What a writer writes; for a verifying request, verdicts that find everything stated; for one that wants a sentence mended, none.</summary>
    private List<string> Pieces(string text)
    {
        var message = server.Messages(server.Requests.Count - 1)[^1];
        var reply = message.Contains("(refused: ", StringComparison.Ordinal) ? "1. NONE"
            : message.Split("\nSentences:\n") is [var passages, var sentences] ? ScriptedModel.Obey(passages, sentences) : ScriptedModel.Fill(text, message);
        return [.. reply.Chunk(7).Select(piece => new string(piece))];
    }
}
