using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Sources.Ingest;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /ingest: takes in an article that an administrator names or quotes.</summary>
internal sealed class IngestHandler(TextIntake intake) : ICommandHandler
{
    private const int MaxShownTitle = 200;

    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken)
    {
        var (context, texts) = (command.Context, command.Context.Texts);
        var text = command.Words.Length > 0 ? command.Words : command.Message.RepliedTo()?.Words() ?? "";
        if (text.Length == 0)
            return context.Say(texts.IngestHow);
        return context.Say(await intake.TakeAsync(text, context.At, cancellationToken) switch
        {
            IntakeResult.Taken taken => texts.Ingested(Shown(taken.Article.Title), taken.Outcome != IngestOutcome.Unchanged),
            IntakeResult.Refused refused => texts.IngestRefused(Shown(text), refused.Reason),
            _ => texts.IngestHow,
        });
    }

    private static string Shown(string line) => TextCut.Shorten(DisplayText.Line(line), MaxShownTitle);
}
