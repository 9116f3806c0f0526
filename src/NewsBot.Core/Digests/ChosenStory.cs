using NewsBot.Core.Stories;

namespace NewsBot.Core.Digests;

/// <summary>A story that was chosen for a digest, with its summary.</summary>
/// <param name="Story">The whole of it in the window.</param>
/// <param name="Summary">What is said.</param>
/// <param name="IsNew">Whether it began in the window, and no earlier digest had it.</param>
internal sealed record ChosenStory(CandidateStory Story, StorySummary Summary, bool IsNew);
