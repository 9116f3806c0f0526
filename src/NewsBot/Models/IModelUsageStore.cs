using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>What the language model took each day, for the budgets.</summary>
/// <remarks>Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails.</remarks>
internal interface IModelUsageStore
{
    /// <summary>Adds what a reply took.</summary>
    /// <param name="day">The day in UTC.</param>
    /// <param name="personId">Who was served; null for nobody in particular.</param>
    /// <param name="usage">What it took.</param>
    Task AddAsync(DateOnly day, long? personId, ModelUsage usage, CancellationToken cancellationToken);

    /// <summary>What was taken on a day by a person, and by all; nothing for nobody in particular.</summary>
    Task<(ModelUsage Person, ModelUsage All)> ReadAsync(DateOnly day, long? personId, CancellationToken cancellationToken);

    /// <summary>Deletes the days before <paramref name="before"/>.</summary>
    Task PruneAsync(DateOnly before, CancellationToken cancellationToken);
}

/// <summary>What replies took, in tokens as the service counts them.</summary>
/// <param name="InputTokens">Of the prompts.</param>
/// <param name="OutputTokens">Of the replies, with what the model thought before it wrote.</param>
internal readonly record struct ModelUsage(long InputTokens, long OutputTokens)
{
    /// <summary>Both together.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>The sum of two.</summary>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right) => left.Add(right);

    /// <summary>The sum of two.</summary>
    public ModelUsage Add(ModelUsage other) => new(InputTokens + other.InputTokens, OutputTokens + other.OutputTokens);
}
