using System.Collections.Concurrent;
using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>The prompts of a folder as functions of the kernel; a changed file counts from the next call on.</summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="options">Name the folder, and what is sent where a file names nothing else: the most tokens of a reply, and the temperature.</param>
internal sealed class KernelPrompts(LlmOptions options)
{
    private readonly ConcurrentDictionary<string, Prompt> read = new(StringComparer.Ordinal);

    /// <summary>The function of a call.</summary>
    /// <exception cref="ModelException">The file is missing or is not a prompt, or it wants a variable that the call does not have.</exception>
    public KernelFunction Get(PromptCall call)
    {
        var path = Path.Combine(options.PromptFolder, call.Prompt + ".yaml");
        try
        {
            var writtenAt = File.GetLastWriteTimeUtc(path);
            if (!read.TryGetValue(call.Prompt, out var prompt) || prompt.WrittenAt != writtenAt)
                read[call.Prompt] = prompt = Read(path, writtenAt);
            if (prompt.Required.FirstOrDefault(name => !call.Variables.ContainsKey(name)) is { } missing)
                throw new ModelException(ModelFailure.BadPrompt, $"The prompt '{call.Prompt}' wants the variable '{missing}', which this version of newsbot does not give.");
            return prompt.Function;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} cannot be read: {failure.Message}", innerException: failure);
        }
    }

    private Prompt Read(string path, DateTime writtenAt)
    {
        try
        {
            var config = PromptYaml.Parse(File.ReadAllText(path), path);
            Complete(config);
            var function = KernelFunctionFactory.CreateFromPrompt(config);

            // The kernel added what the template names and the file does not declare.
            return new Prompt(writtenAt, function, [.. config.InputVariables.Where(variable => variable is { IsRequired: true, Default: null }).Select(variable => variable.Name)]);
        }
        catch (Exception failure) when (failure is KernelException or ArgumentException)
        {
            // The kernel reports a name that no function may have as a wrong argument.
            throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} cannot be run by the kernel: {failure.Message}", innerException: failure);
        }
    }

    private void Complete(PromptTemplateConfig config)
    {
        if (config.ExecutionSettings.Count == 0)
            config.AddExecutionSettings(new PromptExecutionSettings());
        foreach (var settings in config.ExecutionSettings.Values)
        {
            settings.ExtensionData ??= new Dictionary<string, object>();
            settings.ExtensionData.TryAdd(PromptYaml.MaxTokensName, options.MaxTokens);
            if (options.Temperature is { } temperature)
                settings.ExtensionData.TryAdd(PromptYaml.TemperatureName, (float)temperature);
        }
    }

    private sealed record Prompt(DateTime WrittenAt, KernelFunction Function, IReadOnlyList<string> Required);
}
