namespace NewsBot.Telegram.Sending;

/// <summary>A door that some wait at until it opens; whoever comes later waits for the next time.</summary>
/// <remarks>Not safe for concurrent use: its owner holds a lock. Nobody goes on inside that lock.</remarks>
internal sealed class Opening
{
    private TaskCompletionSource? source;

    /// <summary>Is done when the door opens the next time.</summary>
    public Task WaitAsync() => (source ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Lets everybody go on who waits.</summary>
    public void Open()
    {
        source?.TrySetResult();
        source = null;
    }
}
