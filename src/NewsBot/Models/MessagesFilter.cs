using System.Xml;
using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>
/// Refuses a prompt that cannot be filled or does not consist of messages: the kernel would send its whole text, escapes and all, as one message of the reader's.
/// </summary>
internal sealed class MessagesFilter : IPromptRenderFilter
{
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        try
        {
            await next(context);
            if (!HasMessage(context.RenderedPrompt ?? ""))
                throw new ModelException(ModelFailure.BadPrompt, $"The template of the prompt '{context.Function.Name}' has no <message role=\"…\">.");
        }
        catch (XmlException failure)
        {
            throw new ModelException(ModelFailure.BadPrompt, $"The template of the prompt '{context.Function.Name}' is not XML: {failure.Message}", innerException: failure);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or KernelException)
        {
            // The template calls a function that does not exist.
            throw new ModelException(ModelFailure.BadPrompt, $"The template of the prompt '{context.Function.Name}' cannot be filled: {failure.Message}", innerException: failure);
        }
    }

    private static bool HasMessage(string prompt)
    {
        using var reader = XmlReader.Create(new StringReader($"<root>{prompt}</root>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var hasMessage = false;
        while (reader.Read())
            hasMessage |= reader is { Depth: 1, NodeType: XmlNodeType.Element, Name: "message" } && reader.GetAttribute("role") is not null;
        return hasMessage;
    }
}
