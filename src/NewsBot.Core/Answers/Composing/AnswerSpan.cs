using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>A stretch of a sentence that might be the answer itself.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Fit">How well its kind is what the question asks for, 0 to 1.</param>
internal readonly record struct AnswerSpan(TextSpan Span, double Fit);
