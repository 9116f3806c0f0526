using System.CommandLine;
using NewsBot.Core.Display;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds add URL</c>: follows a feed, or the one that a site names.</summary>
internal sealed class FeedsAddCommand(FeedRegistry registry)
{
    public static Command Create(CommandHost host)
    {
        var address = new Argument<string>("URL") { Description = "The feed, or a site that names one." };
        var folder = new Option<string?>("--folder") { Description = "Where to file it, a topic of digests: News, or News/World.", HelpName = "F" };
        var fullText = new Option<FullTextMode>("--full-text")
        {
            Description = "Whether the pages behind its items are fetched: auto (where it has only teasers), always or never.",
            HelpName = "auto|always|never",
            CustomParser = result =>
            {
                if (Enum.TryParse<FullTextMode>(result.Tokens[0].Value, ignoreCase: true, out var mode) && Enum.IsDefined(mode) && char.IsLetter(result.Tokens[0].Value[0]))
                    return mode;
                result.AddError($"--full-text takes auto, always or never, not '{result.Tokens[0].Value}'.");
                return FullTextMode.Auto;
            },
        };
        var noCheck = new Option<bool>("--no-check") { Description = "Follow it without a look at it." };
        var command = new VerbCommand(
            "add",
            "Follows a feed, after it was fetched once.",
            "newsbot feeds add https://example.org/feed.xml",
            "newsbot feeds add example.org --folder News/World --full-text always")
        {
            address,
            folder,
            fullText,
            noCheck,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<FeedsAddCommand>(
            parsed,
            (work, context, token) => work.RunAsync(
                context,
                new NewFeed(parsed.GetValue(address)!) { Folder = parsed.GetValue(folder), FullText = parsed.GetValue(fullText) },
                isChecked: !parsed.GetValue(noCheck),
                token),
            cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, NewFeed feed, bool isChecked, CancellationToken cancellationToken)
    {
        switch (isChecked ? await registry.AddAsync(feed, cancellationToken) : await registry.AddUncheckedAsync(feed, cancellationToken))
        {
            case FeedAdding.Added(var (added, _), var site):
                await context.Output.WriteLineAsync(
                    $"Followed as number {added.Id}: {DisplayText.Line(added.Name)}"
                    + $"{(added.Title is null ? "" : $", {added.Address}")}{(site is null ? "" : $" (found on {site})")}");
                return ExitCode.Done;
            case FeedAdding.Followed(var (known, _)):
                await context.Error.WriteLineAsync($"It is followed already, as number {known.Id}: {DisplayText.Line(known.Name)}");
                return ExitCode.Failed;
            case FeedAdding.Refused(var reason):
                await context.Error.WriteLineAsync(reason);
                return ExitCode.Failed;
            case var other:
                throw new InvalidOperationException($"Adding gave {other.GetType().Name}.");
        }
    }
}
