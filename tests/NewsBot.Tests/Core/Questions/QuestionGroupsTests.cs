using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

/// <summary>What many questions are about.</summary>
public sealed class QuestionGroupsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Questions_with_a_word_in_common_are_one_group_and_the_largest_group_is_first()
    {
        var groups = Of(
            "How much does the ferry to Brill cost?",
            "What does the mayor of Aston earn?",
            "When was the mayor of Aston elected?",
            "hello",
            "Why did Aston's mayor resign?");
        Assert.Equal([3, 1], groups.Select(group => group.Count));
        Assert.Equal(["mayor", "Aston"], groups[0].Words);
        Assert.Contains("resign", groups[0].Beside);
        Assert.Contains("Brill", groups[1].Words.Concat(groups[1].Beside));
    }

    [Fact]
    public void Forms_of_a_word_count_as_one_and_each_question_counts_once()
    {
        var groups = Of("Which bridges close in May?", "Why is the bridge closed, the old bridge?", "When does the bridge open?");
        Assert.Equal((3, "bridges"), (groups[0].Count, Assert.Single(groups[0].Words)));
        Assert.Single(groups);
    }

    [Fact]
    public void There_are_as_many_groups_as_asked_for_and_none_without_questions()
    {
        Assert.Equal(2, QuestionGroups.Of([.. new[] { "Where is Aston?", "Where is Brill?", "Where is Corby?" }.Select(Read)], limit: 2).Count);
        Assert.Empty(Of());
        Assert.Empty(Of("hello", "?", "thank you"));
    }

    private static IReadOnlyList<QuestionGroup> Of(params IReadOnlyList<string> questions) => QuestionGroups.Of([.. questions.Select(Read)], limit: 10);

    private static Question Read(string text) => QuestionAnalyzer.Analyze(text, Now);
}
