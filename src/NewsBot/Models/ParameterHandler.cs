using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Models;

/// <summary>Sends requests with the parameters that a service takes. A refusal that names a parameter teaches it; what it learnt holds until the process ends.</summary>
/// <remarks>
/// Safe for concurrent use. Services differ: newer models of OpenAI refuse 'max_tokens' and a temperature, other services refuse or ignore 'max_completion_tokens', and older
/// ones refuse 'stream_options'. Each change is tried once, and remembered for the model only when the service takes the request.
/// </remarks>
/// <param name="limitNames">Under which names the limit of tokens may be sent, the likeliest first; empty to leave it as it is.</param>
/// <param name="logger">Is told what was learnt.</param>
internal sealed partial class ParameterHandler(IReadOnlyList<string> limitNames, ILogger<ParameterHandler> logger) : DelegatingHandler
{
    private const string Temperature = "temperature";
    private const string StreamOptions = "stream_options";

    private readonly ConcurrentDictionary<string, Parameters> known = new(StringComparer.Ordinal);

    /// <summary>The names of the limit of tokens for a service.</summary>
    /// <remarks>OpenAI and Azure know the newer name. A local service may ignore it and write without end; it knows the older one.</remarks>
    public static IReadOnlyList<string> LimitNames(LlmOptions options) => options switch
    {
        { IsAnthropic: true } => [],
        { IsAzure: true } or { Endpoint: "" } => ["max_completion_tokens", "max_tokens"],
        _ => ["max_tokens", "max_completion_tokens"],
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content;
        if (content is null || await ReadAsync(content, cancellationToken) is not { } body)
            return await base.SendAsync(request, cancellationToken);
        var model = body["model"]?.ToString() ?? request.RequestUri?.AbsolutePath ?? "";
        var before = known.GetValueOrDefault(model);
        var taken = before;
        while (true)
        {
            RequestAllowance.Current?.Take();
            request.Content = Write(body, taken, content.Headers.ContentType);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (taken != before)
                    Remember(model, taken);
                return response;
            }
            catch (ModelException refusal) when (refusal.Failure == ModelFailure.Rejected && After(taken, refusal.Reply, body) != taken)
            {
                taken = After(taken, refusal.Reply, body);
            }
        }
    }

    private static async Task<JsonObject?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken)) as JsonObject;
        }
        catch (JsonException)
        {
            // Not a request to a model; the service says what it thinks of it.
            return null;
        }
    }

    private ByteArrayContent Write(JsonObject body, Parameters taken, MediaTypeHeaderValue? type)
    {
        var copy = (JsonObject)body.DeepClone();
        if (Limit(body) is { } limit && limitNames.Count > 0)
        {
            foreach (var name in limitNames)
                copy.Remove(name);
            if (taken.LimitName < limitNames.Count)
                copy[limitNames[taken.LimitName]] = limit.DeepClone();
        }

        if (taken.HasNoTemperature)
            copy.Remove(Temperature);
        if (taken.HasNoStreamOptions)
            copy.Remove(StreamOptions);
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(copy));
        content.Headers.ContentType = type;
        return content;
    }

    private JsonNode? Limit(JsonObject body) => limitNames.Select(name => body[name]).FirstOrDefault(limit => limit is not null);

    /// <summary>What to send after a refusal; the same as before when it names no parameter that could be changed.</summary>
    private Parameters After(Parameters taken, string refusal, JsonObject body)
    {
        if (!taken.HasNoTemperature && body[Temperature] is not null && Names(refusal, Temperature))
            return taken with { HasNoTemperature = true };
        if (!taken.HasNoStreamOptions && body[StreamOptions] is not null && Names(refusal, StreamOptions))
            return taken with { HasNoStreamOptions = true };

        // A model that reached the limit while it thought is refused, too: no other name helps.
        if (taken.LimitName >= limitNames.Count || Limit(body) is null || !limitNames.Any(name => Names(refusal, name)) || Names(refusal, "limit was reached"))
            return taken;
        return taken with { LimitName = Names(refusal, "too large") ? limitNames.Count : taken.LimitName + 1 };
    }

    private static bool Names(string refusal, string name) => refusal.Contains(name, StringComparison.OrdinalIgnoreCase);

    private void Remember(string model, Parameters taken)
    {
        known[model] = taken;
        if (taken.LimitName > 0)
            LearntLimit(logger, model, taken.LimitName < limitNames.Count ? $"as {limitNames[taken.LimitName]}" : "no more");
        if (taken.HasNoTemperature)
            LearntToLeaveOut(logger, Temperature, model);
        if (taken.HasNoStreamOptions)
            LearntToLeaveOut(logger, StreamOptions, model);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The service refused the limit of tokens. From now on the model '{Model}' is sent it {How}.")]
    private static partial void LearntLimit(ILogger logger, string model, string how);

    [LoggerMessage(Level = LogLevel.Information, Message = "The service refused {Parameter}. From now on the model '{Model}' is asked without it.")]
    private static partial void LearntToLeaveOut(ILogger logger, string parameter, string model);

    /// <summary>What a model takes.</summary>
    /// <param name="LimitName">Which of the names of the limit; past the last one, no limit is sent.</param>
    /// <param name="HasNoTemperature">Whether it refuses a temperature.</param>
    /// <param name="HasNoStreamOptions">Whether it refuses to be asked for its usage.</param>
    private readonly record struct Parameters(int LimitName, bool HasNoTemperature, bool HasNoStreamOptions);
}
