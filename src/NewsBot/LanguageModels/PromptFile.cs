using NewsBot.Core.LanguageModels;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsBot.LanguageModels;

/// <summary>A prompt as its file has it, in Semantic Kernel's YAML format.</summary>
/// <remarks>Of that format: name, description, template, template_format 'semantic-kernel', input_variables, and temperature and max_tokens of the default settings.</remarks>
internal sealed class PromptFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    /// <summary>The prompt's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the prompt is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>Messages with variables in them.</summary>
    public string Template { get; set; } = "";

    /// <summary>The language of the template.</summary>
    public string TemplateFormat { get; set; } = "semantic-kernel";

    /// <summary>The variables.</summary>
    public List<Variable> InputVariables { get; set; } = [];

    /// <summary>How the model is to be run, by service; 'default' for all.</summary>
    public Dictionary<string, Settings> ExecutionSettings { get; set; } = [];

    /// <summary>How the model is to be run.</summary>
    public Settings Default => ExecutionSettings.GetValueOrDefault("default") ?? new Settings();

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="ModelException">It is no prompt in that format.</exception>
    public static PromptFile Parse(string text, string path)
    {
        try
        {
            var file = Yaml.Deserialize<PromptFile?>(text);
            if (file is null || file.Template.Length == 0)
                throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} has no template.");
            if (file.TemplateFormat != "semantic-kernel")
                throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} is in the template format '{file.TemplateFormat}'; only semantic-kernel is read.");
            return file;
        }
        catch (YamlException failure)
        {
            throw new ModelException(ModelFailure.BadPrompt, $"The prompt {path} is no YAML in line {failure.Start.Line}: {failure.Message}", innerException: failure);
        }
    }

    /// <summary>A variable of the template.</summary>
    internal sealed class Variable
    {
        /// <summary>As the template names it.</summary>
        public string Name { get; set; } = "";

        /// <summary>What it holds.</summary>
        public string Description { get; set; } = "";

        /// <summary>Whether a call without it fails.</summary>
        public bool IsRequired { get; set; } = true;

        /// <summary>What stands for it when a call lacks it; null for nothing.</summary>
        public string? Default { get; set; }
    }

    /// <summary>How the model is to be run.</summary>
    internal sealed class Settings
    {
        /// <summary>0 to 2; null for the service's own.</summary>
        public float? Temperature { get; set; }

        /// <summary>The most tokens of the reply; null for the service's own.</summary>
        public int? MaxTokens { get; set; }
    }
}
