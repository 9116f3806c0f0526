using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Core.Display;
using NewsBot.Hosting;

namespace NewsBot.Cli;

/// <summary><c>newsbot doctor</c>: looks at settings, archive, feeds, Telegram, models and machine, and says of each that it is well or what to mend.</summary>
internal sealed class DoctorCommand(IEnumerable<ICheckup> checkups, IArchiveSchema schema, IServiceProvider services)
{
    public static Command Create(CommandHost host)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object a finding, one a line." };
        var command = new VerbCommand(
            "doctor",
            "Looks at settings, archive, feeds, Telegram, models and machine, and says what to mend.",
            "newsbot doctor",
            "newsbot doctor --data /srv/newsbot --json")
        {
            json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var report = new Report(parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            return host.ExamineAsync(
                parsed,
                (app, context, token) => ActivatorUtilities.CreateInstance<DoctorCommand>(app.Services).RunAsync(context, report, token),
                wrong => Task.FromResult(report.End(wrong.Select(sentence => Finding.Mend("settings", sentence)))),
                cancellationToken);
        });
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, Report report, CancellationToken cancellationToken)
    {
        var hasArchive = false;
        try
        {
            hasArchive = schema.Exists;
            report.Tell(hasArchive
                ? await CheckArchiveAsync(context, cancellationToken)
                : Finding.Off("archive", $"There is none at {schema.Path} yet; the first start of 'newsbot serve' makes it."));
        }
        catch (StoreException failure)
        {
            report.Tell(Finding.Mend("archive", failure.Message));
        }

        foreach (var checkup in checkups.Where(checkup => hasArchive || !checkup.NeedsArchive))
        {
            try
            {
                foreach (var finding in await checkup.ExamineAsync(cancellationToken))
                    report.Tell(finding);
            }
            catch (Exception failure) when (failure is StoreException or IOException or UnauthorizedAccessException)
            {
                report.Tell(Finding.Mend("doctor", failure.Message));
            }
        }

        return report.End([]);
    }

    /// <summary>What 'newsbot check' says, as one finding.</summary>
    private async Task<Finding> CheckArchiveAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var found = new StringWriter { NewLine = " " };
        using var told = new StringWriter { NewLine = " " };
        try
        {
            var code = await ActivatorUtilities.CreateInstance<CheckCommand>(services).RunAsync(context with { Output = found, Error = told }, cancellationToken);
            return code == ExitCode.Done ? Finding.Ok("archive", $"{found}".TrimEnd() + ".") : Finding.Mend("archive", $"{found}{told}".TrimEnd());
        }
        catch (StoreException failure)
        {
            return Finding.Mend("archive", failure.Message);
        }
    }

    /// <summary>Writes findings as they come, and counts what there is to mend.</summary>
    private sealed class Report(TextWriter output, bool asJson)
    {
        private int toMend;

        public void Tell(Finding finding)
        {
            toMend += finding.State == FindingState.Mend ? 1 : 0;
            var state = finding.State.ToString().ToLowerInvariant();
            var sentence = DisplayText.Line(finding.Sentence);
            output.WriteLine(asJson
                ? JsonSerializer.Serialize(new FindingJson(finding.Part, state, sentence), CliJson.Readable.FindingJson)
                : $"{state,-5} {finding.Part}: {sentence}");
        }

        /// <summary>Writes the last findings and, for people, what it comes to.</summary>
        /// <returns>The exit code.</returns>
        public int End(IEnumerable<Finding> last)
        {
            foreach (var finding in last)
                Tell(finding);
            if (!asJson)
                output.WriteLine(toMend switch { 0 => "There is nothing to mend.", 1 => "There is one thing to mend.", _ => $"There are {toMend} things to mend." });
            return toMend == 0 ? ExitCode.Done : ExitCode.Failed;
        }
    }
}

/// <summary>What <c>doctor --json</c> prints of one finding.</summary>
/// <param name="State">'ok', 'off' or 'mend'.</param>
internal sealed record FindingJson(string Part, string State, string Sentence);
