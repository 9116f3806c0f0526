using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

/// <summary>What a service refuses, how it counts and how often it is asked.</summary>
public sealed class ServiceHabitTests : IAsyncLifetime
{
    private FakeModelServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await FakeModelServer.StartAsync(Stop);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_parameter_that_the_service_refuses_is_left_out_from_then_on()
    {
        server.Behaviour = (context, token) => Refuse(context, "temperature", "Unsupported value: 'temperature' does not support 0.5 with this model.", token);
        await using var services = Open(options => options.Temperature = 0.5);
        await ReadAsync(services);
        await ReadAsync(services);
        Assert.Equal([true, false, false], server.Requests.Select(request => request["temperature"] is not null));
    }

    [Theory]
    [InlineData("max_tokens", "max_completion_tokens", "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.")]
    [InlineData("stream_options", "max_tokens", "body.stream_options: Extra inputs are not permitted")]
    public async Task A_name_that_the_service_refuses_is_replaced_from_then_on(string refused, string limit, string reason)
    {
        server.Behaviour = (context, token) => Refuse(context, refused, reason, token);
        await using var services = Open();
        await ReadAsync(services);
        await ReadAsync(services);
        Assert.Equal([true, false, false], server.Requests.Select(request => request[refused] is not null));
        Assert.All(server.Requests.Skip(1), request => Assert.Equal(2000, request[limit]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_service_that_refuses_each_limit_is_asked_without_one()
    {
        server.Behaviour = (context, token) => Limit(server.Requests[^1]) is { } name
            ? RejectAsync(context, $"Unknown parameter {name}", token)
            : server.WriteAsync(context, token);
        await using var services = Open();
        await ReadAsync(services);
        Assert.Equal(["max_tokens", "max_completion_tokens", null], server.Requests.Select(Limit));
    }

    [Fact]
    public async Task What_the_service_refuses_for_another_reason_is_asked_once_and_nothing_is_learnt()
    {
        server.Behaviour = (context, token) => RejectAsync(context, "The prompt is too long for this model.", token);
        await using var services = Open(options => options.Temperature = 0.5);
        var failure = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(services));
        Assert.Equal(ModelFailure.Rejected, failure.Failure);
        Assert.EndsWith("(400): The prompt is too long for this model.", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        server.Behaviour = null;
        await ReadAsync(services);
        Assert.NotNull(server.Requests[^1]["temperature"]);
        Assert.Equal("max_tokens", Limit(server.Requests[^1]));
    }

    [Theory]
    [InlineData("""{"prompt_tokens":120,"completion_tokens":90,"total_tokens":210,"completion_tokens_details":{"reasoning_tokens":60}}""", 90)]
    [InlineData("""{"prompt_tokens":120,"completion_tokens":30,"total_tokens":210}""", 90)]
    [InlineData("""{"prompt_tokens":120,"completion_tokens":30}""", 30)]
    public async Task What_a_model_thought_is_counted(string usage, long output)
    {
        server.Usage = usage;
        await using var services = Open();
        Assert.Equal(new ModelUsage(120, output), (await ReadAsync(services)).Last(piece => piece.Usage is not null).Usage);
    }

    [Fact]
    public async Task A_model_that_thinks_until_its_limit_is_told_so()
    {
        server.Behaviour = async (context, token) =>
        {
            context.Response.ContentType = "text/event-stream";
            await FakeModelServer.EventAsync(context, FakeModelServer.Chunk("", "length"), token);
            await FakeModelServer.EventAsync(context, "[DONE]", token);
        };
        await using var services = Open();
        var failure = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(services));
        Assert.Equal(ModelFailure.OnlyThought, failure.Failure);
        Assert.Contains("Llm:MaxTokens", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_service_gets_more_requests_for_a_question_than_allowed()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "answer.yaml"),
            "name: answer\ntemplate: |\n  <message role=\"user\">{{$question}}</message>\nexecution_settings:\n  default:\n    function_choice_behavior:\n      type: auto\n",
            Stop);
        await using var services = Open(options => options.Prompts = folder.Path);
        var model = new AllowedModel(services.GetRequiredService<KernelLanguageModel>(), new RequestAllowance(3));

        // Each way to be asked again: a refused parameter, a search of the model, another prompt.
        server.Behaviour = (context, token) => server.Requests.Count switch
        {
            1 => RejectAsync(context, "stream_options is unknown", token),
            2 => FakeModelServer.CallSearchAsync(context, """{"query":"the bridge"}""", token),
            _ => server.WriteAsync(context, token),
        };
        await ReadAsync(model);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(ModelFailure.RequestsSpent, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model))).Failure);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_check_at_the_start_tells_the_services_reason()
    {
        server.Behaviour = (context, token) => RejectAsync(context, "Your organization must be verified.", token);
        await using var services = Open();
        var problem = await services.GetRequiredService<ModelCheck>().FindProblemAsync(Stop);
        Assert.Equal("The language model refused the request (400): Your organization must be verified.", problem!.Value.Sentence);
        Assert.False(problem.Value.IsFinal);
    }

    [Fact]
    public async Task The_check_at_the_start_learns_what_the_service_takes()
    {
        server.Behaviour = (context, token) => server.Requests[^1]["max_tokens"] is not null ? RejectAsync(context, "Unsupported parameter: 'max_tokens'", token)
            : server.Requests[^1]["stream"] is null ? server.WholeAsync(context, token) : server.WriteAsync(context, token);
        await using var services = Open();
        Assert.Null(await services.GetRequiredService<ModelCheck>().FindProblemAsync(Stop));
        await ReadAsync(services);
        Assert.Equal(["max_tokens", "max_completion_tokens", "max_completion_tokens"], server.Requests.Select(Limit));
    }

    private static Task<List<ModelPiece>> ReadAsync(ServiceProvider services) => ReadAsync(services.GetRequiredService<KernelLanguageModel>());

    private static async Task<List<ModelPiece>> ReadAsync(ILanguageModel model)
    {
        var pieces = new List<ModelPiece>();
        await foreach (var piece in model.StreamAsync(
            new PromptCall("answer", new Dictionary<string, string> { ["question"] = "Why?", ["passages"] = "…", ["date"] = "1 May 2026" }), Stop))
            pieces.Add(piece);
        return pieces;
    }

    private static string? Limit(JsonNode request) => new[] { "max_tokens", "max_completion_tokens" }.FirstOrDefault(name => request[name] is not null);

    private static Task RejectAsync(HttpContext context, string reason, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = 400;
        return context.Response.WriteAsJsonAsync(new { error = new { message = reason, type = "invalid_request_error" } }, cancellationToken);
    }

    private ServiceProvider Open(Action<LlmOptions>? change = null) => ModelHost.Open(options =>
    {
        (options.Endpoint, options.ApiKey, options.Prompts) = (server.Endpoint, "sk-test", RepositoryFiles.At("prompts"));
        change?.Invoke(options);
    });

    private Task Refuse(HttpContext context, string parameter, string reason, CancellationToken cancellationToken) =>
        server.Requests[^1][parameter] is null ? server.WriteAsync(context, cancellationToken) : RejectAsync(context, reason, cancellationToken);
}
