using NewsBot.Core.Answers;

namespace NewsBot.Core.Digests;

/// <summary>Two sentences about one thing that do not say the same.</summary>
/// <param name="Before">The earlier, or the one of the first outlet.</param>
/// <param name="Now">The later, or the one of the other outlet.</param>
/// <param name="Was">The words of <paramref name="Before"/> that differ ('12'), word for word.</param>
/// <param name="Is">The words of <paramref name="Now"/> that differ ('15'), word for word.</param>
public sealed record DigestChange(AnswerSentence Before, AnswerSentence Now, string Was, string Is);
