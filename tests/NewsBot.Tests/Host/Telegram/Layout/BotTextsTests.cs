using System.Text.RegularExpressions;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Dispatch;
using NewsBot.Telegram.Layout;

namespace NewsBot.Tests.Host.Telegram.Layout;

public sealed partial class BotTextsTests
{
    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("UK", "uk")]
    [InlineData("uk-UA", "uk")]
    [InlineData("de", "en")]
    [InlineData(null, "en")]
    public void People_of_any_other_language_are_spoken_to_in_the_first(string? tag, string language) =>
        Assert.Equal(language, BotLanguages.For(tag).Language);

    [Fact]
    public void Every_command_is_described_within_Telegrams_limits() => Assert.All(BotLanguages.All, texts =>
    {
        var commands = CommandTable.Describe(texts, forAdministrator: true);
        Assert.InRange(commands.Count, 1, 100);
        Assert.All(commands, command =>
        {
            Assert.Matches(CommandName(), command.Command);
            Assert.InRange(command.Description.Length, 1, 256);
        });
        Assert.Equal(commands.Count - 3, CommandTable.Describe(texts, forAdministrator: false).Count);
    });

    [Fact]
    public void Every_reason_is_explained_in_every_language() => Assert.All(BotLanguages.All, texts =>
        Assert.All(Enum.GetValues<RefusalKind>(), kind => Assert.NotEmpty(texts.Explain(new Refusal(kind, "Name")))));

    [Fact]
    public void Every_choice_of_a_summary_has_words_in_every_language() => Assert.All(BotLanguages.All, texts =>
    {
        Assert.All(Enum.GetValues<SubscriptionState>(), state => Assert.NotEmpty(texts.Digests.Paused(state)));
        Assert.Equal(7, Enum.GetValues<DayOfWeek>().Select(texts.Digests.Day).Distinct().Count());
        Assert.Equal(365, Enumerable.Range(0, 365).Select(day => texts.Digests.Date(new DateOnly(2026, 1, 1).AddDays(day))).Distinct().Count());
    });

    [Fact]
    public void Dates_are_written_as_people_do()
    {
        Assert.Equal("Sunday, 1 Mar 2026", BotLanguages.For("en").Digests.Date(new DateOnly(2026, 3, 1)));
        Assert.Equal("неділя, 1 березня 2026", BotLanguages.For("uk").Digests.Date(new DateOnly(2026, 3, 1)));
    }

    [Theory]
    [InlineData(1, "1 стаття")]
    [InlineData(2, "2 статті")]
    [InlineData(5, "5 статей")]
    [InlineData(11, "11 статей")]
    [InlineData(12, "12 статей")]
    [InlineData(21, "21 стаття")]
    [InlineData(24, "24 статті")]
    [InlineData(112, "112 статей")]
    [InlineData(19_483, "19\u00a0483 статті")]
    public void Ukrainian_nouns_follow_their_number(long count, string expected) => Assert.Equal(expected, BotLanguages.For("uk").Outlet(count, null));

    [Theory]
    [InlineData("latst", "latest")]
    [InlineData("setting", "settings")]
    [InlineData("unsubscibe", "unsubscribe")]
    public void A_slip_is_understood(string typed, string command) => Assert.Equal(command, CommandTable.FindNearest(typed)?.Name);

    [Theory]
    [InlineData("weather")]
    [InlineData("x")]
    [InlineData("stat")]
    public void What_is_no_slip_is_not_guessed(string typed) => Assert.NotEqual("stats", CommandTable.FindNearest(typed)?.Name);

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CommandName();
}
