using System.Reflection;
using System.Threading.Channels;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>Stands in for any interface; each call throws what only a bug throws, and is counted.</summary>
/// <remarks>Public and not sealed: the proxy is a subtype that is made when it is needed.</remarks>
public class Bugs : DispatchProxy
{
    private Channel<InvalidOperationException> thrown = null!;

    public static object Of(Type port, Channel<InvalidOperationException> thrown)
    {
        var proxy = Create(port, typeof(Bugs));
        ((Bugs)proxy).thrown = thrown;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var bug = new InvalidOperationException($"A bug in {targetMethod?.Name}.");
        thrown.Writer.TryWrite(bug);
        throw bug;
    }
}
