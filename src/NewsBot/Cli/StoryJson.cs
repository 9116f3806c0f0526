using System.Text.Json;
using NewsBot.Core.Stories;

namespace NewsBot.Cli;

/// <summary>What <c>stories --json</c> prints of one story.</summary>
/// <param name="ArticleIds">In the order of publication.</param>
internal sealed record StoryJson(string Headline, IReadOnlyList<string> ArticleIds)
{
    /// <summary>One array with a line a story, in the order given.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Story> stories)
    {
        output.Write('[');
        for (var i = 0; i < stories.Count; i++)
        {
            var story = new StoryJson(stories[i].Headline, [.. stories[i].Articles.Select(article => article.Id)]);
            output.WriteLine(i == 0 ? "" : ",");
            output.Write(JsonSerializer.Serialize(story, CliJson.Readable.StoryJson));
        }

        output.WriteLine("]");
    }
}
