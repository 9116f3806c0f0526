using NewsBot.Core.Answers;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Digests;

/// <summary>A story as it stands in a digest.</summary>
/// <param name="Headline">The title of one of its articles, unchanged.</param>
public sealed record DigestStory(string Headline)
{
    /// <summary>Whether it began in the window, and no earlier digest had it.</summary>
    public bool IsNew { get; init; } = true;

    /// <summary>What changed since the story was last told, or since the window began: two quoted sentences, the earlier first ('was 12, now 15').</summary>
    /// <value>Null when the story is new, or when no change of that kind was found.</value>
    public DigestChange? Changed { get; init; }

    /// <summary>A sentence pair in which independent reports differ in a number; null when none was found.</summary>
    public DigestChange? Differs { get; init; }

    /// <summary>The independent outlets, in the order of their first reports.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Of each of <see cref="Outlets"/>, in their order, the first report.</summary>
    public IReadOnlyList<Article> Reports { get; init; } = [];

    /// <summary>The ids of all its articles in the window, in the order of publication.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>One or two, word for word, with numbers of <see cref="Digest.Citations"/>.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];
}

/// <summary>Two sentences about one thing that do not say the same.</summary>
/// <param name="Before">The earlier, or the one of the first outlet.</param>
/// <param name="Now">The later, or the one of the other outlet.</param>
/// <param name="Was">The words of <paramref name="Before"/> that differ ('12'), word for word.</param>
/// <param name="Is">The words of <paramref name="Now"/> that differ ('15'), word for word.</param>
public sealed record DigestChange(AnswerSentence Before, AnswerSentence Now, string Was, string Is);
