using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>A word of a question that counts when searching.</summary>
/// <param name="Text">Folded and stemmed.</param>
/// <param name="Weight">Dimensionless: 1 for a plain word, more in a name, a quotation or a number, little in a phrase such as 'this week'.</param>
/// <param name="Span">Where it first stands in the question.</param>
/// <param name="IsName">Whether it belongs to a name or a quotation.</param>
public readonly record struct QuestionTerm(string Text, double Weight, TextSpan Span, bool IsName);
