namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>Tells waiting tests that something changed.</summary>
internal sealed class FakeBotApiSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next change; to be taken before what may change is looked at.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Set() => Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
