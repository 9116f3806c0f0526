using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Answering;
using NewsBot.Counts;
using NewsBot.Models;
using NewsBot.Tests.Host.Cli;
using NewsBot.Tests.Host.Counts;
using NewsBot.Tests.Host.Models;

namespace NewsBot.Tests.Host.Answering;

/// <summary>What is counted of questions over the seeds, with a model and without.</summary>
public sealed class CountedAnswererTests(SeededArchive archive) : IClassFixture<SeededArchive>, IAsyncLifetime
{
    private const string When = "When do the talks in Istanbul resume?";
    private const string Honest = "The talks in Istanbul resume on Wednesday, as Volodymyr Zelensky announced on Monday. ID(third round)";

    private static readonly DateTimeOffset Now = new(2025, 7, 22, 18, 0, 0, TimeSpan.Zero);

    private readonly OpenedArchive opened = new(archive.Path);
    private readonly DailyCounts counts = new(new CountsInMemory(), TimeProvider.System, NullLogger<DailyCounts>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await opened.IndexAsync();

    public ValueTask DisposeAsync()
    {
        opened.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Questions_are_counted_by_what_became_of_them_and_by_time()
    {
        await AskAsync(model: null, When, "hello", "thank you", "hello");
        var report = await counts.ReadAsync(1, Stop);
        Assert.Equal((1, 3, 4), (report.Of(CountName.Sure), report.Refused, report.Questions));
        Assert.Equal([("Greeting", 2), ("Thanks", 1)], report.Under(CountName.AllRefused));
        Assert.NotNull(report.Within(1));
        Assert.Empty(report.Under("draft."));
    }

    [Fact]
    public async Task Answers_that_nobody_asked_for_just_now_are_not_counted()
    {
        await Answerer(model: null).AnswerAsync(new AskedQuestion(When, Now) { WithoutModel = true }, Stop);
        Assert.Empty((await counts.ReadAsync(1, Stop)).Counts);
    }

    [Fact]
    public async Task What_a_model_writes_is_counted_as_written_verified_and_mended()
    {
        var judged = 0;
        var mending = new ScriptedModel((call, token) => ScriptedModel.Write(
            call.Prompt switch
            {
                "answer" => Honest + " It is the fourth bridge there. ID(third round)",
                "verify" => judged++ == 0 ? ScriptedModel.Obey(call).Replace("2 | yes", "2 | no", StringComparison.Ordinal) : ScriptedModel.Obey(call),
                _ => "1. It is the third round. ID(third round)",
            },
            call, token));
        await AskAsync(new ScriptedModel(Honest), When);
        await AskAsync(mending, When);
        var report = await counts.ReadAsync(1, Stop);
        Assert.Equal((2, 2, 1), (report.Of(CountName.Written), report.Of(CountName.Verified), report.Of(CountName.Repaired)));
        Assert.Empty(report.Under(CountName.AllFellBack));
    }

    [Theory]
    [InlineData("NONE", null, "Declined")]
    [InlineData("The ninth round of talks begins in Vienna. ID(third round)", null, "NotStated")]
    [InlineData("", "Unavailable", "Service")]
    [InlineData("", "BudgetSpent", "Limit")]
    [InlineData("", "TimedOut", "Late")]
    public async Task A_fall_back_is_counted_by_its_reason(string writes, string? fails, string reason)
    {
        await AskAsync(
            new ScriptedModel((call, token) => fails is null
                ? ScriptedModel.Write(call.Prompt == "verify" ? ScriptedModel.Obey(call) : writes, call, token)
                : throw new ModelException(Enum.Parse<ModelFailure>(fails), "It fails.")),
            When);
        var report = await counts.ReadAsync(1, Stop);
        Assert.Equal([(reason, 1)], report.Under(CountName.AllFellBack));
        Assert.Equal((1, 0), (report.Of(CountName.Sure), report.Of(CountName.Written)));
        Assert.Equal(reason == "NotStated" ? 1 : 0, report.Of(CountName.Dropped));
    }

    private CountedAnswerer Answerer(ScriptedModel? model) => new(opened.Answerer(model), counts);

    private async Task AskAsync(ScriptedModel? model, params IReadOnlyList<string> questions)
    {
        foreach (var question in questions)
            await Answerer(model).AnswerAsync(new AskedQuestion(question, Now), Stop);
    }
}
