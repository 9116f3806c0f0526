using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Models;
using NewsBot.Tests.Host.Hosting;

namespace NewsBot.Tests.Host.Models;

public sealed class KernelLanguageModelTests : LanguageModelContract, IDisposable
{
    private readonly List<ServiceProvider> opened = [];

    public void Dispose()
    {
        foreach (var services in opened)
            services.Dispose();
    }

    [Fact]
    public async Task A_prompt_that_says_so_lets_the_model_search_the_archive()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "answer.yaml"),
            "name: answer\ntemplate: |\n  <message role=\"user\">{{$question}}</message>\nexecution_settings:\n  default:\n    function_choice_behavior:\n      type: auto\n",
            Stop);
        server.Behaviour = async (context, token) =>
        {
            if (server.Requests.Count > 1)
            {
                await server.WriteAsync(context, token);
                return;
            }

            await FakeModelServer.CallSearchAsync(context, """{"query":"the bridge","count":99}""", token);
        };
        var archive = new ModelHost.OneArticle();
        var model = Model(server.Endpoint, folder.Path, archive);
        var pieces = await ReadAsync(model, new PromptCall("answer", new Dictionary<string, string> { ["question"] = "Why?" }));

        Assert.Equal("Talks resume.", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(("the bridge", 8), archive.Asked);
        Assert.Equal("archive-search", server.Requests[0]["tools"]![0]!["function"]!["name"]!.ToString().Replace('_', '-'));
        Assert.Contains("The bridge reopened on Monday.", server.Messages(1)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Ignore", server.Messages(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_few_functions_are_called_at_once()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "answer.yaml"),
            "name: answer\ntemplate: |\n  <message role=\"user\">{{$question}}</message>\nexecution_settings:\n  default:\n    function_choice_behavior:\n      type: auto\n",
            Stop);
        server.Behaviour = (context, token) => server.Requests.Count > 1
            ? server.WriteAsync(context, token)
            : FakeModelServer.CallSearchAsync(context, """{"query":"the bridge"}""", token, calls: 50);
        var archive = new ModelHost.OneArticle();
        await ReadAsync(Model(server.Endpoint, folder.Path, archive), new PromptCall("answer", new Dictionary<string, string> { ["question"] = "Why?" }));
        Assert.Equal(4, archive.Count);
    }

    [Fact]
    public async Task Azure_is_reached_by_the_address_of_its_resource()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        await using var services = ModelHost.Open(options =>
            (options.Provider, options.Endpoint, options.ApiKey, options.Prompts) = ("AzureOpenAI", server.Root, "azure-key", RepositoryFiles.At("prompts")));
        var pieces = await ReadAsync(services.GetRequiredService<KernelLanguageModel>());
        Assert.Equal("Talks resume.", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.StartsWith("/openai/deployments/m/chat/completions?api-version=", Assert.Single(server.Paths), StringComparison.Ordinal);
        Assert.Equal("azure-key", Assert.Single(server.Keys));
    }

    [Fact]
    public async Task Retry_After_is_read_in_seconds_and_as_a_date()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        foreach (var (header, least, most) in new[] { ("7", 7.0, 7.0), (TimeProvider.System.GetUtcNow().AddSeconds(40).ToString("R"), 30.0, 40.0),
            ("Tue, 01 Jan 2019 00:00:00 GMT", 0.0, 0.0) })
        {
            server.Behaviour = (context, _) =>
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = header;
                return Task.CompletedTask;
            };
            var failure = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(Model(server.Endpoint, RepositoryFiles.At("prompts"))));
            Assert.InRange(failure.RetryAfter!.Value.TotalSeconds, least, most);
        }
    }

    [Fact]
    public async Task A_service_that_is_down_is_told_by_whoever_asked_and_logged_by_nobody_else()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        server.Behaviour = (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        using var log = new LogLines();
        await using var services = ModelHost.Open(
            options => (options.Endpoint, options.Prompts) = (server.Endpoint, RepositoryFiles.At("prompts")), log: log);
        await Assert.ThrowsAsync<ModelException>(() => ReadAsync(services.GetRequiredService<KernelLanguageModel>()));
        Assert.DoesNotContain(log.Lines, line => line.Failure is not null);
    }

    [Fact]
    public async Task Traces_tell_the_tokens_and_nothing_that_was_written()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        var heard = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is LanguageModelServices.TraceSource or "Microsoft.SemanticKernel",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (heard)
                    heard.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var call = new PromptCall("answer", new Dictionary<string, string> { ["question"] = "xyzzy", ["passages"] = "plugh", ["date"] = "1 May 2026" });
        await ReadAsync(Model(server.Endpoint, RepositoryFiles.At("prompts")), call);

        // The listener also hears the tests that run at the same time.
        List<Activity> ended;
        lock (heard)
            ended = [.. heard];
        Assert.Contains(ended, activity => activity.GetTagItem("gen_ai.usage.input_tokens") is 120 or 120L);
        Assert.All(ended, activity => Assert.DoesNotContain(activity.TagObjects, tag => Written(tag.Value?.ToString())));
        Assert.All(ended, activity => Assert.DoesNotContain(activity.Events.SelectMany(told => told.Tags), tag => Written(tag.Value?.ToString())));
    }

    private protected override ILanguageModel Open(string endpoint, string model, string key, string promptFolder) => Model(endpoint, promptFolder, model: model, key: key);

    private static bool Written(string? text) => text is not null
        && (text.Contains("xyzzy", StringComparison.Ordinal) || text.Contains("plugh", StringComparison.Ordinal) || text.Contains("Talks", StringComparison.Ordinal));

    private KernelLanguageModel Model(string endpoint, string folder, IArchiveSearch? archive = null, string model = "m", string key = "sk-test")
    {
        var services = ModelHost.Open(options => (options.Endpoint, options.Model, options.ApiKey, options.Prompts) = (endpoint, model, key, folder), archive);
        opened.Add(services);
        return services.GetRequiredService<KernelLanguageModel>();
    }
}
