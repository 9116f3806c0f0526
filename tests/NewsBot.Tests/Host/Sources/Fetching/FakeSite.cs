using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>A web server on loopback that says what a test tells it to, HTTP or not; a connection a request.</summary>
internal sealed class FakeSite : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, Func<SiteRequest, Stream, CancellationToken, Task>> replies = new();
    private readonly ConcurrentQueue<SiteRequest> requests = new();
    private readonly Task accepting;
    private int connections;

    public FakeSite(IPAddress? address = null)
    {
        listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        if (listener.Server.AddressFamily == AddressFamily.InterNetworkV6)
            listener.Server.DualMode = true;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Connections that reached the server, whether or not anything was said.</summary>
    public int Connections => Volatile.Read(ref connections);

    public IReadOnlyList<SiteRequest> Requests => [.. requests];

    public IEnumerable<string> Paths => Requests.Select(request => request.Path);

    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    /// <summary>A reply with a body.</summary>
    public FakeSite Says(string path, string body, int status = 200, params string[] headers) => Says(path, Encoding.UTF8.GetBytes(body), status, headers);

    public FakeSite Says(string path, byte[] body, int status = 200, params string[] headers)
    {
        replies[path] = async (_, stream, token) =>
        {
            await stream.WriteAsync(Head(status, [.. headers, $"Content-Length: {body.Length}"]), token);
            await stream.WriteAsync(body, token);
        };
        return this;
    }

    public FakeSite Redirects(string path, string location, int status = 302) => Says(path, "", status, $"Location: {location}");

    /// <summary>A reply written by hand, byte by byte; the connection ends after it.</summary>
    public FakeSite Does(string path, Func<SiteRequest, Stream, CancellationToken, Task> reply)
    {
        replies[path] = reply;
        return this;
    }

    public static byte[] Head(int status, params IEnumerable<string> headers) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\n{string.Concat(headers.Select(header => header + "\r\n"))}Connection: close\r\n\r\n");

    public async ValueTask DisposeAsync()
    {
        if (accepting.IsCompleted)
            return;
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                serving.Add(ServeAsync(client));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                var first = await reader.ReadLineAsync(stopping.Token);
                if (first?.StartsWith("GET ", StringComparison.Ordinal) != true)
                    return;
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(stopping.Token) is { Length: > 0 } line)
                    headers[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
                var request = new SiteRequest(first.Split(' ')[1], headers);
                requests.Enqueue(request);
                var reply = replies.TryGetValue(request.Path, out var found) ? found
                    : (_, to, token) => to.WriteAsync(Head(404, "Content-Length: 0"), token).AsTask();
                await reply(request, stream, stopping.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException)
        {
            // The client went away, or the test is over.
        }
    }
}
