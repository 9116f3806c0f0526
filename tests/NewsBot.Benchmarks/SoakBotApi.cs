using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Benchmarks;

/// <summary>A Bot API on loopback that keeps nothing but what waits: it runs for hours. Now and then a message is refused with a wait or an error.</summary>
internal sealed class SoakBotApi : IAsyncDisposable
{
    public const string Token = "123456:SOAK";

    private const int CallsPerFault = 25;

    // In place of the time of a message whose answer was refused once.
    private const long Refused = -1;

    private readonly Channel<JsonObject> updates = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentDictionary<(long Chat, int Message), (long At, string Text)> asked = [];
    private readonly ConcurrentQueue<AnswerWait> waitsOfQuestions = [];
    private readonly ConcurrentQueue<AnswerWait> waitsOfCommands = [];
    private readonly WebApplication app;

    // Sent last and not confirmed yet.
    private List<JsonObject> sent = [];
    private int messages;
    private int calls;

    private SoakBotApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Without a path.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Messages that got no answer yet.</summary>
    public int Waiting => asked.Count;

    /// <summary>Messages of the bot so far.</summary>
    public int Sent { get; private set; }

    public static async Task<SoakBotApi> StartAsync()
    {
        var api = new SoakBotApi();
        await api.app.StartAsync();
        return api;
    }

    /// <summary>A person writes to the bot.</summary>
    public void Says(long chat, string text)
    {
        var id = Interlocked.Increment(ref messages);
        asked[(chat, id)] = (Stopwatch.GetTimestamp(), text);
        updates.Writer.TryWrite(new JsonObject
        {
            ["update_id"] = (long)id,
            ["message"] = new JsonObject
            {
                ["message_id"] = id,
                ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private", ["first_name"] = "Ann" },
                ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "Ann", ["language_code"] = "en" },
                ["text"] = text,
            },
        });
    }

    /// <summary>How long the answers since the last call took to come; those that were refused once are not among them.</summary>
    public (List<AnswerWait> Questions, List<AnswerWait> Commands) TakeWaits()
    {
        return (Take(waitsOfQuestions), Take(waitsOfCommands));

        static List<AnswerWait> Take(ConcurrentQueue<AnswerWait> waits)
        {
            var taken = new List<AnswerWait>();
            while (waits.TryDequeue(out var wait))
                taken.Add(wait);
            return taken;
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Path.Value!.Split('/')[^1];
        var given = await ReadAsync(context.Request);
        var (status, reply) = method switch
        {
            "getMe" => Result(new JsonObject { ["id"] = 42, ["is_bot"] = true, ["first_name"] = "News", ["username"] = "soakbot", ["supports_inline_queries"] = true }),
            "getUpdates" => Result(await PollAsync(given, context.RequestAborted)),
            "sendMessage" or "editMessageText" => Send(given),
            _ => Result(true),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(reply.ToJsonString());
    }

    private async Task<JsonArray> PollAsync(JsonObject given, CancellationToken cancellationToken)
    {
        var offset = (long?)given["offset"] ?? 0;
        sent.RemoveAll(update => (long)update["update_id"]! < offset);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds((int?)given["timeout"] ?? 0));
        try
        {
            if (sent.Count == 0 && await updates.Reader.WaitToReadAsync(limit.Token))
            {
                while (sent.Count < 100 && updates.Reader.TryRead(out var update))
                    sent.Add(update);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody wrote meanwhile.
        }

        return [.. sent.Select(update => update.DeepClone())];
    }

    private (int Status, JsonObject Reply) Send(JsonObject given)
    {
        var chat = (long)given["chat_id"]!;
        var replied = (int?)given["reply_parameters"]?["message_id"] ?? 0;
        switch (Interlocked.Increment(ref calls) % (2 * CallsPerFault))
        {
            case 0:
                Forget((chat, replied));
                return Refusal(500, "Internal Server Error", null);
            case CallsPerFault:
                Forget((chat, replied));
                return Refusal(429, "Too Many Requests: retry after 1", new JsonObject { ["retry_after"] = 1 });
        }

        if (asked.TryRemove((chat, replied), out var message) && message.At != Refused)
        {
            (message.Text.StartsWith('/') ? waitsOfCommands : waitsOfQuestions)
                .Enqueue(new AnswerWait(message.At, Stopwatch.GetElapsedTime(message.At).TotalMilliseconds, message.Text));
        }

        Sent++;
        return Result(new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref messages),
            ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
        });
    }

    private void Forget((long Chat, int Message) message)
    {
        if (asked.TryGetValue(message, out var found))
            asked.TryUpdate(message, (Refused, found.Text), found);
    }

    private static (int Status, JsonObject Reply) Result(JsonNode result) => (200, new JsonObject { ["ok"] = true, ["result"] = result });

    private static (int Status, JsonObject Reply) Refusal(int code, string description, JsonObject? hints) =>
        (code, new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description, ["parameters"] = hints });

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return request.ContentLength is 0 ? [] : await JsonNode.ParseAsync(request.Body) as JsonObject ?? [];
        var given = new JsonObject();
        foreach (var field in await request.ReadFormAsync())
            given[field.Key] = field.Key == "chat_id" ? long.Parse(field.Value.ToString()) : field.Value.ToString();
        return given;
    }
}

/// <summary>How long a person waited for an answer.</summary>
/// <param name="AskedAt">The time stamp of the message.</param>
/// <param name="Milliseconds">From the message to the answer.</param>
/// <param name="Text">The message.</param>
internal sealed record AnswerWait(long AskedAt, double Milliseconds, string Text);
