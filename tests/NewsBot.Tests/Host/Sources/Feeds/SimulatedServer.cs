using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>The servers of a simulation, all on one port of loopback; a connection a request.</summary>
internal sealed class SimulatedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, SimulatedFeed> feeds;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly List<SimulatedRequest> requests = [];
    private readonly Task accepting;
    private int open;
    private int hanging;
    private int served;
    private long events;

    public SimulatedServer(IReadOnlyList<SimulatedFeed> feeds, TimeProvider clock)
    {
        (this.feeds, this.clock) = (feeds.ToDictionary(feed => feed.Path), clock);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>How many requests are left without an answer on purpose.</summary>
    public int Hanging => Volatile.Read(ref hanging);

    /// <summary>How many connections have ended.</summary>
    public int Served => Volatile.Read(ref served);

    /// <summary>Grows whenever something happens.</summary>
    public long Events => Interlocked.Read(ref events);

    public IReadOnlyList<SimulatedRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    public static byte[] Head(int status, params IEnumerable<string> headers) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\n{string.Concat(headers.Select(header => header + "\r\n"))}Connection: close\r\n\r\n");

    public string At(string path, string host) => $"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}{path}";

    /// <summary>Does not answer until the client gives up.</summary>
    public async Task HangAsync(Stream client, CancellationToken token)
    {
        Interlocked.Increment(ref hanging);
        try
        {
            _ = await client.ReadAsync(new byte[1], token);
        }
        finally
        {
            Interlocked.Decrement(ref hanging);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or InvalidOperationException)
        {
            while (Volatile.Read(ref open) > 0)
                await Task.Yield();
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref open);
        try
        {
            using (client)
                await ServeAsync(client.GetStream());
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException)
        {
            // The client went away, or the simulation is over.
        }
        finally
        {
            Interlocked.Increment(ref events);
            Interlocked.Increment(ref served);
            Interlocked.Decrement(ref open);
        }
    }

    private async Task ServeAsync(NetworkStream client)
    {
        using var reader = new StreamReader(client, Encoding.Latin1, leaveOpen: true);
        if (await reader.ReadLineAsync(stopping.Token) is not { } first)
            return;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(stopping.Token) is { Length: > 0 } line)
            headers[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
        var request = new SiteRequest(first.Split(' ')[1], headers);
        Interlocked.Increment(ref events);
        lock (gate)
            requests.Add(new SimulatedRequest(headers["Host"].Split(':')[0], request.Path, clock.GetUtcNow()));
        if (feeds.TryGetValue(request.Path, out var feed))
        {
            await feed.ReplyAsync(this, client, request, stopping.Token);
            return;
        }

        var isPage = request.Path.StartsWith(SimulatedFeed.PagePath, StringComparison.Ordinal);
        await client.WriteAsync(Head(isPage ? 200 : 404, "Content-Type: text/html"), stopping.Token);
        await client.WriteAsync(Encoding.UTF8.GetBytes(isPage ? SampleFeed.Page(request.Path[SimulatedFeed.PagePath.Length..]) : ""), stopping.Token);
    }
}
