using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class PageRemnantTests
{
    [Theory]
    [InlineData("Photo: The bridge on Monday")]
    [InlineData("FILE - The bridge of Varna in May 2025.")]
    [InlineData("The bridge on Monday (AP Photo/Ann Smith)")]
    [InlineData("A crane lifts the last beam Ann Smith/CNN")]
    [InlineData("Hall, et al/Ann Smith/NASA/ESA")]
    [InlineData("Ferry strike:Crews walk out over night shifts in Varna")]
    [InlineData("TOLL:Says he won't pay for the bridge again")]
    [InlineData("Mayor Rita Mool:'There is no other way': why the council votes for the bridge")]
    [InlineData("More: Council of Varna votes for a second bridge")]
    [InlineData("More on the bridge: What the council decided")]
    [InlineData("READ ALSO: Ferry crews walk out over night shifts")]
    [InlineData("You may also like: Ten bridges that were never built")]
    [InlineData("Last week: Council of Varna votes for a second bridge")]
    [InlineData("Video Ad Feedback Why the bridge of Varna stays closed 01:42 - Source: CNN")]
    [InlineData("The bridge is a lesson for all of us | Opinion")]
    [InlineData("Purchases you make through our links may earn us a commission.")]
    [InlineData("If you buy something, we may receive a small commission.")]
    [InlineData("This page contains affiliate links.")]
    [InlineData("Get the best of the week delivered directly to your inbox.")]
    [InlineData("To find out how closely you follow the news, test yourself with our Quiz of the Month.")]
    [InlineData("Sign up for the free newsletters of the Gazette.")]
    [InlineData("18% 25% 40%")]
    [InlineData("🙋 I'm Ann Smith, Daily Letter author.")]
    [InlineData("🙋🏼‍♀️ I'm Ann Smith, Daily Letter author.")]
    [InlineData("▶️ More on the bridge: What the council decided")]
    [InlineData("Good morning, it’s Ann Smith with your Daily Letter newsletter.")]
    public void A_line_of_the_page_is_none_of_the_report(string line) => Assert.True(PageRemnant.IsMatch(line, new TextSpan(0, line.Length)));

    [Theory]
    [InlineData("The ferry leaves at 10:15 on weekdays.")]
    [InlineData("Mool said:The bridge will open in May.")]
    [InlineData("Best actor:Ann Smith")]
    [InlineData("Toll for a car: 12 crowns")]
    [InlineData("More than 200 people: that is how many came.")]
    [InlineData("More: the bridge has no lift, either.")]
    [InlineData("File-sharing sites were closed on Monday.")]
    [InlineData("Advertisements for the lottery are banned from May.")]
    [InlineData("The commission said the links between the two firms are close.")]
    [InlineData("The commission may earn the trust of the people.")]
    [InlineData("“I'm Ann Smith, author of the report,” she told the council.")]
    [InlineData("The quiz drew 4,000 people to the hall.")]
    [InlineData("She found the letter in her inbox.")]
    [InlineData("The train/bus station reopens.")]
    [InlineData("Nov. 14 – Varna 2, Larnwick 1")]
    public void A_sentence_of_the_report_is_none_of_the_page(string sentence) => Assert.False(PageRemnant.IsMatch(sentence, new TextSpan(0, sentence.Length)));

    [Theory]
    [InlineData("The bridge is closed.\nWhat comes next\nIt opens in May.", "What comes next", true)]
    [InlineData("What comes next\n\nIt opens in May.", "What comes next", true)]
    [InlineData("It opens in May.\nWhat comes next", "What comes next", false)]
    [InlineData("Nobody knows what comes next\nin May.", "what comes next", false)]
    public void A_heading_is_a_line_of_its_own_with_text_after_it(string body, string line, bool isHeading)
    {
        var start = body.IndexOf(line, StringComparison.Ordinal);
        Assert.Equal(isHeading, PageRemnant.IsHeading(body, new TextSpan(start, start + line.Length)));
    }

    [Theory]
    [InlineData("Our quiz.\n\n1. What share of ferries was late?\n\n18%\n\n25%\n\nA third\n\nIt rained.", "25%", true)]
    [InlineData("Our quiz.\n\n1. What share of ferries was late?\n\n18%\n\n25%\n\nA third\n\nIt rained.", "18%", true)]
    [InlineData("Our quiz.\n\n1. What share of ferries was late?\n\n18%\n\n25%\n\nA third\n\nIt rained.", "A third", true)]
    [InlineData("QUIZ TIME\nWhich town opens a bridge?\nA. Varna\nB. Larnwick\nTODAY'S NUMBER", "B. Larnwick", true)]
    [InlineData("QUIZ TIME\nWhich town opens a bridge?\nA. the port of Varna\nB. the old town of Larnwick\nTODAY'S NUMBER", "the old town of Larnwick", true)]
    [InlineData("Our quiz.\n\nWhich town opens a bridge?\n\nVarna\n\nIt rained.", "Varna", false)]
    [InlineData("Our quiz.\n\nWhich town opens a bridge?\n\nVarna opens one in May.\n\nLarnwick has none.", "Varna opens one in May.", false)]
    [InlineData("How to watch?\n\nUK: Channel 4\n\nBrazil: Channel 7", "UK: Channel 4", false)]
    [InlineData("Our quiz.\n\nAnswers\n\nVarna\n\nLarnwick", "Larnwick", false)]
    public void Of_a_quiz_the_lines_under_a_question_are_choices(string body, string line, bool isChoice)
    {
        var start = body.IndexOf(line, StringComparison.Ordinal);
        Assert.Equal(isChoice, PageRemnant.IsMatch(body, new TextSpan(start, start + line.Length)));
    }
}
