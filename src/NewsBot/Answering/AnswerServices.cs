using Microsoft.Extensions.Options;
using NewsBot.Core.Answers.Composing;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>Registers answering and searching.</summary>
internal static class AnswerServices
{
    /// <summary>Adds the answerer and the searcher; they need a store, an index and a clock, and use a language model where there is one.</summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSettings<RetrievalOptions, RetrievalOptionsValidator>(RetrievalOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RetrievalOptions>>().Value.ToWeights());
        services.AddSingleton(_ => AnswerModel.Default);
        services.AddSingleton<QuestionSpeller>();
        services.AddSingleton<EvidenceSearch>();
        services.AddSingleton<AnswerComposer>();
        services.AddSingleton<ModelSessions>();
        services.AddSingleton<IQuestionAnswerer, QuestionAnswerer>();
        services.AddSingleton<ArchiveSearcher>();
        services.AddSingleton<IArchiveSearch>(provider => provider.GetRequiredService<ArchiveSearcher>());
        return services;
    }
}
