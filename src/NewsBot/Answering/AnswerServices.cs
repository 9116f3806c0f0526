using Microsoft.Extensions.Options;
using NewsBot.Core.Answers.Composing;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Models.Local;

namespace NewsBot.Answering;

/// <summary>Registers answering and searching.</summary>
internal static class AnswerServices
{
    /// <summary>Adds the answerer and the searcher; they need a store, an index and a clock, and use a language model where there is one.</summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSettings<RetrievalOptions, RetrievalOptionsValidator>(RetrievalOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RetrievalOptions>>().Value.ToWeights());
        services.AddSingleton(provider => ReadWeights(
            provider.GetRequiredService<IOptions<LocalModelOptions>>().Value.Weights, provider.GetService<IWindowReader>() is not null));
        services.AddSingleton<TermForms>();
        services.AddSingleton<QuestionSpeller>();
        services.AddSingleton<QuestionGlosser>();
        services.AddSingleton<EvidenceSearch>();
        services.AddSingleton<AnswerComposer>();
        services.AddSingleton<OverviewAnswerer>();
        services.AddSingleton<ModelSessions>();
        services.AddSingleton<ArchiveLanguages>();
        services.AddSingleton<QuestionAnswerer>();
        services.AddSingleton<IQuestionAnswerer, CountedAnswerer>();
        services.AddSingleton<ArchiveSearcher>();
        services.AddSingleton<IArchiveSearch>(provider => provider.GetRequiredService<ArchiveSearcher>());
        return services;
    }

    /// <summary>Adds the questions that the service asks itself at its start; the archive has to be open before.</summary>
    public static IServiceCollection AddAnswerWarmUp(this IServiceCollection services) => services.AddHostedService<AnswerWarmUp>();

    /// <summary>The weights that a file holds, or those that come with the bot.</summary>
    /// <exception cref="IOException">The file cannot be read; one sentence for a person.</exception>
    private static AnswerModel ReadWeights(string path, bool hasReader)
    {
        if (path.Length == 0)
            return hasReader ? AnswerModel.WithReader : AnswerModel.Default;
        try
        {
            var weights = AnswerModel.Parse(File.ReadAllText(path));
            if (weights.IsForReader == hasReader)
                return weights;
            throw new IOException($"Models:Weights names {path}, which was fitted {(hasReader ? "without" : "with")} local models; fit it again with newsbot train.");
        }
        catch (FormatException failure)
        {
            throw new IOException($"Models:Weights names {path}. {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new IOException($"Models:Weights names {path}: there is no such file, or it may not be read.", failure);
        }
    }
}
