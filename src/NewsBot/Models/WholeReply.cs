using System.Text;

namespace NewsBot.Models;

/// <summary>Reads a reply of a language model as one text, for prompts whose reply is of use only as a whole.</summary>
internal static class WholeReply
{
    /// <summary>Runs a prompt.</summary>
    /// <param name="model">Runs it.</param>
    /// <param name="call">Which prompt, with what in it.</param>
    /// <param name="maxChars">A model that writes more UTF-16 units than these is stopped.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The reply without thoughts; longer than <paramref name="maxChars"/>, and cut, when the model was stopped; empty when it wrote nothing.</returns>
    /// <exception cref="ModelException">The model cannot be asked, refused, or broke off.</exception>
    public static async Task<string> ReadAsync(this ILanguageModel model, PromptCall call, int maxChars, CancellationToken cancellationToken)
    {
        var written = new StringBuilder();
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            if (piece.StartsOver)
                written.Clear();
            written.Append(piece.Text);
            if (written.Length > maxChars)
                break;
        }

        return written.ToString();
    }
}
