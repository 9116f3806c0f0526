using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

public sealed class ServiceReasonTests
{
    [Theory]
    [InlineData("""{"error":{"message":"The context is full.","type":"x"}}""", "The context is full.")]
    [InlineData("""{"error":"model 'm' not found"}""", "model 'm' not found")]
    [InlineData("""{"object":"error","message":"too long","code":400}""", "too long")]
    [InlineData("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", "Overloaded")]
    [InlineData("""{"detail":[{"loc":["body","top_k"],"msg":"extra fields not permitted","type":"x"}]}""", "top_k: extra fields not permitted")]
    [InlineData("""[{"error":{"code":400,"message":"API key expired"}}]""", "API key expired")]
    [InlineData("Not here", "Not here")]
    [InlineData("<html><body>busy</body></html>", "")]
    [InlineData("""{"error":{"message":"cut o""", "")]
    [InlineData("""{"error":{"message":7}}""", "")]
    [InlineData("", "")]
    public void The_reason_is_found_in_each_format(string reply, string expected) => Assert.Equal(expected, ServiceReason.Find(reply));

    [Theory]
    [InlineData("Incorrect API key provided: sk-abc*******xyz.")]
    [InlineData("Incorrect API key provided: my-secret.")]
    [InlineData("Header 'Bearer my-other-key' is wrong.")]
    [InlineData("0123456789abcdef0123456789abcdef is no key.")]
    public void No_key_is_in_it(string message)
    {
        var reason = ServiceReason.Find(message, "my-secret");
        Assert.Contains('…', reason);
        Assert.DoesNotContain("sk-abc", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("my-", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_service_was_sent_is_not_in_it()
    {
        const string Sent = "When did the ferry to the island stop, and who told my daughter about it last week?";
        Assert.DoesNotContain("daughter", ServiceReason.Find($"Cannot read '{Sent}' as JSON"), StringComparison.Ordinal);
        Assert.DoesNotContain("daughter", ServiceReason.Find($"1 validation error, input={{'content': {Sent}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_one_short_line()
    {
        var reason = ServiceReason.Find("One\r\n\u202etwo\0 " + string.Concat(Enumerable.Repeat("three ", 100)));
        Assert.StartsWith("One two three", reason, StringComparison.Ordinal);
        Assert.EndsWith("three…", reason, StringComparison.Ordinal);
        Assert.InRange(reason.Length, 100, ServiceReason.MaxLength);
    }

    [Theory]
    [InlineData("", "It failed.")]
    [InlineData("Too busy", "It failed: Too busy.")]
    [InlineData("Too busy!", "It failed: Too busy!")]
    public void A_sentence_ends_once(string reason, string expected) => Assert.Equal(expected, ServiceReason.Sentence("It failed", reason));
}
