using FsCheck;
using FsCheck.Fluent;
using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;
using NewsBot.Tests.Core.Text;

namespace NewsBot.Tests.Core.Duplicates;

public sealed class TextSignatureTests
{
    [Fact]
    public void Similarity_is_symmetric_within_bounds_and_one_for_equal_texts()
    {
        var bodies = Gen
            .Elements("talks", "resume", "in", "Istanbul", "on", "Wednesday", "The", "mayor", "1,000", "—", "\n", "é")
            .ArrayOf()
            .Select(words => string.Join(' ', words));
        Prop.ForAll(bodies.ToArbitrary(), bodies.ToArbitrary(), (one, other) =>
        {
            if (Sign(one) is not { } first || Sign(other) is not { } second)
                return true;
            var similarity = first.To(second);
            return first.To(first) == new Similarity(1, 1) && similarity == second.To(first)
                && similarity is { Resemblance: >= 0 and <= 1, Containment: >= 0 and <= 1 } && similarity.Containment >= similarity.Resemblance - 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.7)]
    [InlineData(0.4)]
    [InlineData(0.2)]
    public void A_beginning_resembles_by_its_length_and_is_contained_wholly(double share)
    {
        var (resemblance, containment) = (0.0, 0.0);
        for (var seed = 0; seed < 20; seed++)
        {
            var text = NewsTexts.Make(seed, 800);
            var similarity = Sign(text)!.To(Sign(NewsTexts.Cut(text, share))!);
            (resemblance, containment) = (resemblance + (similarity.Resemblance / 20), containment + (similarity.Containment / 20));
        }

        Assert.InRange(resemblance, share - 0.03, share + 0.03);
        Assert.InRange(containment, 0.9, 1.001);
    }

    [Fact]
    public void Case_punctuation_and_white_space_change_nothing()
    {
        var text = NewsTexts.Make(1, 100);
        var other = "“" + text.ToUpperInvariant().Replace(". ", "!\r\n\r\n", StringComparison.Ordinal).Replace(' ', '\u00A0') + "”";
        Assert.Equal(new Similarity(1, 1), Sign(text)!.To(Sign(other)!));
    }

    [Fact]
    public void A_signature_is_the_same_in_every_run()
    {
        // What archives hold: when this fails, the format needs a new version, and archives a migration.
        var bytes = Sign(NewsTexts.Make(7, 90))!.ToBytes();
        Assert.Equal("010058000000", Convert.ToHexString(bytes[..6]));
        Assert.Equal("4e6c4fb6a53a531a94670da34b981411", ContentHash.Of(Convert.ToHexString(bytes)));
    }

    [Fact]
    public void A_signature_is_stored_and_read_back()
    {
        var signature = Sign(NewsTexts.Make(3, 20), "A title")!;
        var bytes = signature.ToBytes();
        Assert.True(TextSignature.TryRead(bytes, out var read));
        Assert.Equal((signature.Shingles, true), (read.Shingles, read.IsTeaser));
        Assert.Equal(new Similarity(1, 1), read.To(signature));
        Assert.Equal(bytes, read.ToBytes());

        Assert.False(TextSignature.TryRead(bytes.AsSpan(1), out _));
        Assert.False(TextSignature.TryRead([], out _));
        bytes[0] = 99;
        Assert.False(TextSignature.TryRead(bytes, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!! … 😀")]
    [InlineData("Read the full article.")]
    public void What_says_next_to_nothing_has_none(string body) => Assert.Null(Sign(body));

    [Fact]
    public void The_title_is_a_part_of_a_teaser_and_of_nothing_longer()
    {
        var teaser = NewsTexts.Make(1, TextSignature.LeastWords - 1);
        var article = NewsTexts.Make(1, TextSignature.LeastWords);
        Assert.InRange(Sign(teaser, "One two three four five six")!.To(Sign(teaser, "Seven eight nine ten")!).Resemblance, 0.5, 0.99);
        Assert.Equal(1, Sign(article, "One two three four five six")!.To(Sign(article, "Seven eight nine ten")!).Resemblance);
    }

    [Fact]
    public void Any_text_can_be_signed()
    {
        foreach (var text in Texts.Random(500, 80))
            _ = Sign(text, text);
        _ = Sign(string.Concat(Enumerable.Repeat("word ", 300_000)));
        _ = Sign(new string('a', 5_000_000));
    }

    private static TextSignature? Sign(string body, string title = "") => TextSignature.Of(new Article { Id = "x", Title = title, Body = body });
}
