using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsBot.Core.LanguageModels;

namespace NewsBot.LanguageModels;

/// <summary>The prompts of the folder; a file that was changed counts from the next call on.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class PromptFiles(IOptions<LlmOptions> options)
{
    private readonly ConcurrentDictionary<string, (DateTime WrittenAt, PromptFile File)> read = new(StringComparer.Ordinal);

    /// <summary>The prompt of a name.</summary>
    /// <exception cref="ModelException">There is no such file, or it is no prompt.</exception>
    public PromptFile Get(string name)
    {
        var path = Path.Combine(options.Value.PromptFolder, name + ".yaml");
        try
        {
            var writtenAt = File.GetLastWriteTimeUtc(path);
            if (read.TryGetValue(name, out var known) && known.WrittenAt == writtenAt)
                return known.File;
            var file = PromptFile.Parse(File.ReadAllText(path), path);
            read[name] = (writtenAt, file);
            return file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} cannot be read: {failure.Message}", innerException: failure);
        }
    }
}
