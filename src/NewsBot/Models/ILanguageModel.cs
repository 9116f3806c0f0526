using NewsBot.Core.Answers.Wording;

namespace NewsBot.Models;

/// <summary>A language model that runs the prompts of the folder 'prompts'.</summary>
/// <remarks>Safe for concurrent use. What it writes is as untrusted as anything from outside: nothing of it is shown before it is checked.</remarks>
internal interface ILanguageModel
{
    /// <summary>How long the writing of one answer may take in all, whatever number of prompts it needs.</summary>
    TimeSpan TimeLimit { get; }

    /// <summary>Runs a prompt.</summary>
    /// <param name="call">Which prompt, with what in it.</param>
    /// <param name="cancellationToken">Ends the request; what was written so far was handed out already.</param>
    /// <returns>The reply in pieces, as they come.</returns>
    /// <exception cref="ModelException">While the pieces are read: the model cannot be asked, refused, or broke off.</exception>
    IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, CancellationToken cancellationToken);
}

/// <summary>A piece of what a language model writes.</summary>
/// <param name="Text">May be empty when the piece only tells the usage.</param>
/// <param name="Usage">What the whole reply took, with its last piece; null before, and where the service does not say.</param>
/// <param name="ThoughtLength">How many UTF-16 units the model thought aloud with this piece. They are paid for and not shown.</param>
/// <param name="StartsOver">Whether all pieces before it turned out to be thought aloud; the reply begins with this one.</param>
internal readonly record struct ModelPiece(string Text, ModelUsage? Usage = null, int ThoughtLength = 0, bool StartsOver = false);

/// <summary>A prompt to run.</summary>
/// <param name="Prompt">Its name, which is its file's without the ending: 'answer'.</param>
/// <param name="Variables">The value of each variable that the file declares; any text, which the model gets as it is.</param>
/// <param name="PersonId">Who is served, for the daily budget; null for nobody in particular.</param>
internal sealed record PromptCall(string Prompt, IReadOnlyDictionary<string, string> Variables, long? PersonId = null)
{
    /// <summary>What the reply may cite; what the model finds by itself in the archive is added. Null when nothing is cited.</summary>
    public PassageSheet? Sheet { get; init; }

    /// <summary>What 'now' is for a search of the archive; null for the clock's.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The last instant of what such a search finds; null for no bound.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many requests may still be made for the question that this prompt serves; null for any number.</summary>
    public RequestAllowance? Requests { get; init; }
}
