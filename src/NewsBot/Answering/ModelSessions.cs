using Microsoft.Extensions.Options;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>Begins the language model's work on questions, where a model is configured.</summary>
internal sealed class ModelSessions(TimeProvider time, ILoggerFactory loggers, IOptions<LlmOptions> options, ILanguageModel? model = null)
{
    /// <summary>Begins the work on a question; its time runs from now.</summary>
    /// <returns>Null when there is no model, or when none is wanted.</returns>
    public ModelSession? Begin(AskedQuestion asked, CancellationToken cancellationToken) =>
        model is null || asked.WithoutModel ? null : new ModelSession(model, options.Value.Verify, asked, time, loggers, cancellationToken);
}
