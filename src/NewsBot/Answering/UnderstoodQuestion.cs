using NewsBot.Core.Questions;

namespace NewsBot.Answering;

/// <summary>A question as it is understood in the light of the conversation.</summary>
/// <param name="Asked">As it was asked; its text stands alone when a language model put it so.</param>
/// <param name="FollowUp">What it goes on from.</param>
/// <param name="Question">What is searched for.</param>
internal sealed record UnderstoodQuestion(AskedQuestion Asked, FollowUp FollowUp, Question Question)
{
    /// <summary>What the answers of the conversation cite.</summary>
    public IReadOnlyList<CitedPassage> Said => [.. Asked.Before.SelectMany(turn => turn.Citations)];
}
