using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace NewsBot.LanguageModels;

/// <summary>A chat client over the package OpenAI, for every service that speaks that protocol.</summary>
/// <remarks>The adapter that the package Microsoft.Extensions.AI.OpenAI brings is not on every feed; this has what the bot uses: text, streams, usage.</remarks>
internal sealed class OpenAiChatClient : IChatClient
{
    // Services of one's own machine want no key, but the package does.
    private const string NoKey = "none";

    private readonly ChatClient client;

    /// <summary>A client of one model; nothing is called yet.</summary>
    /// <param name="options">Names the service, the model and the key.</param>
    /// <param name="http">Makes the requests; stays the caller's.</param>
    public OpenAiChatClient(LlmOptions options, HttpClient http)
    {
        var settings = new OpenAIClientOptions
        {
            // Whether a call is made again is decided in one place, and not here.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromSeconds(options.Seconds),
            Transport = new HttpClientPipelineTransport(http),
        };
        if (options.Endpoint.Length > 0)
            settings.Endpoint = new Uri(options.Endpoint);
        client = new ChatClient(options.Model, new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : NoKey), settings);
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatCompletion completion = await client.CompleteChatAsync(Messages(messages), Options(options), cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(part => part.Text))))
        {
            FinishReason = Reason(completion.FinishReason),
            Usage = Usage(completion.Usage),
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in client.CompleteChatStreamingAsync(Messages(messages), Options(options), cancellationToken))
        {
            var part = new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(content => content.Text)));
            if (update.FinishReason is { } reason)
                part.FinishReason = Reason(reason);
            if (update.Usage is { } usage)
                part.Contents.Add(new UsageContent(Usage(usage)));
            yield return part;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The HTTP client is the caller's; there is nothing else to let go of.
    }

    private static IEnumerable<OpenAI.Chat.ChatMessage> Messages(IEnumerable<ChatMessage> messages) => messages.Select<ChatMessage, OpenAI.Chat.ChatMessage>(message =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Text));

    private static ChatCompletionOptions Options(ChatOptions? options) => new() { Temperature = options?.Temperature, MaxOutputTokenCount = options?.MaxOutputTokens };

    private static Microsoft.Extensions.AI.ChatFinishReason Reason(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
        _ => Microsoft.Extensions.AI.ChatFinishReason.Stop,
    };

    private static UsageDetails Usage(ChatTokenUsage usage) => new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };
}
