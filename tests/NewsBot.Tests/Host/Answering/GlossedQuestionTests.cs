using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Questions in Ukrainian and Russian to an archive in English, without a language model.</summary>
public sealed class GlossedQuestionTests : IAsyncLifetime
{
    private const string Report =
        "Talks between Norland and Sudland resume in Orlatown on Wednesday. The mayor of Orlatown, Irena Kolarova, announced this on Monday. "
        + "Talks will be held at the same venue as before. "
        + "Robert Feldheimer heads the talks. "
        + "Dmytro Zhukovsky, the spokesman of Norland, said that the talks are difficult and that much work is left.";

    private static readonly DateTimeOffset Now = new(2025, 7, 22, 18, 0, 0, TimeSpan.Zero);

    private readonly OpenedArchive archive = new();

    public async ValueTask InitializeAsync() => await archive.AddAsync(
        new Article { Id = "talks", Title = "Norland and Sudland meet again in Orlatown", Body = Report, PublishedAt = Now.AddHours(-9), Language = "en" });

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Хто такий Жуковський?", "Who is Zhukovsky?", "Dmytro Zhukovsky, the spokesman")]
    [InlineData("Що сказав Жуковський про переговори?", "What did Zhukovsky say about talks?", "talks are difficult")]
    [InlineData("Что сказал Жуковский о переговорах?", "What did Zhukovsky say about talks?", "talks are difficult")]
    [InlineData("Хто такий Роберт Фельдгеймер?", "Who is Robert Feldheimer?", "Robert Feldheimer heads the talks.")]
    [InlineData("Хто така Ірена Коларова?", "Who is Irena Kolarova?", "The mayor of Orlatown, Irena Kolarova")]
    public async Task The_answer_is_quoted_in_English_and_tells_what_was_searched_for(string typed, string searched, string said)
    {
        var answer = await AskAsync(typed);
        Assert.NotEqual(AnswerTier.None, answer.Tier);
        Assert.Equal(searched, answer.SearchedAs);
        Assert.Contains(answer.Citations, citation => citation.Quote.Contains(said, StringComparison.Ordinal));
        Assert.All(answer.Sentences, sentence => Assert.Contains(sentence.Text, Report, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Що сказав Петренко про переговори?", "Петренко")]
    [InlineData("Что сказал Иваненко о переговорах?", "Иваненко")]
    public async Task Of_a_name_that_the_archive_does_not_have_nothing_is_told(string typed, string name)
    {
        var answer = await AskAsync(typed);
        Assert.Equal((AnswerTier.None, null), (answer.Tier, answer.SearchedAs));
        Assert.Equal((RefusalKind.NameMissing, name), (answer.Refusal?.Kind, answer.Refusal?.Name));
    }

    [Fact]
    public async Task A_word_that_no_table_has_makes_an_answer_less_than_sure()
    {
        Assert.Equal(AnswerTier.Sure, (await AskAsync("Коли відновляться переговори?")).Tier);
        Assert.Equal(AnswerTier.Unsure, (await AskAsync("Коли відновляться брязкальні переговори?")).Tier);
    }

    [Theory]
    [InlineData("Что пишет Ъ о переговорах?")]
    [InlineData("Що каже Ьь про переговори?")]
    [InlineData("Што вели Љ о переговорах?")]
    public async Task A_letter_that_has_no_sound_is_a_name_like_any_other(string typed) => Assert.NotEqual(AnswerTier.Sure, (await AskAsync(typed)).Tier);

    [Fact]
    public async Task An_English_question_is_searched_as_it_was_put() => Assert.Null((await AskAsync("Who is Zhukovsky?")).SearchedAs);

    private async Task<Answer> AskAsync(string text) =>
        (await archive.Answerer(hasOverview: true).AnswerAsync(new AskedQuestion(text, Now), TestContext.Current.CancellationToken)).Answer;
}
