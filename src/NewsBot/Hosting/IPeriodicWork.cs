namespace NewsBot.Hosting;

/// <summary>Work that the service does again and again, a step at a time; <see cref="Periodic"/> runs it.</summary>
internal interface IPeriodicWork
{
    /// <summary>What the work is, for the log: the subject of a sentence, such as 'Indexing new articles'.</summary>
    string Name { get; }

    /// <summary>The time from the start of one step to the start of the next; a step that takes longer delays the next.</summary>
    TimeSpan Interval { get; }

    /// <summary>Does one step. Whatever it throws is logged, and the next step comes after the interval.</summary>
    Task StepAsync(CancellationToken cancellationToken);

    /// <summary>Waits for what the steps began and left running; the service calls it once, after the last step.</summary>
    Task FinishAsync() => Task.CompletedTask;
}
