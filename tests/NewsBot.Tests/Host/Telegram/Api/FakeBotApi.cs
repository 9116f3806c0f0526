using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>A Bot API server on loopback, for one bot: keeps chats and messages, and is as strict as the real one.</summary>
/// <remarks>
/// What people do is said with <c>Says</c>, <c>Taps</c> and the like; what went wrong on the way is said with <see cref="FailNext(string, FakeBotApiFault, int)"/>;
/// what came of it is seen in <see cref="Messages"/> and <see cref="Requests"/>. Safe for concurrent use.
/// </remarks>
internal sealed partial class FakeBotApi : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly FakeBotApiSignal changed = new();
    private readonly List<FakeBotApiRequest> requests = [];
    private readonly List<(Func<FakeBotApiRequest, bool> Matches, FakeBotApiFault Fault, int Times)> faults = [];
    private readonly FakeBotApiQueue queue;
    private readonly FakeBotApiMethods methods;
    private readonly TimeProvider clock;
    private readonly WebApplication app;

    private FakeBotApi(TimeProvider clock)
    {
        this.clock = clock;
        queue = new FakeBotApiQueue(changed, stopping.Token);
        methods = new FakeBotApiMethods(Identity, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string Token { get; } = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw-_";

    /// <summary>Without a path; calls below any path are taken, too.</summary>
    public Uri BaseUrl => new(app.Urls.First());

    public User Identity { get; } = new() { Id = 123456789, IsBot = true, Username = "newsbot", FirstName = "News Bot" };

    /// <summary>Telegram's limits; off until set.</summary>
    public FakeBotApiFlood Flood => methods.Flood;

    /// <summary>The texts with which taps were answered, by tap; null for an answer without one.</summary>
    public IReadOnlyDictionary<string, string?> TapAnswers => Locked(() => methods.TapAnswers.ToDictionary());

    /// <summary>The results that were offered, by inline query.</summary>
    public IReadOnlyDictionary<string, JsonArray> InlineAnswers => Locked(() => methods.InlineAnswers.ToDictionary());

    /// <summary>The commands that were registered, by the chat (null for everybody) and the language (null for any other).</summary>
    public IReadOnlyDictionary<(long? ChatId, string? Language), IReadOnlyList<(string Name, string Description)>> Commands => Locked(() => methods.Commands.ToDictionary());

    /// <summary>Every call that reached the server, in order of arrival.</summary>
    public IReadOnlyList<FakeBotApiRequest> Requests => Locked(requests.ToList);

    /// <summary>The ids of updates that the bot has not confirmed.</summary>
    public IReadOnlyList<long> WaitingUpdates => queue.Waiting;

    /// <summary>Whether the bot may be asked inline.</summary>
    public bool SupportsInline
    {
        get => Locked(() => methods.SupportsInline);
        set => Locked(() => methods.SupportsInline = value);
    }

    /// <summary>Whether a long poll is under way.</summary>
    public bool IsPolled => queue.IsPolled;

    /// <summary>What calls of the webhook were answered, in order: the update's id and the HTTP status, 0 for no answer.</summary>
    public IReadOnlyList<(long UpdateId, int Status)> Deliveries => queue.Deliveries;

    /// <summary>Where each call of the webhook goes: a balancer before several processes.</summary>
    public void RouteWebhook(Func<Uri, Uri> route) => queue.Route = route;

    public static async Task<FakeBotApi> StartAsync(CancellationToken cancellationToken, TimeProvider? clock = null)
    {
        var fake = new FakeBotApi(clock ?? TimeProvider.System);
        await fake.app.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>The calls of one method, in order of arrival.</summary>
    public IReadOnlyList<FakeBotApiRequest> RequestsOf(string method) => [.. Requests.Where(request => Is(request, method))];

    /// <summary>The messages that stand in a chat, as people see them, oldest first.</summary>
    public IReadOnlyList<FakeBotApiMessage> Messages(long chatId) => Locked(() => methods.Room(chatId).Messages.ToList());

    /// <summary>The messages of the bot that stand in a chat, oldest first.</summary>
    public IReadOnlyList<FakeBotApiMessage> BotMessages(long chatId) => [.. Messages(chatId).Where(message => message.SenderId == Identity.Id)];

    /// <summary>The draft that is shown in a chat; null for none.</summary>
    public string? Draft(long chatId) => Locked(() => methods.Room(chatId).Draft);

    /// <summary>Has the next calls of a method go wrong.</summary>
    public void FailNext(string method, FakeBotApiFault fault, int times = 1) => FailNext(request => Is(request, method), fault, times);

    /// <summary>Has the next calls go wrong that fit.</summary>
    public void FailNext(Func<FakeBotApiRequest, bool> matches, FakeBotApiFault fault, int times = 1) => Locked(() => faults.Add((matches, fault, times)));

    /// <summary>Waits until so many calls of a method are over, those from before included.</summary>
    /// <returns>All of them, in order of arrival.</returns>
    /// <exception cref="TimeoutException">That did not happen; its message tells the calls that there were.</exception>
    public Task<IReadOnlyList<FakeBotApiRequest>> WaitForAsync(string method, int count = 1, TimeSpan? timeout = null) =>
        WaitForAsync(request => request.IsOver && Is(request, method), count, timeout);

    /// <summary>Waits until so many calls fit, those from before included; calls under way are asked, too.</summary>
    public async Task<IReadOnlyList<FakeBotApiRequest>> WaitForAsync(Func<FakeBotApiRequest, bool> fits, int count = 1, TimeSpan? timeout = null)
    {
        IReadOnlyList<FakeBotApiRequest> found = [];
        await WaitUntilAsync(() => (found = Requests.Where(fits).ToList()).Count >= count, timeout);
        return found;
    }

    /// <summary>Waits until something holds, asking after each change on the server.</summary>
    public async Task WaitUntilAsync(Func<bool> holds, TimeSpan? timeout = null)
    {
        var end = Task.Delay(timeout ?? Patience);
        while (true)
        {
            var change = changed.Next;
            if (holds())
                return;
            if (end.IsCompleted)
                throw new TimeoutException($"It did not happen. The calls were:\n{string.Join('\n', Requests)}");
            await Task.WhenAny(change, end);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        queue.Dispose();
        stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = MethodPath().Match(context.Request.Path.Value ?? "");
        var parameters = await ReadParametersAsync(context.Request);
        var request = new FakeBotApiRequest(path.Groups["prefix"].Value, path.Groups["method"].Value, parameters, clock.GetUtcNow());
        var fault = Locked(() =>
        {
            requests.Add(request);
            Flood.Watch(request);
            return TakeFault(request);
        });
        changed.Set();
        try
        {
            await (fault?.Until ?? Task.CompletedTask).WaitAsync(stopping.Token);
            var (status, body) = fault is { Acts: false } ? (fault.Status, fault.Body!) : await ActAsync(path, request, context.RequestAborted);
            if (fault is { Cuts: true })
                context.Abort();
            else
                await ReplyAsync(context, request, status, body, fault?.RetryAfterHeader);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        finally
        {
            request.IsOver = true;
            changed.Set();
        }
    }

    private async Task ReplyAsync(HttpContext context, FakeBotApiRequest request, int status, string body, int? retryAfter)
    {
        request.Status = status;
        request.Response = Parse(body);
        if (status == 429 && (request.Response?["parameters"]?["retry_after"]?.GetValue<int>() ?? retryAfter) is { } seconds)
            Locked(() => Flood.Told(request.ChatId, clock.GetUtcNow().AddSeconds(seconds)));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is { } told)
            context.Response.Headers.RetryAfter = told.ToString();
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private async Task<(int Status, string Body)> ActAsync(Match path, FakeBotApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (path.Groups["token"].Value != Token)
                throw TokenForm().IsMatch(path.Groups["token"].Value) ? new FakeBotApiRefusalException(401, "Unauthorized") : new FakeBotApiRefusalException(404, "Not Found");
            if (!path.Success || !FakeBotApiParameters.Knows(request.Method))
                throw new FakeBotApiRefusalException(404, "Not Found");
            FakeBotApiParameters.Check(request.Method, request.Parameters);
            var result = request.Method switch
            {
                "getUpdates" => await GetUpdatesAsync(request.Parameters, cancellationToken),
                "setWebhook" => SetWebhook(request.Parameters),
                "deleteWebhook" => DeleteWebhook(request.Parameters),
                "getWebhookInfo" => queue.DescribeWebhook(),
                _ => Locked(() => methods.Act(request)),
            };
            return (200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());
        }
        catch (FakeBotApiRefusalException refusal)
        {
            var reply = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
            if (refusal.Hints is not null)
                reply["parameters"] = refusal.Hints.DeepClone();
            return (refusal.Code, reply.ToJsonString());
        }
    }

    private async Task<JsonNode> GetUpdatesAsync(JsonObject given, CancellationToken cancellationToken)
    {
        var limit = given.Number("limit") ?? 100;
        return limit is >= 1 and <= 100
            ? await queue.GetAsync(given.Number("offset") ?? 0, (int)limit, TimeSpan.FromSeconds(given.Number("timeout") ?? 0), Kinds(given), cancellationToken)
            : throw FakeBotApiRefusalException.Bad("limit has to be 1 to 100");
    }

    private JsonNode SetWebhook(JsonObject given)
    {
        if (!Uri.TryCreate(given.String("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw FakeBotApiRefusalException.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (given.String("secret_token") is { } secret && !SecretForm().IsMatch(secret))
            throw FakeBotApiRefusalException.Bad("secret token contains unallowed characters");
        if (given.Number("max_connections") is < 1 or > 100)
            throw FakeBotApiRefusalException.Bad("max_connections has to be 1 to 100");
        queue.SetWebhook(url, given.String("secret_token"), Kinds(given), given.Flag("drop_pending_updates") ?? false);
        return true;
    }

    private JsonNode DeleteWebhook(JsonObject given)
    {
        queue.SetWebhook(null, null, null, given.Flag("drop_pending_updates") ?? false);
        return true;
    }

    private static HashSet<string>? Kinds(JsonObject given) =>
        given.ContainsKey("allowed_updates") ? [.. given.List("allowed_updates").Select(kind => kind!.GetValue<string>())] : null;

    private FakeBotApiFault? TakeFault(FakeBotApiRequest request)
    {
        var index = faults.FindIndex(fault => fault.Matches(request));
        if (index < 0)
            return null;
        var (matches, fault, times) = faults[index];
        if (times == 1)
            faults.RemoveAt(index);
        else
            faults[index] = (matches, fault, times - 1);
        return fault;
    }

    private static bool Is(FakeBotApiRequest request, string method) => request.Method.Equals(method, StringComparison.OrdinalIgnoreCase);

    private static async Task<JsonObject> ReadParametersAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            using var reader = new StreamReader(request.Body);
            return Parse(await reader.ReadToEndAsync()) as JsonObject ?? [];
        }

        var given = new JsonObject();
        var form = await request.ReadFormAsync();
        foreach (var field in form)
            given[field.Key] = FakeBotApiParameters.FromForm(field.Key, field.Value.ToString());
        foreach (var file in form.Files)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            var content = new JsonObject { ["file_name"] = file.FileName, ["content"] = await reader.ReadToEndAsync() };
            // A file stands for itself, or is named by the parameter that it belongs to.
            given[form.FirstOrDefault(field => field.Value == "attach://" + file.Name).Key ?? file.Name] = content;
        }

        return given;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Locked(Action act)
    {
        lock (gate)
            act();
    }

    private T Locked<T>(Func<T> act)
    {
        lock (gate)
            return act();
    }

    [GeneratedRegex("^(?<prefix>.*)/bot(?<token>[^/]*)/(?<method>[A-Za-z]+)$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MethodPath();

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]{35,}$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TokenForm();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SecretForm();
}
