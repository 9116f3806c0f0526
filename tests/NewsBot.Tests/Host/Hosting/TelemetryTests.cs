using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Hosting;
using NewsBot.Tests.Host.Cli;
using NewsBot.Tests.Host.Models;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>The service as a process, with a language model, and a collector that it sends its traces and metrics to.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const long Ann = 11;
    private const string Key = "sk-model-key-of-the-test";
    private const string Question = "When do the talks in Istanbul resume?";
    private const string Foreign = "Коли відновляться переговори в Стамбулі?";

    private const string Honest =
        "The talks in Istanbul resume on Wednesday, as Volodymyr Zelensky announced on Monday. ID(third round) It is the third round. ID(third round)";

    private readonly TempFolder folder = new();
    private FakeBotApi telegram = null!;
    private FakeModelServer model = null!;
    private OtlpCollector collector = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        telegram = await FakeBotApi.StartAsync(Stop);
        model = await FakeModelServer.StartAsync(Stop);
        model.Behaviour = ReplyAsync;
        collector = await OtlpCollector.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await telegram.DisposeAsync();
        await model.DisposeAsync();
        await collector.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_question_is_one_trace_with_a_span_a_step_and_is_counted()
    {
        // The seeds are taken in before anything is counted.
        Assert.Equal(0, (await CommandRun.OfAsync("ask", "--data", folder.Path, Question)).Code);
        await using (var service = Start(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500")))
        {
            await AskAsync(Foreign, answers: 1);
            await AskAsync("Hello!", answers: 2);
            telegram.FailNext("sendMessage", FakeBotApiFault.Refusal(400, "Bad Request: the message is not to be had"));
            telegram.FailNext("sendMessage", FakeBotApiFault.Refusal(400, "Bad Request: the message is not to be had"));
            telegram.Says(Ann, "/help");
            await telegram.WaitForAsync("sendMessage", 4);
            telegram.Says(Ann, "/ingest The ferry to Brell sails again. It sails from Monday on, as its owner says.");
            await telegram.WaitUntilAsync(() => telegram.BotMessages(Ann).Count == 3);
            await collector.WaitForAsync("newsbot.queue.length newsbot.queue=messages");
            Assert.Equal(0, await service.StopAsync());
        }

        // The trace of the question.
        var spans = collector.Spans;
        var update = Assert.Single(spans, span => span.Name == "update" && spans.Any(other => other.Trace == span.Trace && other.Name == "translate"));
        Assert.Equal("", update.Parent);
        Assert.Equal("newsbot", update.Resource["service.name"]);
        var trace = spans.Where(span => span.Trace == update.Trace).ToList();
        foreach (var step in (string[])["answer", "understand", "search", "read", "compose", "decide", "write", "verify", "translate", "store", "send"])
        {
            var found = trace.Where(span => span is { Scope: "NewsBot" } && span.Name == step).ToList();
            Assert.NotEmpty(found);
            Assert.All(found, span => Assert.Contains(trace, other => other.Id == span.Parent));
        }

        Assert.Equal("sure", Assert.Single(trace, span => span.Name == "answer").Tags["newsbot.tier"]);
        Assert.Single(trace, span => span.Name == "send" && span.Parent == update.Id);

        // The model's requests, by the conventions for generative models, and the kernel's functions.
        var chats = trace.Where(span => span is { Scope: "NewsBot.LanguageModels", Name: "chat m" }).ToList();
        Assert.Equal(model.Requests.Count - 1, chats.Count);
        Assert.All(chats, span => Assert.Equal(
            ("chat", "m", "120"), (span.Tags["gen_ai.operation.name"], span.Tags["gen_ai.request.model"], span.Tags["gen_ai.usage.input_tokens"])));
        Assert.Contains(trace, span => span.Scope.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal));

        // The counts.
        var points = collector.Points;
        Assert.Equal(1, points["newsbot.questions newsbot.outcome=answered newsbot.tier=sure newsbot.wording=model"]);
        Assert.Equal(1, points["newsbot.questions newsbot.outcome=refused newsbot.reason=greeting newsbot.tier=none newsbot.wording=articles"]);
        Assert.Equal(1, points["newsbot.question.duration newsbot.outcome=answered newsbot.tier=sure newsbot.wording=model"]);
        Assert.Equal(1, points["newsbot.model.drafts newsbot.outcome=verified"]);
        Assert.Equal(1, points["newsbot.articles newsbot.outcome=added"]);
        Assert.Equal(3, points["newsbot.messages newsbot.outcome=sent"]);
        Assert.Equal(2, points["newsbot.messages error.type=rejected newsbot.outcome=refused"]);
        Assert.All((string[])["updates", "messages", "feeds"], queue => Assert.InRange(points[$"newsbot.queue.length newsbot.queue={queue}"], 0, 1));
        Assert.Contains(points.Keys, series => series.StartsWith("gen_ai.client.token.usage ", StringComparison.Ordinal));
        Assert.Contains(points.Keys, series => series.StartsWith("dotnet.gc", StringComparison.Ordinal));

        // Nothing that anybody wrote, and no secret.
        var secrets = (string[])[telegram.Token, telegram.Token.Split(':')[1], Key, Question, Foreign, "Стамбул", "resume on", "third round", "Brell", "not to be had"];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, collector.Bytes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_signal_may_have_an_address_of_its_own_and_failures_and_pages_tell_no_words()
    {
        model.Behaviour = (context, token) => model.Requests.Count == 1 ? model.WholeAsync(context, token) : RefuseAsync(context, token);
        await using (var service = Start(
            ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.Endpoint + "/v1/traces"), ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", collector.Endpoint + "/v1/metrics"), ("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "http/protobuf"),
            ("OTEL_SERVICE_NAME", "news-of-the-test"), ("Llm:Retries", "0")))
        {
            await AskAsync(Question, answers: 1);
            model.Behaviour = (context, token) => WriteAsync(context, "The talks in Istanbul resume on Wednesday for a fourth round. ID(third round)", token);
            await AskAsync(Question, answers: 2);
            var web = await service.SaysAsync("The web is at http://127.0.0.1:");
            using var http = new HttpClient { BaseAddress = new Uri(web.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.')) };
            await http.GetStringAsync("/api/search?q=Kiptum", Stop);
            await http.GetStringAsync("/health/live", Stop);
            Assert.Equal(0, await service.StopAsync());
        }

        Assert.Equal("GET /api/search", Assert.Single(collector.Spans, span => span.Tags.ContainsKey("http.route")).Name);
        Assert.All(collector.Spans, span => Assert.Equal("news-of-the-test", span.Resource["service.name"]));
        Assert.Equal(1, collector.Points["newsbot.model.drafts newsbot.outcome=fallen_back newsbot.reason=service"]);
        Assert.Equal(1, collector.Points["newsbot.model.drafts newsbot.outcome=fallen_back newsbot.reason=not_stated"]);
        Assert.All((string[])["Kiptum", "overheated", "fourth", "Istanbul"], word => Assert.DoesNotContain(word, collector.Bytes, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_address_nothing_is_added()
    {
        using var app = new NewsBotApp(new Dictionary<string, string?> { ["OTEL_SERVICE_NAME"] = "newsbot" }).BuildService(folder.Path, TextWriter.Null);
        Assert.DoesNotContain(
            app.Services.GetServices<IHostedService>(),
            service => service is QueueMeter || service.GetType().Assembly.GetName().Name!.StartsWith("OpenTelemetry", StringComparison.Ordinal));
        Assert.Null(Instruments.Step("understand"));
    }

    private ServiceProcess Start(params (string Key, string Value)[] settings) => ServiceProcess.Start(
        folder.Path,
        [
            ("Telegram:Token", telegram.Token), ("Telegram:BaseUrl", telegram.BaseUrl.ToString()), ("Telegram:Limits:PerChatPerSecond", "0"),
            ("Telegram:Administrators:0", $"{Ann}"), ("Llm:Model", "m"), ("Llm:Endpoint", model.Endpoint), ("Llm:ApiKey", Key), .. settings,
        ]);

    private async Task AskAsync(string question, int answers)
    {
        telegram.Says(Ann, question);
        await telegram.WaitUntilAsync(() => telegram.BotMessages(Ann).Count == answers);
    }

    private Task ReplyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var messages = model.Messages(model.Requests.Count - 1);
        if (messages is ["user: Say yes."])
            return model.WholeAsync(context, cancellationToken);
        var reply = messages[^1].Split("\nSentences:\n") is [var passages, var sentences] ? ScriptedModel.Obey(passages, sentences)
            : messages[^1].Contains("Коли", StringComparison.Ordinal) && messages[0].Contains("You translate", StringComparison.Ordinal) ? "1. " + Question
            : messages[0].Contains("You translate", StringComparison.Ordinal)
                ? "1. Переговори в Стамбулі відновляться в середу, оголосив у понеділок Володимир Зеленський.\n2. Це третій раунд."
            : Honest;
        return WriteAsync(context, reply, cancellationToken);
    }

    private Task WriteAsync(HttpContext context, string reply, CancellationToken cancellationToken)
    {
        model.Pieces = [ScriptedModel.Fill(reply, model.Messages(model.Requests.Count - 1)[^1])];
        return model.WriteAsync(context, cancellationToken);
    }

    private static Task RefuseAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = 500;
        return context.Response.WriteAsync("""{"error":{"message":"The service is overheated."}}""", cancellationToken);
    }
}
