using System.Text.Json;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Json;

namespace NewsBot.Tests.Host.Json;

public sealed class AnswerJsonTests
{
    private static readonly DateTimeOffset AsOf = new(2025, 7, 22, 12, 0, 0, TimeSpan.FromHours(3));

    private static readonly ArticleRevision Revision = new(1, 1, new Article
    {
        Id = "a1",
        Title = "“Переговори” & <talks>",
        Url = "https://example.org/a",
        Source = "Reuters",
        PublishedAt = new DateTimeOffset(2025, 7, 22, 0, 0, 0, TimeSpan.Zero),
        Body = "Talks resume on Wednesday. He said “так” + 'no'.",
    });

    private static readonly ArticleRevision Bare = new(2, 1, new Article { Id = "f", Title = "T", FileName = "f.txt", Body = "Talks.\u001b[31m" });

    [Fact]
    public void A_supported_answer_has_the_contracts_form_to_the_letter()
    {
        var answer = new Answer
        {
            Short = "Wednesday",
            Sentences = [new AnswerSentence("Talks resume on Wednesday.", [1]), new AnswerSentence("He said “так” + 'no'.", [1, 2])],
            Citations = [new Citation(1, Revision, new TextSpan(0, 26)), new Citation(2, Bare, new TextSpan(0, 6))],
        };
        Assert.Equal(
            """
            {"question":"Коли?","asOf":"2025-07-22T09:00:00Z","supported":true,
            "text":"Talks resume on Wednesday. [1] He said “так” + 'no'. [1][2]","short":"Wednesday",
            "sentences":[{"text":"Talks resume on Wednesday.","citations":[1]},{"text":"He said “так” + 'no'.","citations":[1,2]}],
            "citations":[{"number":1,"articleId":"a1","title":"“Переговори” & <talks>","url":"https://example.org/a","source":"Reuters","publishedAt":"2025-07-22",
            "quote":"Talks resume on Wednesday.","start":0,"end":26,"link":"https://example.org/a#:~:text=Talks%20resume%20on%20Wednesday."},
            {"number":2,"articleId":"f","title":"T","url":null,"source":null,"publishedAt":null,"quote":"Talks.","start":0,"end":6,"link":null}],
            "nearest":[],"reason":null,"elapsedMs":1.235,"tier":"sure","probability":0.5,"corrected":[]}
            """.Replace("\n", "", StringComparison.Ordinal),
            AnswerJson.From("Коли?", AsOf, answer, 0.5, TimeSpan.FromMicroseconds(1234.6)).Write());
    }

    [Fact]
    public void An_unsupported_answer_gives_its_reason_as_text()
    {
        var answer = new Answer { Refusal = new Refusal(RefusalKind.NothingFound), Nearest = [Revision], Corrections = [new WordCorrection("Lavrof", "Lavrov")] };
        Assert.Equal(
            """
            {"question":"?","asOf":"2025-07-22T09:00:00Z","supported":false,"text":"The archive has nothing on this.","short":null,"sentences":[],"citations":[],
            "nearest":[{"articleId":"a1","title":"“Переговори” & <talks>","url":"https://example.org/a","source":"Reuters","publishedAt":"2025-07-22"}],
            "reason":"The archive has nothing on this.","elapsedMs":0,"tier":"none","probability":0.5,"corrected":[{"from":"Lavrof","to":"Lavrov"}]}
            """.Replace("\n", "", StringComparison.Ordinal),
            AnswerJson.From("?", AsOf, answer, 0.5, TimeSpan.Zero).Write());
    }

    [Fact]
    public void A_time_of_day_is_kept() =>
        Assert.Equal("2025-07-22T09:00:00Z", AnswerJson.WriteDate(AsOf));

    [Fact]
    public void Control_characters_are_escaped_and_lone_surrogates_do_not_stop_it()
    {
        var json = AnswerJson.From("a\u001b\ud800", AsOf, new Answer { Refusal = new Refusal(RefusalKind.NotSaid) }, 0.5, TimeSpan.Zero).Write();
        Assert.DoesNotContain('\u001b', json);
        Assert.StartsWith("a\u001b", JsonDocument.Parse(json).RootElement.GetProperty("question").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_beyond_the_length_of_a_reply_are_left_out_of_every_part()
    {
        var long1 = string.Join(' ', Enumerable.Repeat("word", 150));
        var answer = new Answer
        {
            Sentences = [new AnswerSentence(long1, [1]), new AnswerSentence(long1, [2])],
            Citations = [new Citation(1, Revision, new TextSpan(0, 26)), new Citation(2, Bare, new TextSpan(0, 6))],
        };
        var json = AnswerJson.From("?", AsOf, answer, 0.5, TimeSpan.Zero);
        Assert.InRange(json.Text.Length, 1, 900);
        Assert.Single(json.Sentences);
        Assert.Single(json.Citations);
    }
}
