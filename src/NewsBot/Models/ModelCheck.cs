using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace NewsBot.Models;

/// <summary>Asks the language model for one word, so that a wrong key, model or address is known at the start and not at the first question.</summary>
internal sealed class ModelCheck(IOptions<LlmOptions> options, IServiceProvider services)
{
    /// <summary>Sends one short request.</summary>
    /// <returns>A sentence that says what is wrong, and whether the settings have to be changed; null when nothing is wrong or no check is wanted.</returns>
    public async Task<(string Sentence, bool IsFinal)?> FindProblemAsync(CancellationToken cancellationToken)
    {
        return options.Value is { IsOn: true, CheckAtStart: true } ? await AskAsync(cancellationToken) : null;
    }

    /// <summary>Sends one short request to the model that the settings name, whether or not they want a check at the start.</summary>
    /// <returns>A sentence that says what is wrong, and whether the settings have to be changed; null when nothing is wrong.</returns>
    public async Task<(string Sentence, bool IsFinal)?> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.Seconds));
        try
        {
            // The same limit and temperature as in each later request: a model that thinks needs the room, and what the service refuses is known before the first question.
            var asked = new ChatOptions { MaxOutputTokens = options.Value.MaxTokens, Temperature = (float?)options.Value.Temperature };
            await services.GetRequiredService<IChatClient>().GetResponseAsync([new ChatMessage(ChatRole.User, "Say yes.")], asked, limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (ModelErrors.TimedOut().Message, false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && ModelErrors.Explain(failure) is not null)
        {
            var known = ModelErrors.Explain(failure)!;
            return (known.Message, known.Failure is ModelFailure.WrongKey or ModelFailure.WrongModel or ModelFailure.WrongAddress);
        }
    }
}
