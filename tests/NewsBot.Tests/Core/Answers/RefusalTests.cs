using NewsBot.Core.Answers;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Answers;

public sealed class RefusalTests
{
    public static TheoryData<RefusalKind> Kinds => [.. Enum.GetValues<RefusalKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_own_sentence(RefusalKind kind)
    {
        var sentence = new Refusal(kind, "Atlantis").Sentence;
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.Equal(kind == RefusalKind.NameMissing, sentence.Contains("Atlantis", StringComparison.Ordinal));
        Assert.DoesNotContain(Enum.GetValues<RefusalKind>(), other => other != kind && new Refusal(other).Sentence == sentence);
    }

    [Fact]
    public void An_unknown_kind_is_a_mistake() => Assert.Throws<InvalidOperationException>(() => new Refusal((RefusalKind)99).Sentence);
}
