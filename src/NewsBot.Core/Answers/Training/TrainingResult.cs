using NewsBot.Core.Answers.Composing;

namespace NewsBot.Core.Answers.Training;

/// <summary>Fitted weights with what they reached on questions that they had not seen.</summary>
public sealed record TrainingResult
{
    /// <summary>The weights, fitted to all examples.</summary>
    public required AnswerModel Model { get; init; }

    /// <summary>Replies to answerable examples.</summary>
    public required int Replies { get; init; }

    /// <summary>Those of them that hold the answer, refused ones included.</summary>
    public required int RightReplies { get; init; }

    /// <summary>Replies to answerable examples that would be given.</summary>
    public required int Answered { get; init; }

    /// <summary>Those of them that hold the answer.</summary>
    public required int RightAnswered { get; init; }

    /// <summary>Replies to examples without an answer.</summary>
    public required int Unanswerable { get; init; }
}
