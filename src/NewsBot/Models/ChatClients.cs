using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace NewsBot.Models;

/// <summary>Opens the chat client of the provider that the settings name. Each client makes a request once: <see cref="GuardedModel"/> decides what is tried again.</summary>
internal static class ChatClients
{
    /// <summary>Stands for a missing key: local services need none, but the packages do.</summary>
    private const string NoKey = "none";

    /// <summary>A chat client; it sends nothing yet.</summary>
    /// <param name="settings">Name the provider, its address, the model and the key.</param>
    /// <param name="http">Makes the requests; stays the caller's.</param>
    public static IChatClient Open(LlmOptions settings, HttpClient http) => settings switch
    {
        { IsAnthropic: true } => Anthropic(settings, http),
        { IsAzure: true } => Azure(settings, http),
        _ => new ChatClient(settings.Model, Key(settings.ApiKey), OpenAIAccess(new OpenAIClientOptions(), settings.Endpoint, http)).AsIChatClient(),
    };

    /// <summary>The key as the packages want it.</summary>
    public static ApiKeyCredential Key(string key) => new(key.Length > 0 ? key : NoKey);

    /// <summary>Makes a client of the package OpenAI send each request once and in the caller's time.</summary>
    /// <param name="access">Changed and returned.</param>
    /// <param name="endpoint">The service's address with its path; empty for OpenAI's own.</param>
    /// <param name="http">Makes the requests; stays the caller's.</param>
    public static OpenAIClientOptions OpenAIAccess(OpenAIClientOptions access, string endpoint, HttpClient http)
    {
        Once(access, http);
        if (endpoint.Length > 0)
            access.Endpoint = new Uri(endpoint);
        return access;
    }

    private static IChatClient Azure(LlmOptions settings, HttpClient http)
    {
        var access = new AzureOpenAIClientOptions();
        Once(access, http);
        return new AzureOpenAIClient(new Uri(settings.Endpoint), Key(settings.ApiKey), access).GetChatClient(settings.Model).AsIChatClient();
    }

    private static IChatClient Anthropic(LlmOptions settings, HttpClient http)
    {
        var access = new ClientOptions { ApiKey = settings.ApiKey, HttpClient = http, MaxRetries = 0, Timeout = TimeSpan.FromSeconds(settings.Seconds) };

        // Without an address the package would take one from the environment of the process.
        access.BaseUrl = settings.Endpoint.Length > 0 ? settings.Endpoint : "https://api.anthropic.com";
#pragma warning disable CA2000 // It holds nothing but the HTTP client, which stays the caller's.
        return new AnthropicClient(access).AsIChatClient(settings.Model);
#pragma warning restore CA2000
    }

    private static void Once(ClientPipelineOptions access, HttpClient http)
    {
        access.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        access.NetworkTimeout = Timeout.InfiniteTimeSpan;
        access.Transport = new HttpClientPipelineTransport(http);
    }
}
