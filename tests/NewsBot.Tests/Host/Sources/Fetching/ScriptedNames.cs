using System.Net;
using System.Net.Sockets;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>Names whose addresses a test says; one answer after the other, the last one for ever.</summary>
internal sealed class ScriptedNames : INameResolver
{
    private readonly Dictionary<string, Queue<IPAddress[]>> answers = [];
    private readonly List<string> asked = [];

    public IReadOnlyList<string> Asked => asked;

    public ScriptedNames Add(string host, params string[] addresses)
    {
        if (!answers.TryGetValue(host, out var queue))
            answers.Add(host, queue = new Queue<IPAddress[]>());
        queue.Enqueue([.. addresses.Select(IPAddress.Parse)]);
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        lock (answers)
        {
            asked.Add(host);
            if (!answers.TryGetValue(host, out var queue))
                throw new SocketException((int)SocketError.HostNotFound);
            return Task.FromResult<IReadOnlyList<IPAddress>>(queue.Count > 1 ? queue.Dequeue() : queue.Peek());
        }
    }
}
