using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

public sealed class FollowUpTests
{
    private const string Talks = "When do the talks in Istanbul resume?";
    private const string Resume = "Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.";
    private const string Prize = "Who won the Nobel prize in chemistry?";
    private const string Winner = "Jane Doe won the Nobel prize in chemistry on Wednesday for her work on enzymes.";
    private const string Soup = "Who threw soup at the Mona Lisa?";
    private const string Women = "Two women threw soup on Sunday at the Mona Lisa, which hangs in the Louvre.";
    private const string Quake = "How many people died in the earthquake in Turkey?";
    private const string Dead = "More than 50,000 people died in Turkey.";
    private const string Game = "Who made Wordle?";
    private const string Maker = "The game was made by Josh Wardle, a software engineer who lives in Brooklyn.";
    private const string Film = "Which film won best picture at the Oscars?";
    private const string Oppenheimer = "The film \"Oppenheimer\" won seven Oscars on Sunday, best picture among them.";
    private const string Quote = "What did Zelensky say about Putin?";
    private const string Said = "Volodymyr Zelensky said that Putin is not ready.";
    private const string Election = "Хто переміг на виборах у Франції?";

    [Theory]

    // Bare question words.
    [InlineData(Talks, Resume, "where?", "Where do the talks in Istanbul resume?", AnswerKind.Place)]
    [InlineData(Talks, Resume, "Why", "Why do the talks in Istanbul resume?", AnswerKind.Reason)]
    [InlineData(Talks, Resume, "but why exactly?", "Why do the talks in Istanbul resume?", AnswerKind.Reason)]
    [InlineData(Talks, Resume, "who?", "When do the talks in Istanbul resume? Who?", AnswerKind.Person)]
    [InlineData(Prize, Winner, "why?", "Who won the Nobel prize in chemistry? Why?", AnswerKind.Reason)]
    [InlineData(Prize, Winner, "How much?", "Who won the Nobel prize in chemistry? How much?", AnswerKind.Money)]
    [InlineData(Film, Oppenheimer, "how many?", "Which film won best picture at the Oscars? How many?", AnswerKind.Number)]
    [InlineData(Soup, Women, "how come?", "Who threw soup at the Mona Lisa? Why?", AnswerKind.Reason)]
    [InlineData("Did the bridge in Varna reopen?", "It did.", "when?", "When did the bridge in Varna reopen?", AnswerKind.Date)]

    // Persons.
    [InlineData(Prize, Winner, "and what did she say?", "What did Jane Doe say?", AnswerKind.Statement)]
    [InlineData(Prize, Winner, "when did she start her research?", "When did Jane Doe start her research?", AnswerKind.Date)]
    [InlineData(Prize, Winner, "who is her husband?", "Who is Jane Doe’s husband?", AnswerKind.Person)]
    [InlineData(Game, Maker, "where does he live?", "Where does Josh Wardle live?", AnswerKind.Place)]
    [InlineData(Game, Maker, "who hired him?", "Who hired Josh Wardle?", AnswerKind.Person)]
    [InlineData(Quote, Said, "and what did he say about Trump?", "What did Volodymyr Zelensky say about Trump?", AnswerKind.Statement)]
    [InlineData("Who is Dmitry Peskov?", "Dmitry Peskov, the spokesman of the Kremlin, spoke.", "what is his job?", "What is Dmitry Peskov’s job?", AnswerKind.Definition)]

    // Who is spoken of as 'she' is no 'he'.
    [InlineData(Prize, Winner, "and what did he say?", "Who won the Nobel prize in chemistry? What did he say?", AnswerKind.Statement)]
    [InlineData(
        "When did Queen Elizabeth die?", "Queen Elizabeth died on Thursday. King Charles spoke on Friday.", "what did he say?", "What did Charles say?", AnswerKind.Statement)]
    [InlineData("When did Queen Elizabeth die?", "Queen Elizabeth died on Thursday.", "where did he die?", "When did Queen Elizabeth die? Where did he die?", AnswerKind.Place)]
    [InlineData("When did Mr. Josh Wardle meet Anna Smith?", "On Monday.", "and what did she say?", "What did Anna Smith say?", AnswerKind.Statement)]

    // Things, groups, places, days.
    [InlineData(Game, Maker, "who bought it?", "Who bought Wordle?", AnswerKind.Person)]
    [InlineData(Game, Maker, "how much did it cost?", "How much did Wordle cost?", AnswerKind.Money)]
    [InlineData(Film, Oppenheimer, "who directed it?", "Who directed Oppenheimer?", AnswerKind.Person)]
    [InlineData("Why was Heathrow airport closed?", "A fire.", "is it still closed?", "Why was Heathrow airport closed? Is it still closed?", AnswerKind.Whether)]
    [InlineData(Talks, Resume, "What did the president say about it?", Talks + " What did the president say about it?", AnswerKind.Statement)]
    [InlineData(Talks, Resume, "who announced this?", Talks + " Who announced this?", AnswerKind.Person)]
    [InlineData(Quake, Dead, "why did that happen?", Quake + " Why did that happen?", AnswerKind.Reason)]
    [InlineData(Quake, Dead, "when was it?", Quake + " When was it?", AnswerKind.Date)]
    [InlineData(Soup, Women, "who cleaned the painting?", Soup + " Who cleaned the painting?", AnswerKind.Person)]
    [InlineData(Soup, Women, "have other museums seen that too?", Soup + " Have other museums seen that too?", AnswerKind.Whether)]
    [InlineData(Soup, Women, "and what did the French do with them?", Soup + " What did the French do with them?", AnswerKind.Other)]
    [InlineData(Soup, Women, "how many got away?", Soup + " How many got away?", AnswerKind.Number)]
    [InlineData(
        "Where in India are the cheetahs from Namibia?", "In a park.", "what do they eat there?",
        "Where in India are the cheetahs from Namibia? What do they eat in India?", AnswerKind.Other)]
    [InlineData(Soup, Women, "were they arrested?", Soup + " Were they arrested?", AnswerKind.Whether)]
    [InlineData(Soup, Women, "who are they?", Soup + " Who are they?", AnswerKind.Other)]
    [InlineData("How much is the merger of Frontier and Spirit worth?", "The deal is worth $6.6 billion.", "who leads them?", "Who leads Frontier and Spirit?", AnswerKind.Person)]
    [InlineData(Talks, Resume, "how many people died there?", Talks + " How many people died in Istanbul?", AnswerKind.Number)]
    [InlineData(Talks, Resume, "what happened that day?", Talks + " What happened on Wednesday?", AnswerKind.Other)]

    // The same of something else.
    [InlineData("What is inflation in France?", "5 percent.", "what about Germany?", "What is inflation in Germany?", AnswerKind.Percent)]
    [InlineData("What is inflation in France?", "5 percent.", "and in Germany?", "What is inflation in Germany?", AnswerKind.Percent)]
    [InlineData("what is inflation in france?", "5 percent.", "and germany?", "What is inflation in germany?", AnswerKind.Percent)]
    [InlineData("Who won the 2022 World Cup?", "Argentina.", "and in 2018?", "Who won the 2018 World Cup?", AnswerKind.Person)]
    [InlineData(Prize, Winner, "and in physics?", "Who won the Nobel prize in physics?", AnswerKind.Person)]
    [InlineData(Quote, Said, "And Trump?", "What did Zelensky say about Trump?", AnswerKind.Statement)]
    [InlineData(Quake, Dead, "and in Syria?", "How many people died in the earthquake in Syria?", AnswerKind.Number)]
    [InlineData(Quake, Dead, "same for 2020?", "How many people died in the earthquake in Turkey in 2020?", AnswerKind.Number)]
    [InlineData(Soup, Women, "and the other one?", Soup + " The other one?", AnswerKind.Other)]

    // What is too short to be about anything.
    [InlineData(Quake, Dead, "how many were injured?", Quake + " How many were injured?", AnswerKind.Number)]
    [InlineData(Soup, Women, "what was the reason?", Soup + " What was the reason?", AnswerKind.Reason)]
    [InlineData(Quake, Dead, "what happened?", Quake + " What happened?", AnswerKind.Other)]
    [InlineData(
        "How many people died of Marburg in Ghana?", "Two deaths.", "what are the symptoms?", "How many people died of Marburg in Ghana? What are the symptoms?", AnswerKind.Other)]

    // In Ukrainian.
    [InlineData(Talks, Resume, "де?", "Where do the talks in Istanbul resume?", AnswerKind.Place)]
    [InlineData(Prize, Winner, "а чому?", Prize + " Why?", AnswerKind.Reason)]
    [InlineData(Election, "Макрон переміг.", "коли?", Election + " Коли?", AnswerKind.Date)]
    [InlineData(Election, "Макрон переміг.", "а хто?", Election + " Хто?", AnswerKind.Person)]
    [InlineData(Election, "Макрон переміг.", "а що він сказав?", Election + " Що він сказав?", AnswerKind.Statement)]
    [InlineData(Election, "Макрон переміг.", "а в Німеччині?", Election + " В Німеччині?", AnswerKind.Other)]

    // In Russian.
    [InlineData(Talks, Resume, "где?", "Where do the talks in Istanbul resume?", AnswerKind.Place)]
    [InlineData(Prize, Winner, "а почему?", Prize + " Why?", AnswerKind.Reason)]
    [InlineData(Election, "Макрон переміг.", "а кто?", Election + " Кто?", AnswerKind.Person)]
    [InlineData(Election, "Макрон переміг.", "а когда он уехал?", Election + " Когда он уехал?", AnswerKind.Date)]
    [InlineData(Election, "Макрон переміг.", "а что он сказал?", Election + " Что он сказал?", AnswerKind.Statement)]
    public void A_question_is_understood_in_the_light_of_the_last(string question, string answer, string next, string understood, AnswerKind kind)
    {
        var last = Turn(question, answer);
        var followUp = FollowUp.Of(next, [last]);

        Assert.Equal(understood, followUp.Text);
        Assert.Same(last, followUp.LeansOn);
        Assert.NotEqual(FollowUpKind.None, followUp.Kind);
        Assert.Equal(kind, followUp.Analyze(last.AskedAt).Kind);
        Assert.Null(followUp.Analyze(last.AskedAt).OffTopic);
    }

    [Theory]
    [InlineData("tell me more")]
    [InlineData("more")]
    [InlineData("More on this, please")]
    [InlineData("details?")]
    [InlineData("go on")]
    [InlineData("What else?")]
    [InlineData("what else do you know?")]
    [InlineData("What else can you tell me about this?")]
    [InlineData("розкажи більше")]
    [InlineData("детальніше")]
    public void More_is_asked_of_the_same_subject_however_often(string more)
    {
        var once = FollowUp.Of(more, [Turn(Prize, Winner)]);
        var twice = FollowUp.Of(more, [Turn(once.Text, Winner)]);

        Assert.Equal((FollowUpKind.More, "More on: " + Prize), (once.Kind, once.Text));
        Assert.Equal(once.Text, twice.Text);
        Assert.Equal(AnswerKind.Other, once.Analyze(DateTimeOffset.UnixEpoch).Kind);
        Assert.Equal(Prize + " Why?", FollowUp.Of("why?", [Turn(twice.Text, Winner)]).Text);
    }

    [Theory]
    [InlineData("what happened that day?")]
    [InlineData("what else can you tell me today?")]
    public void What_leans_on_a_subject_does_not_ask_for_all_news(string next) => Assert.Null(FollowUp.Of(next, [Turn(Talks, Resume)]).Analyze(DateTimeOffset.UnixEpoch).Overview);

    [Theory]
    [InlineData("what happened on Monday?", "and on Tuesday?")]
    [InlineData("latest news", "what else do you know?")]
    public void What_goes_on_from_the_news_asks_for_news(string question, string next) =>
        Assert.Equal(OverviewKind.Latest, FollowUp.Of(next, [Turn(question, Resume)]).Analyze(DateTimeOffset.UnixEpoch).Overview?.Kind);

    [Fact]
    public void What_else_asks_beyond_what_was_said()
    {
        var followUp = FollowUp.Of("what else did she say?", [Turn(Prize, Winner)]);
        Assert.Equal((FollowUpKind.Further, "What else did Jane Doe say?"), (followUp.Kind, followUp.Text));
    }

    [Theory]
    [InlineData("Who is the president of France?")]
    [InlineData("What did Biden say about his son?")]
    [InlineData("Is it true that Messi retired?")]
    [InlineData("how long does it take to fly to Mars?")]
    [InlineData("is it raining in Kyiv?")]
    [InlineData("Is it legal to own a tiger in Texas?")]
    [InlineData("What time is it in Tokyo?")]
    [InlineData("who is putin?")]
    [InlineData("what is inflation?")]
    [InlineData("Tell me more about Macron")]
    [InlineData("And who is the president of France?")]
    [InlineData("What happened in Japan this week?")]
    [InlineData("Are there any survivors of the Titan submersible?")]
    [InlineData("Which company said it would lay off 10,000 employees?")]
    [InlineData("Why do cats purr when they sleep?")]
    [InlineData("Which actor announced that he is leaving his series?")]
    [InlineData("What did the mayor of London say about his plans?")]
    [InlineData("What's in the news today?")]
    [InlineData("latest news")]
    [InlineData("thanks")]
    [InlineData("Hello!")]
    [InlineData("write a poem about it")]
    [InlineData("Хто переміг на виборах у Франції?")]
    public void A_question_that_stands_alone_is_left_as_it_is(string text)
    {
        var followUp = FollowUp.Of(text, [Turn(Talks, Resume)]);
        Assert.Equal((FollowUpKind.None, text), (followUp.Kind, followUp.Text));
    }

    [Theory]
    [InlineData("why?")]
    [InlineData("what did he say?")]
    [InlineData("tell me more")]
    public void Without_a_conversation_nothing_is_changed(string text)
    {
        Assert.Equal((FollowUpKind.None, text), (FollowUp.Of(text, []).Kind, FollowUp.Of(text, []).Text));
        var thanked = FollowUp.Of(text, [Turn("thanks!", "You are welcome.", isSupported: false)]);
        Assert.Null(thanked.LeansOn);
    }

    [Fact]
    public void Thanks_in_between_do_not_end_a_conversation() =>
        Assert.Equal("Where do the talks in Istanbul resume?", FollowUp.Of("where?", [Turn("thanks!", "You are welcome.", isSupported: false), Turn(Talks, Resume)]).Text);

    [Fact]
    public void A_bare_question_word_behind_the_last_question_gives_way_to_the_next() =>
        Assert.Equal("Who threw soup at the Mona Lisa? Where?", FollowUp.Of("where?", [Turn("Who threw soup at the Mona Lisa? Why?", Women)]).Text);

    [Fact]
    public void A_question_without_a_name_keeps_the_subject_of_the_one_before_it()
    {
        var outbreak = Turn("How many people died of Marburg in Ghana?", "Two deaths.") with { ArticleIds = ["a"] };
        var cure = Turn("Is there a cure?", "There is no cure.") with { ArticleIds = ["a"] };
        Assert.StartsWith(outbreak.AskedAs, FollowUp.Of("why?", [cure, outbreak]).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Marburg", FollowUp.Of("why?", [cure with { ArticleIds = ["b"] }, outbreak]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_nobody()
    {
        var refused = Turn("Who won the chess tournament on Mars?", "What comes nearest does not mention Magnus Carlsen.", isSupported: false);
        Assert.DoesNotContain("Carlsen", FollowUp.Of("where does he live?", [refused]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_conversation_count_less_than_the_questions_own()
    {
        var terms = FollowUp.Of("were they arrested?", [Turn(Soup, Women)]).Analyze(DateTimeOffset.UnixEpoch).Terms;
        Assert.True(terms.Single(term => term.Text == "arrest").Weight > terms.Single(term => term.Text == "lisa").Weight);
    }

    [Fact]
    public void A_word_of_both_counts_as_the_questions_own()
    {
        var terms = FollowUp.Of("how many of them died?", [Turn(Quake, Dead)]).Analyze(DateTimeOffset.UnixEpoch).Terms;
        Assert.Equal(1, terms.Single(term => term.Text == "die").Weight);
        Assert.InRange(terms.Single(term => term.Text == "earthquak").Weight, 0.1, 0.5);
    }

    public static TheoryData<string> Hostile =>
    [
        "", " ", "?", "...?!", "\ud800", "why \udc00?", "why\0?", "and \u202e?", "what about ?", "and ?", "'s his", "it", "they they they", "there",
        string.Concat(Enumerable.Repeat("🙂", 2048)), new string('?', 500), string.Concat(Enumerable.Repeat("and ", 48)), string.Concat(Enumerable.Repeat("it ", 60)),
        new string('a', 2000),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Whatever_is_typed_is_understood_within_bounds(string text)
    {
        foreach (var before in Hostile.Select(row => row.Data).Append(Prize))
        {
            var turn = Turn(before, before);
            foreach (var next in new[] { text, "why?", "what did he say?", "and in France?", "more" })
            {
                var followUp = FollowUp.Of(next, [turn]);
                Assert.InRange(followUp.Text.Length, 0, Math.Max(next.Length, 800));
                if (next.Length > QuestionAnalyzer.MaxLength)
                    Assert.Throws<ArgumentException>(() => followUp.Analyze(turn.AskedAt));
                else
                    Assert.Equal(followUp.Text, followUp.Analyze(turn.AskedAt).Text);
            }
        }
    }

    private static Turn Turn(string question, string answer, bool isSupported = true) => new()
    {
        AskedAs = question,
        AskedAt = new DateTimeOffset(2025, 7, 22, 12, 0, 0, TimeSpan.Zero),
        Answer = answer,
        IsSupported = isSupported,
    };
}
