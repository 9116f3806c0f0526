using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsBot.Core.LanguageModels;
using NewsBot.Core.Retrieval;

namespace NewsBot.LanguageModels;

/// <summary>The language model of the settings as this build reaches it (docs/decisions/0002).</summary>
internal sealed class AskedModel : IDisposable
{
    private readonly HttpClient http;
    private readonly AnthropicClient? anthropic;

    /// <summary>Chooses the client; nothing is called yet.</summary>
    /// <param name="options">Name the model.</param>
    /// <param name="prompts">The prompts.</param>
    /// <param name="archive">What prompts may let the model search, in a build that can; null for nothing.</param>
    public AskedModel(IOptions<LlmOptions> options, PromptFiles prompts, IArchiveSearch? archive = null)
    {
        var settings = options.Value;
        var timeLimit = TimeSpan.FromSeconds(settings.Seconds);

        // The limit of a whole reply is kept by whoever asks; this one ends what hangs before it begins.
        http = new HttpClient { Timeout = timeLimit };
        if (settings.IsAnthropic)
        {
            var access = new ClientOptions { ApiKey = settings.ApiKey, HttpClient = http, MaxRetries = 0, Timeout = timeLimit };
            if (settings.Endpoint.Length > 0)
                access.BaseUrl = settings.Endpoint;
            anthropic = new AnthropicClient(access);
            Client = anthropic.AsIChatClient(settings.Model);
            Model = new ChatModel(Client, prompts, settings.Model, timeLimit);
            return;
        }

#if FULL_FEED
        var endpoint = new Uri(settings.Endpoint.Length > 0 ? settings.Endpoint : "https://api.openai.com/v1");
        var kernel = new SemanticKernel.KernelLanguageModel(new(endpoint, settings.Model, settings.ApiKey, settings.PromptFolder, timeLimit), http, archive);
        (Client, Model) = (kernel.Client, kernel);
#else
        _ = archive;
        Client = new OpenAiChatClient(settings, http);
        Model = new ChatModel(Client, prompts, settings.Model, timeLimit);
#endif
    }

    /// <summary>Runs prompts, without limits.</summary>
    public ILanguageModel Model { get; }

    /// <summary>What the model asks with, for the check at the start.</summary>
    public IChatClient Client { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        anthropic?.Dispose();
        http.Dispose();
    }
}
