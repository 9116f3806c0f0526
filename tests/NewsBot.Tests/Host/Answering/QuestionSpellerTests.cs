using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Tests.Host.Archive;

namespace NewsBot.Tests.Host.Answering;

public sealed class QuestionSpellerTests : IDisposable
{
    private static readonly DateTimeOffset Now = MadeUpArchive.Now;

    private readonly TempFolder folder = new();
    private readonly FakeArticleStore store = new();
    private readonly ArchiveIndex index;

    public QuestionSpellerTests() => index = new ArchiveIndex(store, new PassageIndexFiles(folder.Path, NullLogger<PassageIndexFiles>.Instance));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("What did Lavrof say?", "What did Lavrov say?")]
    [InlineData("what did lavrof say", "what did Lavrov say")]
    [InlineData("wich way did Lavrof go", "which way did Lavrov go")]
    [InlineData("Did Lavrof see Lavrof’s aides before lavrof left?", "Did Lavrov see Lavrov’s aides before Lavrov left?")]
    public async Task A_misspelt_word_is_put_right_wherever_it_stands(string typed, string right)
    {
        await AddAsync(MadeUpArchive.Article("a", "Sergei Lavrov spoke to his aides."));
        var (text, corrections) = await CorrectAsync(typed);
        Assert.Equal(right, text);
        Assert.Equal("Lavrov", Assert.Single(corrections).To);
    }

    [Theory]
    [InlineData("who said \"Lavrof\"")]
    [InlineData("did Lavrof say \"Lavrof\"")]
    [InlineData("останні новини")]
    [InlineData("Що сказав Лавроф?")]
    public async Task Quotations_and_words_in_other_letters_stay(string typed)
    {
        await AddAsync(MadeUpArchive.Article("a", "Sergei Lavrov spoke. Одна новина. Сергій Лавров говорив."));
        var (text, corrections) = await CorrectAsync(typed);
        Assert.Equal(typed, text);
        Assert.Empty(corrections);
    }

    [Theory]
    [InlineData("Що закидають Дяченкові?", "Що закидають Дяченка?")]
    [InlineData("Скільки швидкість вітру у Відень?", "Скільки швидкості вітру у Відні?")]
    [InlineData("Що сказав Петров?", "Що сказав Петров?")]
    public async Task A_word_is_asked_for_in_the_case_that_the_archive_has(string typed, string right)
    {
        await AddAsync(MadeUpArchive.Article("a", "Суд заарештував Дяченка. У Відні немає швидкості вітру, каже Петро."));
        var (text, corrections) = await CorrectAsync(typed);
        Assert.Equal(right, text);
        Assert.Empty(corrections);
    }

    [Theory]
    [InlineData("why did Lavrov say he wont sign")]
    [InlineData("is Lavrov ther")]
    [InlineData("Summarise what Lavrov wold say")]
    public async Task A_word_that_may_form_a_question_is_no_misspelling_of_another(string typed)
    {
        await AddAsync(MadeUpArchive.Article("a", "Sergei Lavrov spoke of the world, of Thor, of his summaries and of what they want."));
        Assert.Equal(typed, (await CorrectAsync(typed)).Text);
    }

    [Theory]
    [InlineData("whats new with Lavrov")]
    [InlineData("what did Lavov say")]
    public async Task A_text_that_would_be_too_long_stays_as_it_was_typed(string start)
    {
        await AddAsync(MadeUpArchive.Article("a", "Sergei Lavrov spoke."));
        var typed = start + string.Concat(Enumerable.Repeat(" Lavrov", QuestionAnalyzer.MaxLength))[..(QuestionAnalyzer.MaxLength - start.Length)];
        var (text, corrections) = await CorrectAsync(typed);
        Assert.Equal(typed, text);
        Assert.Empty(corrections);
    }

    [Theory]
    [InlineData("2024-05-01", true)]
    [InlineData(null, true)]
    [InlineData("2024-06-04", false)]
    public async Task What_was_published_too_late_corrects_nothing(string? published, bool isCorrected)
    {
        await AddAsync(
            MadeUpArchive.Article("a", "Sergei Lavrov spoke.", published),
            MadeUpArchive.Article("b", "The talks ended.", "2024-05-01"),
            MadeUpArchive.Article("c", "LAVROV spoke again.", "2024-06-04"));
        var (text, corrections) = await CorrectAsync("What did Lavrof say?", until: new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(isCorrected ? "What did Lavrov say?" : "What did Lavrof say?", text);
        Assert.Equal(isCorrected ? [new WordCorrection("Lavrof", "Lavrov")] : [], corrections);
    }

    [Fact]
    public async Task Few_words_are_looked_for_whether_one_is_found_or_not()
    {
        await AddAsync(MadeUpArchive.Article("a", "Sergei Lavrov spoke."));
        Assert.Single((await CorrectAsync("qwertz asdfgh yxcvbn Lavrof")).Corrections);
        Assert.Empty((await CorrectAsync("qwertz asdfgh yxcvbn qayxsw cderfv tzhnmj Lavrof")).Corrections);
    }

    [Fact]
    public async Task Only_the_beginning_of_an_article_is_read()
    {
        await AddAsync(MadeUpArchive.Article("a", string.Concat(Enumerable.Repeat("The talks go on and on. ", 2_000)) + "Lavrov spoke."));
        Assert.Empty((await CorrectAsync("What did Lavrof say?")).Corrections);
    }

    [Fact]
    public async Task Whoever_asks_may_give_up_between_two_words()
    {
        await AddAsync(MadeUpArchive.Article("a", "Sergei Lavrov spoke."));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new QuestionSpeller(new TermForms(store), index).CorrectAsync("qwertz asdfgh", Now, null, new CancellationToken(canceled: true)));
    }

    private async Task AddAsync(params Article[] articles)
    {
        await store.AddAsync(articles, Stop);
        await index.UpdateAsync(null, Stop);
    }

    private Task<(string Text, IReadOnlyList<WordCorrection> Corrections)> CorrectAsync(string text, DateTimeOffset? until = null) =>
        new QuestionSpeller(new TermForms(store), index).CorrectAsync(text, Now, until, Stop);
}
