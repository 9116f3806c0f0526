using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>An OpenTelemetry collector on loopback that takes OTLP as HTTP with protobuf, and keeps what it gets.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly FakeBotApiSignal changed = new();
    private readonly WebApplication app;
    private readonly List<OtlpSpan> spans = [];
    private readonly Dictionary<string, double> points = new(StringComparer.Ordinal);
    private readonly StringBuilder bytes = new();

    private OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/traces", context => TakeAsync(context, TakeSpans));
        app.MapPost("/v1/metrics", context => TakeAsync(context, TakePoints));
    }

    /// <summary>What stands in OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public string Endpoint => app.Urls.First();

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<OtlpSpan> Spans
    {
        get
        {
            lock (gate)
                return [.. spans];
        }
    }

    /// <summary>The latest value of each series, by its name and tags: 'newsbot.messages newsbot.outcome=sent'. For a histogram it is the count.</summary>
    public IReadOnlyDictionary<string, double> Points
    {
        get
        {
            lock (gate)
                return points.ToDictionary();
        }
    }

    /// <summary>Every byte that came, as letters.</summary>
    public string Bytes
    {
        get
        {
            lock (gate)
                return bytes.ToString();
        }
    }

    public static async Task<OtlpCollector> StartAsync(CancellationToken cancellationToken)
    {
        var collector = new OtlpCollector();
        await collector.app.StartAsync(cancellationToken);
        return collector;
    }

    /// <summary>Waits until a series has come.</summary>
    public async Task WaitForAsync(string series)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var next = changed.Next; !Points.ContainsKey(series); next = changed.Next)
            await next.WaitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, Action<ProtoMessage> take)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        lock (gate)
        {
            bytes.Append(Encoding.UTF8.GetString(body.ToArray()));
            take(ProtoMessage.Read(body.ToArray()));
        }

        changed.Set();
        context.Response.ContentType = "application/x-protobuf";
    }

    private void TakeSpans(ProtoMessage request) => spans.AddRange(
        from resource in request.Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new OtlpSpan(
            scope.Messages(1).Single().Text(1), span.Text(5), Convert.ToHexString(span.Bytes(1)), Convert.ToHexString(span.Bytes(2)), Convert.ToHexString(span.Bytes(4)),
            Tags(span, 9), resource.Messages(1).Select(one => Tags(one, 1)).Single()));

    private void TakePoints(ProtoMessage request)
    {
        foreach (var metric in from resource in request.Messages(1) from scope in resource.Messages(2) from metric in scope.Messages(2) select metric)
        {
            foreach (var point in metric.Messages(5).Concat(metric.Messages(7)).SelectMany(kind => kind.Messages(1)))
                points[Series(metric, Tags(point, 7))] = point.Has(6) ? point.Number(6) : BitConverter.Int64BitsToDouble(point.Number(4));
            foreach (var point in metric.Messages(9).SelectMany(kind => kind.Messages(1)))
                points[Series(metric, Tags(point, 9))] = point.Number(4);
        }
    }

    private static string Series(ProtoMessage metric, IReadOnlyDictionary<string, string> tags) =>
        string.Join(' ', [metric.Text(1), .. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")]);

    private static Dictionary<string, string> Tags(ProtoMessage holder, int field) => holder.Messages(field).ToDictionary(
        tag => tag.Text(1), tag => tag.Messages(2).Single() is var value && value.Has(1) ? value.Text(1) : value.Has(3) ? value.Number(3).ToString() : "", StringComparer.Ordinal);
}

/// <summary>A span as it came.</summary>
/// <param name="Scope">The name of its source.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Trace">The trace that it belongs to.</param>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of the span around it; empty when there is none.</param>
/// <param name="Tags">Its attributes.</param>
/// <param name="Resource">The attributes of the service that sent it.</param>
internal sealed record OtlpSpan(
    string Scope, string Name, string Trace, string Id, string Parent, IReadOnlyDictionary<string, string> Tags, IReadOnlyDictionary<string, string> Resource);

/// <summary>A message of protobuf, read without its description.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, long Number, byte[]? Bytes)> fields = [];

    public static ProtoMessage Read(ReadOnlySpan<byte> rest)
    {
        var message = new ProtoMessage();
        while (rest.Length > 0)
        {
            var key = Varint(ref rest);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    message.fields.Add((field, Varint(ref rest), null));
                    break;
                case 1:
                    message.fields.Add((field, BitConverter.ToInt64(rest), null));
                    rest = rest[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref rest);
                    message.fields.Add((field, 0, rest[..length].ToArray()));
                    rest = rest[length..];
                    break;
                default:
                    message.fields.Add((field, BitConverter.ToInt32(rest), null));
                    rest = rest[4..];
                    break;
            }
        }

        return message;
    }

    public bool Has(int field) => fields.Exists(one => one.Field == field);

    public IEnumerable<ProtoMessage> Messages(int field) => fields.Where(one => one.Field == field).Select(one => Read(one.Bytes));

    public byte[] Bytes(int field) => fields.Find(one => one.Field == field).Bytes ?? [];

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public long Number(int field) => fields.Find(one => one.Field == field).Number;

    private static long Varint(ref ReadOnlySpan<byte> rest)
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var one = rest[0];
            rest = rest[1..];
            value |= (long)(one & 0x7F) << shift;
            if (one < 0x80)
                return value;
        }
    }
}
