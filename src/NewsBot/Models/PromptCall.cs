using NewsBot.Core.Answers.Wording;

namespace NewsBot.Models;

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
}
