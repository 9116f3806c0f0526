using NewsBot.Answering;
using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Cli.Evaluation;

public sealed class EvalConversationTests
{
    private static readonly DateTimeOffset Day = new(2024, 6, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_question_is_asked_once_and_after_those_that_it_goes_on_from_even_when_refused()
    {
        // Each goes on from the next in the file.
        List<EvalQuestion> questions = [.. Enumerable.Range(0, 8).Select(i => Question($"q{i}", i < 7 ? $"q{i + 1}" : null))];
        var answerer = new Refusing();
        var conversation = new EvalConversation("file", questions, answerer);
        foreach (var question in questions)
            Assert.Equal(question.Text, (await conversation.AskAsync(question, TestContext.Current.CancellationToken)).Question.Text);

        Assert.Equal(["q7?", "q6?", "q5?", "q4?", "q3?", "q2?", "q1?", "q0?"], answerer.Asked.Select(asked => asked.Text));
        Assert.Empty(answerer.Asked[0].Before);
        Assert.Equal(["q1?", "q2?", "q3?", "q4?", "q5?"], answerer.Asked[^1].Before.Select(turn => turn.AskedAs));
        var turn = answerer.Asked[1].Before[0];
        Assert.Equal((false, Day, new Refusal(RefusalKind.NotSaid).Sentence), (turn.IsSupported, turn.AskedAt, turn.Answer));
        Assert.All(answerer.Asked, asked => Assert.Equal((true, NewsBot.Core.Questions.Question.EndOfDay(Day)), (asked.WithoutModel, asked.Until)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_language_model_is_asked_only_when_answers_are_to_be_written(bool isWritten)
    {
        var answerer = new Refusing();
        var question = Question("q", null);
        await new EvalConversation("file", [question], answerer, isWritten).AskAsync(question, TestContext.Current.CancellationToken);
        Assert.Equal(!isWritten, Assert.Single(answerer.Asked).WithoutModel);
    }

    [Fact]
    public async Task A_long_chain_needs_no_deep_stack()
    {
        const int Length = 20_000;
        List<EvalQuestion> questions = [.. Enumerable.Range(0, Length).Select(i => Question($"q{i}", i + 1 < Length ? $"q{i + 1}" : null))];
        var answerer = new Refusing();
        await new EvalConversation("file", questions, answerer).AskAsync(questions[0], TestContext.Current.CancellationToken);
        Assert.Equal(Length, answerer.Asked.Count);
    }

    private static EvalQuestion Question(string id, string? after) => new(id, id + "?", Day, [], [], null) { After = after };

    private sealed class Refusing : IQuestionAnswerer
    {
        public List<AskedQuestion> Asked { get; } = [];

        public Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
        {
            Asked.Add(asked);
            return Task.FromResult(new Reply(
                QuestionAnalyzer.Analyze(asked.Text, asked.AsOf!.Value), new Answer { Refusal = new Refusal(RefusalKind.NotSaid) }, [], null, TimeSpan.Zero));
        }
    }
}
