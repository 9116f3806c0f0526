using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Retrieval;

namespace NewsBot.Answering;

/// <summary>An answer with what it was made from.</summary>
/// <param name="Ranked">The passages found, best first.</param>
/// <param name="Composition">What the composer made of them.</param>
/// <param name="Answer">The checked answer or the refusal.</param>
internal sealed record ComposedAnswer(IReadOnlyList<RankedPassage> Ranked, Composition Composition, Answer Answer);
