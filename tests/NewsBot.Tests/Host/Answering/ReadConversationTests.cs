using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Follow-ups where a reader reads the articles.</summary>
public sealed class ReadConversationTests
{
    private const string Told = "Some 900 lorries a day cross it.";

    [Fact]
    public async Task A_follow_up_that_is_not_sure_is_quoted_from_the_articles_of_the_conversation_when_they_are_likelier()
    {
        using var archive = new OpenedArchive();
        await archive.AddAsync(
        [
            MadeUpArchive.Article("Ribbon", "Mayor Elena Petrova cut the ribbon of the harbour bridge in Varna. " + Told),
            .. Enumerable.Range(1, 7).Select(i => MadeUpArchive.Article(
                $"Harbour bridge in Varna and its lorries, part {i}",
                $"How many lorries cross the harbour bridge in Varna was asked {i} times. Mayor Elena Petrova has no ribbon.")),
        ]);
        var turn = new Turn
        {
            AskedAs = "Who cut the ribbon of the harbour bridge in Varna?",
            AskedAt = MadeUpArchive.Now,
            Answer = "Mayor Elena Petrova cut the ribbon of the harbour bridge in Varna.",
            IsSupported = true,
            ArticleIds = ["Ribbon"],
        };

        var answerer = archive.Answerer(reader: new OneSentenceReader());
        var asked = new AskedQuestion("and how many lorries cross it?", MadeUpArchive.Now) { Before = [turn] };
        var reply = await answerer.AnswerAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal(AnswerTier.Unsure, reply.Answer.Tier);
        Assert.All(reply.Answer.Citations, citation => Assert.Equal("Ribbon", citation.Revision.Article.Id));
    }

    /// <summary>Thinks little of every sentence but one.</summary>
    private sealed class OneSentenceReader : IWindowReader
    {
        public IReadOnlyList<WindowReading> Read(string question, IReadOnlyList<TextWindow> windows) => [.. windows.Select(window => new WindowReading(
            window.Sentences.Max(Worth), [.. window.Sentences.Select(sentence => new SentenceJudgement(Worth(sentence), Worth(sentence), new TextSpan(0, 3)))]))];

        private static double Worth(string sentence) => sentence == Told ? 1 : -6;
    }
}
