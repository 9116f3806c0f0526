using Microsoft.Extensions.Options;
using NewsBot.Core.LanguageModels;
using NewsBot.LanguageModels;

namespace NewsBot.Tests.LanguageModels;

public sealed class ChatModelTests : LanguageModelContract, IDisposable
{
    private readonly HttpClient http = new();

    public void Dispose() => http.Dispose();

    protected override ILanguageModel Open(string endpoint, string model, string key, string promptFolder)
    {
        var options = new LlmOptions { Endpoint = endpoint, Model = model, ApiKey = key, Prompts = promptFolder };
        return new ChatModel(new OpenAiChatClient(options, http), new PromptFiles(Options.Create(options)), model, TimeSpan.FromSeconds(20));
    }
}
