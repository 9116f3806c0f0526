using NewsBot.Core.Articles;
using NewsBot.Core.Overviews;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Overviews;

public sealed class TopicWordsTests
{
    private static readonly string Far = string.Concat(Enumerable.Repeat("Much was said and little was done about other things on that day. ", 20));

    [Theory]
    [InlineData("storm in Velmora", "Storm in Velmora", "", "all", "all", "all")]
    [InlineData("storm in Velmora", "Storm", "Velmora closed its port.", "a part", "all", "all")]
    [InlineData("storm in Velmora", "Storm", "FAR The storms reached Velmora.", "a part", "a part", "all")]
    [InlineData("storm in Velmora", "Trains", "FAR The stormy night is over.", "nothing", "nothing", "nothing")]
    [InlineData("negotiations in Velmora", "Velmora", "FAR The talks go on.", "a part", "a part", "all")]
    [InlineData("heat in the UK", "Heat", "FAR It was the hottest day of Britain.", "a part", "a part", "all")]
    [InlineData("шторм у Вельморі", "Новини", "FAR Шторм дійшов до Вельмори.", "nothing", "nothing", "all")]
    [InlineData("élections in Velmora", "Velmora", "FAR The Élection was held.", "a part", "a part", "all")]
    public void A_word_counts_where_it_stands(string topic, string title, string body, string inTitle, string inLead, string anywhere)
    {
        var coverage = Words(topic).CoverageIn(Article(title, body));

        Assert.Equal(inTitle, PartOf(coverage.Title));
        Assert.Equal(inLead, PartOf(coverage.Lead));
        Assert.Equal(anywhere, PartOf(coverage.Whole));
    }

    [Fact]
    public void A_name_without_any_of_its_words_is_missing()
    {
        Assert.Equal("Velmora", Words("storm in Velmora").CoverageIn(Article("Storm", "FAR The storm is over.")).Missing);
        Assert.Null(Words("storm in Velmora").CoverageIn(Article("Storm", "FAR The storm reached Velmora.")).Missing);
    }

    [Fact]
    public void The_whole_text_is_read_like_all_of_its_words()
    {
        foreach (var text in Directory.EnumerateFiles(RepositoryFiles.At("seeds"), "*.md").Select(File.ReadAllText))
        {
            var terms = new List<Term>();
            TermAnalyzer.OfThisThread.Analyze(text, terms);
            foreach (var term in terms.Where(term => !term.IsStopWord).Select(term => text[term.Start..term.End]).Distinct())
            {
                var words = Words(term);
                Assert.Equal(words.ShareIn(text), words.CoverageIn(Article("", text)).Whole);
            }
        }
    }

    private static string PartOf(double share) => share switch { 0 => "nothing", > 0.999 => "all", _ => "a part" };

    private static TopicWords Words(string topic) => new(QuestionAnalyzer.Analyze(topic, MadeUpArchive.Now), _ => 1);

    private static Article Article(string title, string body) => MadeUpArchive.Article(title, body.Replace("FAR ", Far, StringComparison.Ordinal));
}
