using System.CommandLine;
using NewsBot.Core.Digests;
using NewsBot.Json;
using NewsBot.Summaries;

namespace NewsBot.Cli;

/// <summary><c>newsbot digest</c>: the summary of any window of time, as a subscriber would get it.</summary>
internal sealed class DigestCommand(IDigestMaker maker, TimeProvider time)
{
    private const int MostHours = 24 * 31;
    private const int MostStories = 20;

    private DateTimeOffset Now => time.GetUtcNow();

    public static Command Create(CommandHost host)
    {
        var asOf = AsOfOption.Create();
        var hours = NumberOption.Count("--hours", "How many hours it looks back.", standard: 24, MostHours);
        var topics = Words("--topic", "A word, a name, an outlet or a folder of feeds that stories are to be about; may be given several times.");
        var mutes = Words("--mute", "The same, for stories to leave out.");
        var stories = NumberOption.Count("--stories", "How many stories at most.", standard: 5, MostStories);
        var json = new Option<bool>("--json") { Description = "Print one line of JSON." };
        var command = new VerbCommand(
            "digest",
            "Tells what happened in a window of time: the most important stories, with the sentences that prove them.",
            "newsbot digest",
            "newsbot digest --as-of 2023-10-05T06:00Z --hours 12 --stories 3",
            "newsbot digest --topic Ukraine --topic \"climate change\" --mute football")
        {
            asOf,
            hours,
            topics,
            mutes,
            stories,
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<DigestCommand>(
            parsed,
            (work, context, token) =>
            {
                var to = parsed.GetValue(asOf) ?? work.Now;
                var request = new DigestRequest(to.AddHours(-parsed.GetValue(hours)), to)
                {
                    Topics = parsed.GetValue(topics)!,
                    Mutes = parsed.GetValue(mutes)!,
                    MaxStories = parsed.GetValue(stories),
                };
                return work.RunAsync(context, request, parsed.GetValue(json), token);
            },
            cancellationToken));
        return command;
    }

    private static Option<string[]> Words(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "WORDS",
        DefaultValueFactory = _ => [],
    };

    private async Task<int> RunAsync(CommandContext context, DigestRequest request, bool json, CancellationToken cancellationToken)
    {
        var digest = await maker.MakeAsync(request, cancellationToken);
        if (json)
            await context.Output.WriteLineAsync(DigestJson.Of(digest).Write());
        else
            DigestView.Write(CommandConsole.For(context.Output), digest, request.Topics.Count + request.Mutes.Count > 0);
        return ExitCode.Done;
    }
}
