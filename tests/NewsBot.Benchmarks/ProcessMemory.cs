using System.Globalization;

namespace NewsBot.Benchmarks;

/// <summary>What a process has in memory, in megabytes; on Linux.</summary>
/// <param name="Resident">All of it, files that it has mapped included; the system may drop those.</param>
/// <param name="Anonymous">What is its own: the heap of the runtime and of native code.</param>
internal readonly record struct ProcessMemory(double Resident, double Anonymous)
{
    public static ProcessMemory Of(int process)
    {
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new ProcessMemory(Megabytes("VmRSS:"), Megabytes("RssAnon:"));

        double Megabytes(string name)
        {
            var line = status.First(line => line.StartsWith(name, StringComparison.Ordinal));
            return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
    }

    public override string ToString() => $"{Resident:N0} MB resident, {Anonymous:N0} MB anonymous";
}
