using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using System.Xml;
using Microsoft.Extensions.AI;
using NewsBot.Core.LanguageModels;

namespace NewsBot.LanguageModels;

/// <summary>Renders a prompt's template to the messages that Semantic Kernel makes of it.</summary>
/// <remarks>
/// Of its template language: <c>{{$name}}</c> within <c>&lt;message role="…"&gt;</c>. A value is escaped when it goes in and unescaped when the messages are read, so that whatever
/// it holds stays inside its message. A test runs both over the same files.
/// </remarks>
internal static partial class PromptTemplate
{
    /// <summary>Renders.</summary>
    /// <exception cref="ModelException">A variable is missing, or the template is beyond what is read here.</exception>
    public static List<ChatMessage> Render(PromptFile file, IReadOnlyDictionary<string, string> variables)
    {
        var text = Block().Replace(file.Template, match => HttpUtility.HtmlEncode(PromptText.Clean(ValueOf(match.Groups[1].Value, file, variables))));
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader($"<root>{text}</root>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            document.Load(reader);
        }
        catch (XmlException failure)
        {
            throw new ModelException(ModelFailure.BadPrompt, $"The template of the prompt '{file.Name}' is no XML: {failure.Message}", innerException: failure);
        }

        var messages = new List<ChatMessage>();
        foreach (var element in document.DocumentElement!.ChildNodes.OfType<XmlElement>())
        {
            if (element.Name == "message" && element.HasAttribute("role"))
                messages.Add(new ChatMessage(new ChatRole(element.GetAttribute("role")), HttpUtility.HtmlDecode(element.InnerXml.Trim())));
        }

        return messages.Count > 0 ? messages : throw new ModelException(ModelFailure.BadPrompt, $"The template of the prompt '{file.Name}' has no <message role=\"…\">.");
    }

    private static string ValueOf(string code, PromptFile file, IReadOnlyDictionary<string, string> variables)
    {
        var name = Variable().Match(code.Trim());
        if (!name.Success)
            throw new ModelException(ModelFailure.BadPrompt, $"The template of the prompt '{file.Name}' has {{{{{code}}}}}; only variables such as {{{{$question}}}} are read.");
        if (variables.TryGetValue(name.Groups[1].Value, out var value))
            return value;
        var variable = file.InputVariables.Find(variable => variable.Name == name.Groups[1].Value);
        return variable is { IsRequired: false } or { Default: not null }
            ? variable.Default ?? ""
            : throw new ModelException(ModelFailure.BadPrompt, $"The prompt '{file.Name}' wants the variable '{name.Groups[1].Value}', which this version of newsbot does not give.");
    }

    [GeneratedRegex(@"\{\{(.*?)\}\}", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$(\w+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
