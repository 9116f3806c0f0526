using Microsoft.SemanticKernel;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsBot.Models;

/// <summary>Reads a prompt's file, in the kernel's own YAML format, to what the kernel makes a function of.</summary>
/// <remarks>The package Microsoft.SemanticKernel.Yaml hands numbers on as text, which services refuse.</remarks>
internal sealed class PromptYaml
{
    /// <summary>The kernel's name for the temperature.</summary>
    public const string TemperatureName = "temperature";

    /// <summary>The kernel's name for the most tokens of a reply.</summary>
    public const string MaxTokensName = "max_tokens";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    /// <summary>The prompt's name.</summary>
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>Messages with variables in them.</summary>
    public string Template { get; set; } = "";

    /// <summary>The language of the template.</summary>
    public string TemplateFormat { get; set; } = PromptTemplateConfig.SemanticKernelTemplateFormat;

    public List<InputVariable> InputVariables { get; set; } = [];

    /// <summary>How the model is to be run, by service.</summary>
    public Dictionary<string, Settings> ExecutionSettings { get; set; } = [];

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="ModelException">It is not a prompt in that format.</exception>
    public static PromptTemplateConfig Parse(string text, string path)
    {
        try
        {
            var file = Yaml.Deserialize<PromptYaml?>(text);
            if (file is null || file.Template.Length == 0)
                throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} has no template.");
            if (file.TemplateFormat != PromptTemplateConfig.SemanticKernelTemplateFormat)
                throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} is in the template format '{file.TemplateFormat}'; only semantic-kernel is read.");
            return new PromptTemplateConfig
            {
                // A function's name has no hyphens.
                Name = file.Name.Replace('-', '_'),
                Description = file.Description,
                Template = file.Template,
                InputVariables = file.InputVariables,
                ExecutionSettings = file.ExecutionSettings.ToDictionary(pair => pair.Key, pair => pair.Value.ToPackage()),
            };
        }
        catch (Exception failure) when (failure is YamlException or FormatException)
        {
            throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} cannot be read: {failure.Message}", innerException: failure);
        }
    }

    /// <summary>How the model is to be run.</summary>
    internal sealed class Settings
    {
        /// <summary>0 to 2; null for that of the settings.</summary>
        public float? Temperature { get; set; }

        /// <summary>The most tokens of the reply; null for that of the settings.</summary>
        public int? MaxTokens { get; set; }

        /// <summary>Whether the model may call functions of the kernel; null for none.</summary>
        public Choice? FunctionChoiceBehavior { get; set; }

        public PromptExecutionSettings ToPackage()
        {
            var extra = new Dictionary<string, object>();
            if (Temperature is { } temperature)
                extra[TemperatureName] = temperature;
            if (MaxTokens is { } tokens)
                extra[MaxTokensName] = tokens;
            return new PromptExecutionSettings
            {
                ExtensionData = extra,
                FunctionChoiceBehavior = FunctionChoiceBehavior?.Type switch
                {
                    null or "none" => null,
                    "auto" => Microsoft.SemanticKernel.FunctionChoiceBehavior.Auto(),
                    "required" => Microsoft.SemanticKernel.FunctionChoiceBehavior.Required(),
                    var other => throw new FormatException($"function_choice_behavior is auto, required or none, and not '{other}'."),
                },
            };
        }
    }

    /// <summary>Whether the model may call functions.</summary>
    internal sealed class Choice
    {
        /// <summary>'auto', 'required' or 'none'.</summary>
        public string Type { get; set; } = "none";
    }
}
