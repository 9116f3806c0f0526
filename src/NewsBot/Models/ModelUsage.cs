namespace NewsBot.Models;

/// <summary>What replies took, in tokens as the service counts them.</summary>
/// <param name="InputTokens">Of the prompts.</param>
/// <param name="OutputTokens">Of the replies.</param>
internal readonly record struct ModelUsage(long InputTokens, long OutputTokens)
{
    /// <summary>Both together.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>The sum of two.</summary>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right) => left.Add(right);

    /// <summary>The sum of two.</summary>
    public ModelUsage Add(ModelUsage other) => new(InputTokens + other.InputTokens, OutputTokens + other.OutputTokens);
}
