using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Cli;

/// <summary><c>newsbot check</c>: reads the whole archive, its index and its vectors, and says whether they are whole and what to do.</summary>
internal sealed class CheckCommand(
    IArchiveCare archive, IArchiveSchema schema, IArticleStore articles, ArchiveOpening opening, ArchiveIndex index, IOptions<ArchiveOptions> place, ArchiveVectors? vectors = null)
{
    /// <summary>More faults say nothing more about what to do.</summary>
    private const int MaxFaults = 20;

    public static Command Create(CommandHost host)
    {
        var command = new VerbCommand(
            "check", "Reads the whole archive, its index and its vectors, and says what is damaged and what to do.", "newsbot check --data /srv/newsbot");
        command.SetAction((parsed, cancellationToken) => host.RunAsync<CheckCommand>(parsed, (work, context, token) => work.RunAsync(context, token), cancellationToken));
        return command;
    }

    /// <summary>Checks; what is whole goes to the output, what to do to the errors.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!schema.Exists)
        {
            await context.Error.WriteLineAsync($"There is no archive {schema.Path} to check; choose its folder with --data.");
            return ExitCode.Failed;
        }

        var faults = await archive.FindDamageAsync(MaxFaults, cancellationToken);
        foreach (var fault in faults)
            await context.Output.WriteLineAsync(fault);
        if (faults.Count > 0)
        {
            await context.Error.WriteLineAsync($"The archive {schema.Path} is damaged. Stop the service, keep what is there, and put the newest backup in its place.");
            return ExitCode.Failed;
        }

        var count = await articles.CountAsync(cancellationToken);
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"store: whole, {count:N0} articles"));

        var missing = await CountMissingAsync(context, cancellationToken);
        if (missing > 0)
        {
            await context.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"The index does not have {missing:N0} of the articles. Stop the service and delete *.index in {place.Value.Directory}; the next start makes them again."));
            return ExitCode.Failed;
        }

        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"index: whole, {index.Current.PassageCount:N0} passages"));
        if (vectors is not null)
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"vectors: whole, {vectors.Current?.PassageCount ?? 0:N0} passages"));
        return ExitCode.Done;
    }

    /// <summary>How many current revisions are in no segment of the index.</summary>
    private async Task<int> CountMissingAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var current = new HashSet<long>();
        await foreach (var entry in articles.ReadLogAsync(0, cancellationToken))
        {
            if (entry.ReplacedRevisionId is { } old)
                current.Remove(old);
            if (entry.RevisionId is { } revision)
                current.Add(revision);
        }

        // After the log was read, so that an article that comes in meanwhile is not missed. A damaged index file is told in the log and made again, as by any command.
        await opening.IndexAsync(context, cancellationToken);
        foreach (var segment in index.Current.Segments)
            current.ExceptWith(segment.RevisionIds());
        return current.Count;
    }
}
