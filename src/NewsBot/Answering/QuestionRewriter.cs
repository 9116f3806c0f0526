using NewsBot.Core.Answers.Wording;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>Has a language model put a question that goes on from a conversation so that it stands alone.</summary>
internal sealed class QuestionRewriter(ILanguageModel model)
{
    /// <summary>More than any such question needs, with the thoughts that some models write before it; a model that goes on is stopped.</summary>
    private const int MaxChars = 8_000;

    /// <summary>The question as the model put it.</summary>
    /// <returns>Null when it adds something of its own.</returns>
    /// <exception cref="ModelException">The model gave no whole reply.</exception>
    public async Task<string?> RewriteAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var call = new PromptCall(
            "standalone-question",
            new Dictionary<string, string> { ["question"] = asked.Text, ["conversation"] = StandaloneQuestion.Describe(asked.Before) },
            asked.PersonId);
        var written = await model.ReadAsync(call, MaxChars, cancellationToken);
        return written.Length > MaxChars ? null : StandaloneQuestion.Accept(written, asked.Text, asked.Before);
    }
}
