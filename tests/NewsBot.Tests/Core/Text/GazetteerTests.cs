using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Turkey’s offer stands.", "Turkey", GazetteerKind.Country)]
    [InlineData("Guinea's coast is long.", "Guinea", GazetteerKind.Country)]
    [InlineData("Wendy's opened a branch.", "Wendy's", GazetteerKind.Restaurant)]
    public void A_possessive_s_is_no_plural_and_belongs_only_to_names_that_have_it(string text, string phrase, GazetteerKind kind)
    {
        var mention = Gazetteer.Scan(text, new TextSpan(0, text.Length))[0];

        Assert.Equal(phrase, mention.Span.In(text));
        Assert.True(mention.Kind.HasFlag(kind));
    }

    [Theory]
    [InlineData("France", GazetteerKind.Country)]
    [InlineData("US", GazetteerKind.Country)]
    [InlineData("U.S.", GazetteerKind.Country)]
    [InlineData("united states", GazetteerKind.Country)]
    [InlineData("Britain", GazetteerKind.Country)]
    [InlineData("Côte d’Ivoire", GazetteerKind.Country)]
    [InlineData("Georgia", GazetteerKind.Country | GazetteerKind.UsState)]
    [InlineData("São Paulo", GazetteerKind.City)]
    [InlineData("Kyiv", GazetteerKind.City | GazetteerKind.Capital)]
    [InlineData("Norwegian", GazetteerKind.Nationality | GazetteerKind.Language)]
    [InlineData("McDonald's", GazetteerKind.Restaurant | GazetteerKind.Company)]
    [InlineData("McDonald’s", GazetteerKind.Restaurant)]
    [InlineData("Coca Cola", GazetteerKind.Company)]
    [InlineData("green bay packers", GazetteerKind.SportsTeam | GazetteerKind.Nfl)]
    [InlineData("Toyota", GazetteerKind.CarMaker)]
    [InlineData("Ryanair", GazetteerKind.Airline)]
    [InlineData("FBI", GazetteerKind.Agency)]
    [InlineData("otters", GazetteerKind.Animal)]
    [InlineData("cherries", GazetteerKind.Fruit | GazetteerKind.Food)]
    [InlineData("Covid-19", GazetteerKind.Disease)]
    [InlineData("Zelensky", GazetteerKind.Surname)]
    [InlineData("senators", GazetteerKind.Occupation)]
    [InlineData("Ramadan", GazetteerKind.Holiday)]
    [InlineData("Neptune", GazetteerKind.Planet)]
    public void A_phrase_has_its_kinds(string phrase, GazetteerKind kinds) => Assert.Equal(kinds, Gazetteer.Find(phrase) & kinds);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("flurbish")]
    [InlineData("…!?")]
    public void An_unknown_phrase_has_none(string phrase) => Assert.Equal(GazetteerKind.None, Gazetteer.Find(phrase));

    [Theory]
    [InlineData("country", GazetteerKind.Country)]
    [InlineData("Countries", GazetteerKind.Country)]
    [InlineData("nations", GazetteerKind.Country)]
    [InlineData("cities", GazetteerKind.City)]
    [InlineData("state", GazetteerKind.UsState)]
    [InlineData("capital", GazetteerKind.Capital)]
    [InlineData("automakers", GazetteerKind.CarMaker)]
    [InlineData("fast-food chain", GazetteerKind.Restaurant)]
    [InlineData("viruses", GazetteerKind.Disease)]
    [InlineData("day", GazetteerKind.Weekday)]
    [InlineData("months", GazetteerKind.Month)]
    [InlineData("colour", GazetteerKind.Colour)]
    public void A_noun_asks_for_its_kinds(string noun, GazetteerKind kind) => Assert.Equal(kind, Gazetteer.OfNoun(noun) & kind);

    [Fact]
    public void An_unknown_noun_asks_for_nothing() => Assert.Equal(GazetteerKind.None, Gazetteer.OfNoun("thingamajig"));

    [Fact]
    public void Small_letters_rule_a_country_out() => Assert.Equal(GazetteerKind.None, Gazetteer.FindAsWritten("turkey") & GazetteerKind.Country);

    [Fact]
    public void A_pronoun_is_no_acronym() => Assert.Equal(GazetteerKind.None, Gazetteer.FindAsWritten("us") | Gazetteer.FindAsWritten("Who"));

    [Fact]
    public void A_scan_takes_the_longest_phrase()
    {
        const string text = "The New York Times wrote of New York's otters and of Turkey.";
        var found = Gazetteer.Scan(text, new TextSpan(0, text.Length)).ConvertAll(mention => mention.Span.In(text));
        Assert.Equal(["The New York Times", "New York", "otters", "Turkey"], found);
    }

    [Fact]
    public void Garbage_gives_ordered_spans_in_bounds() =>
        Garbage.Try((text, range) => Gazetteer.Scan(text, range).ConvertAll(mention => mention.Span));
}
