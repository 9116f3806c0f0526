using System.Diagnostics;
using System.Text;

namespace NewsBot.Tests.Host.Cli;

/// <summary>'newsbot serve' as a process of its own, which can be killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly StringBuilder error = new();
    private readonly Lock gate = new();
    private TaskCompletionSource said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (gate)
            {
                if (line.Data is not null)
                    error.Append(line.Data).Append('\n');
                Interlocked.Exchange(ref said, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>The system's number of the process.</summary>
    public int Id => process.Id;

    /// <summary>Everything on standard error so far.</summary>
    public string Error
    {
        get
        {
            lock (gate)
                return error.ToString();
        }
    }

    /// <summary>Starts the service on a free port.</summary>
    /// <param name="data">The archive's folder.</param>
    /// <param name="settings">As 'Telegram:Token'; a variable of the runtime ('DOTNET_…') or of OpenTelemetry ('OTEL_…') stands for itself.</param>
    public static ServiceProcess Start(string data, params IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), "serve", "--data", data])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // A test may put secrets there, a file a setting.
        start.Environment["CREDENTIALS_DIRECTORY"] = Path.Combine(data, "secrets");
        start.Environment["NEWSBOT_Web__Url"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
            start.Environment[key.StartsWith("DOTNET_", StringComparison.Ordinal) || key.StartsWith("OTEL_", StringComparison.Ordinal)
                ? key
                : "NEWSBOT_" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new ServiceProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a line on standard error.</summary>
    /// <returns>The line.</returns>
    public async Task<string> SaysAsync(string part)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = Volatile.Read(ref said).Task;
            if (Error.Split('\n').FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } found)
                return found;
            await next.WaitAsync(limit.Token);
        }
    }

    /// <summary>Ends it at once, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndsAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as Ctrl-C does.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);
        return await EndsAsync();
    }

    /// <summary>Sends it a signal, as 'STOP'.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }
}
