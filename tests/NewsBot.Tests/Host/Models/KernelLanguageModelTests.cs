using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Models;

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
            "name: answer\ntemplate: |\n  <message role=\"user\">{{$question}}</message>\nexecution_settings:\n  default:\n    function_choice_behavior:\n      type: auto\n", Stop);
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

        Assert.Contains(heard, activity => activity.GetTagItem("gen_ai.usage.input_tokens") is 120 or 120L);
        Assert.All(heard, activity => Assert.DoesNotContain(activity.TagObjects, tag => Written(tag.Value?.ToString())));
        Assert.All(heard, activity => Assert.DoesNotContain(activity.Events.SelectMany(told => told.Tags), tag => Written(tag.Value?.ToString())));
    }

    private protected override ILanguageModel Open(string endpoint, string model, string key, string promptFolder) => Model(endpoint, promptFolder, model: model, key: key);

    private static bool Written(string? text) => text is not null && (text.Contains("xyzzy", StringComparison.Ordinal) || text.Contains("plugh", StringComparison.Ordinal) || text.Contains("Talks", StringComparison.Ordinal));

    private KernelLanguageModel Model(string endpoint, string folder, IArchiveSearch? archive = null, string model = "m", string key = "sk-test")
    {
        var services = ModelHost.Open(options => (options.Endpoint, options.Model, options.ApiKey, options.Prompts) = (endpoint, model, key, folder), archive);
        opened.Add(services);
        return services.GetRequiredService<KernelLanguageModel>();
    }
}
