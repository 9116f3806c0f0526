using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Digests;
using NewsBot.Models;
using NewsBot.Summaries;
using NewsBot.Tests.Core.Digests;
using NewsBot.Tests.Host.Models;

namespace NewsBot.Tests.Host.Summaries;

public sealed class WordedDigestMakerTests
{
    private const string Chess = "Anand Rao, 16, won the Tallinn Open with 8 points. ID(Anand Rao)";

    private static readonly DigestRequest Request = new(DigestArticles.From, DigestArticles.To);

    [Fact]
    public async Task A_story_is_told_in_the_models_words_and_cites_what_says_so()
    {
        var model = Telling(Chess, ScriptedModel.Obey);
        var digest = await MakeAsync(model);
        Assert.Single(model.Calls, call => call.Prompt == "verify");

        var quoted = DigestArticles.Choose(DigestArticles.Day);
        var chess = digest.Stories.Single(story => story.Headline.Contains("Open", StringComparison.Ordinal));
        Assert.Equal("Anand Rao, 16, won the Tallinn Open with 8 points.", Assert.Single(chess.Sentences).Text);
        Assert.Equal(quoted.Stories.Count, digest.Stories.Count);
        Assert.Equal(
            quoted.Stories.Where(story => story.Headline != chess.Headline).Select(story => story.Sentences[0].Text),
            digest.Stories.Where(story => story != chess).Select(story => story.Sentences[0].Text));
        Assert.Equal(Enumerable.Range(1, digest.Citations.Count), digest.Citations.Select(citation => citation.Number));
        Assert.All(digest.Stories.SelectMany(story => story.Sentences), sentence => Assert.All(sentence.Citations, number =>
            Assert.Contains(digest.Citations[number - 1].Quote, digest.Citations[number - 1].Revision.Article.Body, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Anand Rao, 17, won the Tallinn Open with 8 points. ID(Anand Rao)")]
    [InlineData("Anand Rao, 16, won the Tallinn Open.")]
    public async Task A_story_that_the_model_tells_wrongly_stays_quoted(string lie)
    {
        AssertQuoted(await MakeAsync(Telling(lie, ScriptedModel.Obey)));
    }

    [Theory]
    [InlineData("1 | no | the passage does not say it")]
    [InlineData("yes")]
    [InlineData("")]
    public async Task A_story_without_a_verdict_that_it_is_stated_stays_quoted(string verdicts) => AssertQuoted(await MakeAsync(Telling(Chess, _ => verdicts)));

    [Fact]
    public async Task A_model_that_fails_costs_no_summary()
    {
        var digest = await MakeAsync(new ScriptedModel((_, _) => throw new ModelException(ModelFailure.Unavailable, "It is gone.")));
        Assert.Equal(DigestArticles.Choose(DigestArticles.Day).Stories.Count, digest.Stories.Count);
        Assert.All(digest.Stories, story => Assert.NotEmpty(story.Sentences));
    }

    private static ScriptedModel Telling(string chess, Func<PromptCall, string> judge) => new((call, token) => ScriptedModel.Write(
        call.Prompt == "verify" ? judge(call) : call.Variables["headline"].Contains("Open", StringComparison.Ordinal) ? chess : "", call, token));

    private static void AssertQuoted(Digest digest) => Assert.Equal(
        DigestArticles.Choose(DigestArticles.Day).Stories.SelectMany(story => story.Sentences).Select(sentence => sentence.Text),
        digest.Stories.SelectMany(story => story.Sentences).Select(sentence => sentence.Text));

    private static Task<Digest> MakeAsync(ScriptedModel model) =>
        new WordedDigestMaker(new Quoting(), model, NullLogger<WordedDigestMaker>.Instance).MakeAsync(Request, TestContext.Current.CancellationToken);

    private sealed class Quoting : IDigestMaker
    {
        public Task<Digest> MakeAsync(DigestRequest request, CancellationToken cancellationToken) => Task.FromResult(DigestArticles.Choose(DigestArticles.Day, _ => request));
    }
}
