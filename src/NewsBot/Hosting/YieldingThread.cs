namespace NewsBot.Hosting;

/// <summary>Runs long work on a thread that steps back: who else wants the processor gets it first.</summary>
/// <remarks>
/// An answer takes a tenth of a second of both processors of a small machine, and somebody waits for it; nobody counts the seconds of a daily summary. On Linux the thread's nice
/// value says so, which needs no right, on Windows its priority. Elsewhere, and with a C library other than glibc, it is a thread like the others.
/// </remarks>
internal static unsafe class YieldingThread
{
    // A tenth of the share of a thread of 0.
    private const int Nice = 10;

    private const int Process = 0;

    // PRIO_PROCESS and 0 mean the calling thread to Linux.
    private static readonly delegate* unmanaged<int, uint, int, int> SetPriority = (delegate* unmanaged<int, uint, int, int>)SystemLibrary.Find("setpriority");

    /// <summary>Runs it; what it throws is the task's.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var task = new Task<T>(
            () =>
            {
                StepBack();
                return work();
            },
            TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => task.RunSynchronously(TaskScheduler.Default)) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "Yielding" }.Start();
        return task;
    }

    // A refusal changes nothing that matters, so it is not looked at.
    private static void StepBack()
    {
        if (SetPriority is not null)
            SetPriority(Process, 0, Nice);
    }
}
