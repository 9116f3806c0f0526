using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Training;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Tests.Host.Answering;

/// <summary>A small archive in memory, asked without any host.</summary>
internal sealed class MadeUpArchive
{
    private readonly Dictionary<long, ArticleRevision> revisions = [];
    private readonly PassageIndex index;

    public MadeUpArchive(params Article[] articles)
    {
        var builder = new PassageSegmentBuilder();
        foreach (var article in articles)
        {
            var revision = new ArticleRevision(revisions.Count + 1, 1, article);
            revisions.Add(revision.RevisionId, revision);
            builder.Add(revision);
        }

        index = PassageSegment.TryOpen(builder.Build(), out var segment, out var problem)
            ? new PassageIndex([segment], new HashSet<long>())
            : throw new InvalidOperationException(problem);
    }

    public static DateTimeOffset Now { get; } = new(2024, 6, 5, 12, 0, 0, TimeSpan.Zero);

    public static Article Article(string title, string body, string? published = "2024-06-04") => new()
    {
        Id = title,
        Title = title,
        Body = body,
        PublishedAt = published is null ? null : DateTimeOffset.Parse(published + "T00:00Z"),
    };

    /// <param name="reader">Reads whole articles; null to read the passages by their words alone.</param>
    public Composition Ask(string text, IReadOnlyList<CitedPassage>? said = null, bool isStrict = false, IWindowReader? reader = null)
    {
        var question = QuestionAnalyzer.Analyze(text, Now);
        var ranked = QuestionSearch.Rank(index, question, new RankingWeights());
        var composer = new ExtractiveComposer(reader is null ? AnswerModel.Default : AnswerModel.WithReader, reader);
        return composer.Compose(question, ranked, revisions, index.InversePassageFrequency, said, isStrict);
    }

    /// <summary>Has a trainer learn from a question; without an answer, the archive has none.</summary>
    public void Teach(ComposerTrainer trainer, string text, string? answer, ExampleSet set)
    {
        var question = QuestionAnalyzer.Analyze(text, Now);
        var ranked = QuestionSearch.Rank(index, question, new RankingWeights());
        var known = answer is null ? null : new KnownAnswer([answer], sentences => sentences.Any(sentence => sentence.Contains(answer, StringComparison.Ordinal)));
        trainer.Add(question, ranked, revisions, index.InversePassageFrequency, known, withheld: null, isForRanking: answer is not null, isCertain: answer is null, set);
    }
}
