using System.Diagnostics;
using OpenTelemetry;

namespace NewsBot.Hosting;

/// <summary>Takes off each span whatever may hold words of people, articles or models, or a secret: only tags that are known to be harmless leave the process.</summary>
/// <remarks>
/// Packages put addresses into their spans: that of a request to Telegram has the bot's token, that of a page the question. Their descriptions of failures quote replies.
/// </remarks>
internal sealed class SpanCleaner : BaseProcessor<Activity>
{
    private const int MaxChars = 200;

    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "error.type",
        "gen_ai.operation.name", "gen_ai.output.type", "gen_ai.provider.name", "gen_ai.system",
        "gen_ai.request.max_tokens", "gen_ai.request.model", "gen_ai.request.temperature",
        "gen_ai.response.finish_reasons", "gen_ai.response.model",
        "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens",
        "gen_ai.tool.name", "gen_ai.tool.type",
        "http.request.method", "http.response.status_code", "http.route",
        "network.protocol.version", "server.address", "server.port", "url.scheme",
        "newsbot.outcome", "newsbot.reason", "newsbot.tier", "newsbot.wording",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (key, value) in data.TagObjects.ToList())
        {
            if (!Harmless.Contains(key) || value is string { Length: > MaxChars })
                data.SetTag(key, value: null);
        }

        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
