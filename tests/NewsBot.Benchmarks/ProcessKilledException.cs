namespace NewsBot.Benchmarks;

/// <summary>Stands for the end of the process at this point; a cancellation, which nothing but the top of a loop takes.</summary>
internal sealed class ProcessKilledException : OperationCanceledException;
