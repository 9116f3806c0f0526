namespace NewsBot.Models.Local;

/// <summary>The section 'Models': models that run in this process.</summary>
internal sealed class LocalModelOptions
{
    public const string Section = "Models";

    /// <summary>Whether the model that comes with the bot reads the articles; true by default. Without it, answers are chosen by their words alone.</summary>
    public bool Local { get; set; } = true;

    /// <summary>A file of weights that <c>newsbot train</c> wrote; empty (the default) for those that come with the bot.</summary>
    public string Weights { get; set; } = "";
}
