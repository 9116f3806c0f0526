using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

public sealed class EmbeddingOptionsTests
{
    [Fact]
    public void The_defaults_are_right_and_switch_it_off()
    {
        Assert.True(new EmbeddingOptionsValidator().Validate(null, new EmbeddingOptions()).Succeeded);
        Assert.False(new EmbeddingOptions().IsOn);
    }

    [Theory]
    [InlineData("Endpoint", "ftp://example.com")]
    [InlineData("Endpoint", "127.0.0.1")]
    [InlineData("Dimensions", -1)]
    [InlineData("Dimensions", 20_000)]
    [InlineData("BatchSize", 0)]
    [InlineData("BatchSize", 3_000)]
    [InlineData("Seconds", 0)]
    [InlineData("QuestionSeconds", 0.0)]
    [InlineData("QuestionSeconds", double.NaN)]
    [InlineData("Weight", -0.1)]
    [InlineData("Weight", double.NaN)]
    public void A_wrong_value_is_told_by_its_key(string key, object value)
    {
        var options = new EmbeddingOptions { Model = "m" };
        typeof(EmbeddingOptions).GetProperty(key)!.SetValue(options, value);
        Assert.Contains($"Embeddings:{key}", Assert.Single(new EmbeddingOptionsValidator().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_or_a_key_without_a_model_is_refused()
    {
        Assert.True(new EmbeddingOptionsValidator().Validate(null, new EmbeddingOptions { Endpoint = "http://127.0.0.1/v1" }).Failed);
        Assert.True(new EmbeddingOptionsValidator().Validate(null, new EmbeddingOptions { ApiKey = "key" }).Failed);
    }

    [Fact]
    public void Whatever_changes_the_vectors_changes_the_key_and_nothing_else_does()
    {
        string[] keys = [
            new EmbeddingOptions { Model = "m" }.ToSettings().Key, new EmbeddingOptions { Model = "n" }.ToSettings().Key,
            new EmbeddingOptions { Model = "m", Dimensions = 8 }.ToSettings().Key, new EmbeddingOptions { Model = "m", PassagePrefix = "passage: " }.ToSettings().Key];
        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal(keys[0], new EmbeddingOptions { Model = "m", Endpoint = "http://127.0.0.1", ApiKey = "k", QuestionPrefix = "query: ", Weight = 1 }.ToSettings().Key);
    }
}
