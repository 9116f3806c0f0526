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
internal readonly record struct ModelPiece(string Text, ModelUsage? Usage = null);
