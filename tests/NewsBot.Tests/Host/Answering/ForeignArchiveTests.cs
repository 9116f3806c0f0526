using NewsBot.Answering;
using NewsBot.Core.Articles;
using NewsBot.Tests.Host.Models;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Questions to an archive in Ukrainian, with a model that translates.</summary>
public sealed class ForeignArchiveTests : IAsyncLifetime
{
    private const string Question = "When does the bridge over the Orla reopen?";
    private const string Report = "Міст через Орлу знову відкриють у середу. Про це сказала мерка Ірена Колар. Два пороми продали навесні.";

    private static readonly DateTimeOffset Now = new(2025, 7, 22, 18, 0, 0, TimeSpan.Zero);

    private readonly OpenedArchive archive = new();

    public async ValueTask InitializeAsync()
    {
        var article = new Article { Id = "bridge", Title = "Міст відкриють", Body = Report, PublishedAt = Now.AddHours(-9) };
        await archive.AddAsync(article);
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_question_is_searched_in_the_language_of_the_archive_and_answered_in_its_own()
    {
        var model = new ScriptedModel((call, token) => ScriptedModel.Write(
            call.Prompt == "answer" ? "Міст через Орлу знову відкриють у середу. ID(Орлу)"
            : call.Prompt == "verify" ? ScriptedModel.Obey(call)
            : call.Variables["text"].Contains("When", StringComparison.Ordinal) ? "1. Коли знову відкриють міст через Орлу?"
            : call.Variables["language"] == "English" ? "1. The bridge over the Orla reopens on Wednesday."
            : "1. Міст через Орлу знову відкриють у середу.",
            call,
            token));
        var answerer = archive.Answerer(model, hasOverview: true);
        var reply = await answerer.AnswerAsync(new AskedQuestion(Question, Now), TestContext.Current.CancellationToken);

        Assert.Equal("Ukrainian", model.Calls[0].Variables["language"]);
        Assert.Equal("The bridge over the Orla reopens on Wednesday.", Assert.Single(reply.Answer.Sentences).Text);
        Assert.Equal("Міст через Орлу знову відкриють у середу.", Assert.Single(reply.Answer.Citations).Quote);
    }
}
