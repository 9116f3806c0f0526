using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.SemanticKernel;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Questions;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Offers the archive to prompts that let the model call functions.</summary>
/// <remarks>What the model asks for is as untrusted as what it writes: the query is cut, the count bounded, and a failure told in a sentence without details.</remarks>
internal sealed class ArchivePlugin(IArchiveSearch archive)
{
    private const int MaxArticles = 8;

    /// <summary>Passages of the articles nearest to a query, between marks that no article can forge, without what asks or orders in them.</summary>
    [KernelFunction("search")]
    [Description("Searches the news archive and returns the best passage of each of the nearest articles.")]
    public async Task<string> SearchAsync(
        [Description("What to search for: a question or a few words.")] string query,
        [Description("The most articles, 1 to 8.")] int count = 4,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(query))
            return "The query is empty.";
        var text = PromptText.Clean(query.Length > QuestionAnalyzer.MaxLength ? query[..QuestionAnalyzer.MaxLength] : query);
        try
        {
            var (_, hits) = await archive.SearchAsync(text, asOf: null, Math.Clamp(count, 1, MaxArticles), cancellationToken);
            if (hits.Count == 0)
                return "The archive has nothing about it.";
            return PassageSheet.Of([.. hits.Select(hit => (hit.Revision, hit.Passage))], new Random(RandomNumberGenerator.GetInt32(int.MaxValue))).ToText();
        }
        catch (StoreException)
        {
            return "The archive cannot be searched just now.";
        }
    }
}
