using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using NewsBot.Core.LanguageModels;
using NewsBot.Core.Retrieval;

namespace NewsBot.LanguageModels;

/// <summary>The language model of the settings as this build reaches it (docs/decisions/0002).</summary>
/// <param name="Model">Runs prompts, without limits.</param>
/// <param name="Client">What it asks with, for the check at the start.</param>
internal sealed record AskedModel(ILanguageModel Model, IChatClient Client)
{
    /// <summary>Makes the model; nothing is called yet.</summary>
    /// <param name="options">Name it.</param>
    /// <param name="prompts">The prompts.</param>
    /// <param name="archive">What prompts may let the model search; null for nothing.</param>
    public static AskedModel Create(LlmOptions options, PromptFiles prompts, IArchiveSearch? archive)
    {
        var timeLimit = TimeSpan.FromSeconds(options.Seconds);

        // The limit of a whole reply is kept by whoever asks; this one ends what hangs before it begins.
        var http = new HttpClient { Timeout = timeLimit };
#if FULL_FEED
        if (!options.IsAnthropic)
        {
            var endpoint = new Uri(options.Endpoint.Length > 0 ? options.Endpoint : "https://api.openai.com/v1");
            var kernel = new SemanticKernel.KernelLanguageModel(new(endpoint, options.Model, options.ApiKey, options.PromptFolder, timeLimit), http, archive);
            return new AskedModel(kernel, kernel.Client);
        }
#else
        _ = archive;
#endif
        var client = options.IsAnthropic ? AskAnthropic(options, http) : new OpenAiChatClient(options, http);
        return new AskedModel(new ChatModel(client, prompts, options.Model, timeLimit), client);
    }

    private static IChatClient AskAnthropic(LlmOptions options, HttpClient http)
    {
        var settings = new ClientOptions { ApiKey = options.ApiKey, HttpClient = http, MaxRetries = 0, Timeout = TimeSpan.FromSeconds(options.Seconds) };
        if (options.Endpoint.Length > 0)
            settings.BaseUrl = options.Endpoint;
        return new AnthropicClient(settings).AsIChatClient(options.Model);
    }
}
