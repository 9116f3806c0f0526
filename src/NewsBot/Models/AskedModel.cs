using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace NewsBot.Models;

/// <summary>The language model of the settings: a chat client of its provider, and Semantic Kernel over it.</summary>
internal sealed class AskedModel : IDisposable
{
    /// <summary>What stands for a key that is not there: local services need none, but the package does.</summary>
    public const string NoKey = "none";

    private readonly HttpClient http;
    private readonly AnthropicClient? anthropic;

    /// <summary>Chooses the client; it calls nothing yet.</summary>
    /// <param name="options">Names the model.</param>
    /// <param name="archive">What a prompt may let the model search; null for nothing.</param>
    public AskedModel(IOptions<LlmOptions> options, IArchiveSearch? archive = null)
    {
        var settings = options.Value;
        var timeLimit = TimeSpan.FromSeconds(settings.Seconds);

        // The caller keeps the limit of a whole reply; this one ends a request that hangs before it begins.
        http = new HttpClient { Timeout = timeLimit };
        if (settings.IsAnthropic)
        {
            var access = new ClientOptions { ApiKey = settings.ApiKey, HttpClient = http, MaxRetries = 0, Timeout = timeLimit };
            if (settings.Endpoint.Length > 0)
                access.BaseUrl = settings.Endpoint;
            anthropic = new AnthropicClient(access);
            Client = anthropic.AsIChatClient(settings.Model);
        }
        else
        {
            var access = OpenAiAccess(settings.Endpoint, http);
            Client = new ChatClient(settings.Model, new ApiKeyCredential(settings.ApiKey.Length > 0 ? settings.ApiKey : NoKey), access).AsIChatClient();
        }

        Model = new KernelLanguageModel(Client, settings.Model, settings.PromptFolder, timeLimit, archive);
    }

    /// <summary>Runs prompts, without limits.</summary>
    public KernelLanguageModel Model { get; }

    /// <summary>What the model asks with, for the check at the start.</summary>
    public IChatClient Client { get; }

    /// <summary>The options of a client of the package OpenAI that makes each call once and in the caller's time.</summary>
    /// <param name="endpoint">The service's address with its path; empty for OpenAI's own.</param>
    /// <param name="http">Makes the requests; stays the caller's.</param>
    public static OpenAIClientOptions OpenAiAccess(string endpoint, HttpClient http)
    {
        var access = new OpenAIClientOptions
        {
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(http),
        };
        if (endpoint.Length > 0)
            access.Endpoint = new Uri(endpoint);
        return access;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        anthropic?.Dispose();
        http.Dispose();
    }
}
