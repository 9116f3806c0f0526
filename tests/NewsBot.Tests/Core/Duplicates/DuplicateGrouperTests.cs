using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;

namespace NewsBot.Tests.Core.Duplicates;

public sealed class DuplicateGrouperTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string text = NewsTexts.Make(1, 200);
    private readonly DuplicateGrouper grouper = new();

    [Fact]
    public void Copies_get_the_number_of_the_first_and_short_texts_get_none()
    {
        var grouped = Group(New(1, text), New(2, NewsTexts.Make(2, 200)), New(3, "Text."), New(4, NewsTexts.Edit(text, 25), outlet: "Daily"));
        Assert.Equal([(1, 1), (2, 2), (4, 1)], grouped);
    }

    [Fact]
    public void A_text_joins_the_group_of_one_that_was_grouped_before()
    {
        grouper.Add(new GroupedText(7, 5, ReportedText.Of(Article(text, "Agency", 0), Day)!));
        Assert.Equal([(9, 5)], Group(New(9, text + " And more.", outlet: "Daily")));
    }

    [Fact]
    public void A_revision_with_small_changes_stays_in_its_group_however_much_later()
    {
        var stored = new GroupedText(7, 5, ReportedText.Of(Article(text, "Agency", 0), Day)!);
        var edited = New(9, NewsTexts.Edit(text, 20), replaced: 7, day: 40);
        Assert.Equal([(9, 5)], Group(id => id == 7 ? stored : null, edited));
        Assert.Equal([(10, 10)], Group(id => id == 7 ? stored : null, New(10, NewsTexts.Make(3, 200), replaced: 7, day: 80)));
    }

    [Fact]
    public void A_revision_finds_the_one_that_it_replaces_in_its_own_batch()
    {
        Assert.Equal([(1, 1), (2, 1)], Group(_ => null, New(1, text), New(2, NewsTexts.Edit(text, 20), replaced: 1, day: 40)));
    }

    private static Article Article(string body, string outlet, int day) =>
        new() { Id = "", Title = "A title", Body = body, Source = outlet, PublishedAt = Day.AddDays(day) };

    private static NewText New(long id, string body, long? replaced = null, string outlet = "Agency", int day = 0) =>
        new(id, replaced, Article(body, outlet, day), Day);

    private IEnumerable<(long Revision, long Group)> Group(params NewText[] texts) => Group(_ => null, texts);

    private IEnumerable<(long Revision, long Group)> Group(Func<long, GroupedText?> find, params NewText[] texts) =>
        grouper.Group(texts, find).Select(one => (one.RevisionId, one.Group));
}
