using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.SemanticKernel;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Questions;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Offers the archive to prompts that let the model call functions.</summary>
/// <remarks>
/// The passages found join the sheet of the prompt, so that sentences that cite them are checked like any other. The model's query is as untrusted as its text:
/// it is cut, the number of articles is bounded, and a failure is told in a sentence without details.
/// </remarks>
internal sealed class ArchivePlugin(IArchiveSearch archive)
{
    /// <summary>The name of the plugin in the kernel.</summary>
    public const string Name = "archive";

    private const int MaxArticles = 8;

    /// <summary>Under this name the kernel of a prompt holds its <see cref="PromptCall"/>.</summary>
    private const string CallKey = "newsbot.prompt";

    /// <summary>Passages of the articles nearest to a query, each between marks that no article can forge, without questions and orders.</summary>
    [KernelFunction("search")]
    [Description("Searches the news archive and returns the best passage of each of the nearest articles. They may be cited like the passages of the prompt.")]
    public async Task<string> SearchAsync(
        Kernel kernel,
        [Description("What to search for: a question or a few words.")] string query,
        [Description("The most articles, 1 to 8.")] int count = 4,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(query))
            return "The query is empty.";
        var call = kernel.Data.TryGetValue(CallKey, out var data) ? data as PromptCall : null;
        var text = PromptText.Clean(query.Length > QuestionAnalyzer.MaxLength ? query[..QuestionAnalyzer.MaxLength] : query);
        try
        {
            var (_, hits) = await archive.SearchAsync(text, call?.AsOf, call?.Until, Math.Clamp(count, 1, MaxArticles), cancellationToken);
            if (hits.Count == 0)
                return "The archive has nothing about it.";

            // A prompt without a sheet has nothing to cite; the passages are told all the same.
            var sheet = call?.Sheet ?? new PassageSheet(new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
            var passages = sheet.Add(hits.Select(hit => (hit.Revision, hit.Passage)));
            return passages.Count > 0 ? PassageSheet.ToText(passages) : "No more passages can be taken; write from those that are there.";
        }
        catch (StoreException)
        {
            return "The archive cannot be searched just now.";
        }
    }

    /// <summary>Tells the functions of a kernel which prompt they are called for.</summary>
    public static void Attach(Kernel kernel, PromptCall call) => kernel.Data[CallKey] = call;
}
