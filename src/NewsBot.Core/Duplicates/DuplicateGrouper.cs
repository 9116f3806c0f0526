using NewsBot.Core.Articles;

namespace NewsBot.Core.Duplicates;

/// <summary>Puts texts into groups of near duplicates in the order in which they come in; one thread at a time.</summary>
/// <remarks>
/// Compares with the latest <see cref="DuplicateIndex.DefaultCapacity"/> texts that it was given. The number of a group is the revision that founded it, and stays when
/// that revision is gone.
/// </remarks>
public sealed class DuplicateGrouper
{
    private readonly DuplicateIndex index = new();

    /// <summary>Takes in a text whose group is known.</summary>
    public void Add(GroupedText text) => index.Add(text.Text, text.Group);

    /// <summary>Finds the groups of new texts, and takes the texts in.</summary>
    /// <param name="texts">In the order in which they came in.</param>
    /// <param name="find">The text of a revision that was grouped before; null when it has no group.</param>
    /// <returns>The texts that say enough to have a group, in the order given.</returns>
    public IReadOnlyList<GroupedText> Group(IReadOnlyCollection<NewText> texts, Func<long, GroupedText?> find)
    {
        var grouped = new List<GroupedText>(texts.Count);

        // Signatures are most of the work, and independent of each other.
        foreach (var (text, reported) in texts.AsParallel().AsOrdered().Select(text => (text, ReportedText.Of(text.Article, text.SeenAt))))
        {
            if (reported is null)
                continue;
            var replaced = text.ReplacedRevisionId is { } id ? grouped.Find(other => other.RevisionId == id) ?? find(id) : null;
            var group = (replaced is null ? null : GroupOfReplaced(replaced, reported)) ?? index.Find(reported) ?? text.RevisionId;
            grouped.Add(new GroupedText(text.RevisionId, group, reported));
            index.Add(reported, group);
        }

        return grouped;
    }

    /// <summary>The group of the text that this one takes the place of, when only small things changed, however much later; else null.</summary>
    private static long? GroupOfReplaced(GroupedText replaced, ReportedText text) =>
        // As between two outlets: the rule for one outlet keeps its columns and lists apart, not the states of one article.
        text.CopyOf(replaced.Text with { At = text.At, Outlet = 0 }) is null ? null : replaced.Group;
}

/// <summary>A text and its group of near duplicates.</summary>
/// <param name="RevisionId">The revision that has the text.</param>
/// <param name="Group">Equal for near duplicates: the revision that founded the group.</param>
/// <param name="Text">What tells it from other texts.</param>
public sealed record GroupedText(long RevisionId, long Group, ReportedText Text);

/// <summary>A text that has no group yet.</summary>
/// <param name="RevisionId">The revision that has the text.</param>
/// <param name="ReplacedRevisionId">The article's revision before it; null when the article is new.</param>
/// <param name="Article">The article in this revision.</param>
/// <param name="SeenAt">When it came in; counts where the article has no time of publication.</param>
public readonly record struct NewText(long RevisionId, long? ReplacedRevisionId, Article Article, DateTimeOffset SeenAt);
