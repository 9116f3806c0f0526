using NewsBot.Core.Retrieval;

namespace NewsBot.Answering;

/// <summary>What all searches for one question go through.</summary>
/// <param name="Passages">The index as it was when the question came.</param>
/// <param name="Meaning">The question's vector and what it is compared with; null for a search by words alone.</param>
internal sealed record SearchScope(PassageIndex Passages, QuestionMeaning? Meaning);
