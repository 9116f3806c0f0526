using System.ComponentModel.DataAnnotations;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

public sealed class VerifierOptionsTests
{
    [Fact]
    public void A_verifier_without_a_service_of_its_own_is_asked_where_the_writer_is() => Assert.Equal(
        ("Anthropic", "https://gateway.example/v1", "k", "small"), ServiceOf(new VerifierOptions { Model = "small" }));

    [Theory]
    [InlineData("OpenAI", "", "", "OpenAI", "", "")]
    [InlineData("", "http://127.0.0.1:11434/v1", "", "OpenAI", "http://127.0.0.1:11434/v1", "")]
    [InlineData("Anthropic", "", "v", "Anthropic", "", "v")]
    [InlineData("", "", "v", "Anthropic", "https://gateway.example/v1", "v")]
    public void The_key_of_the_writer_goes_to_no_other_service(string provider, string endpoint, string key, string asked, string where, string with) => Assert.Equal(
        (asked, where, with, "small"), ServiceOf(new VerifierOptions { Model = "small", Provider = provider, Endpoint = endpoint, ApiKey = key }));

    [Theory]
    [InlineData("m", "", "", "http://127.0.0.1:1/v1", "Llm:Verifier:Model")]
    [InlineData("", "small", "", "", "Llm:Model")]
    [InlineData("m", "small", "Mystery", "", "Llm:Verifier:Provider")]
    [InlineData("m", "small", "AzureOpenAI", "", "Llm:Verifier:Endpoint")]
    [InlineData("m", "small", "", "ftp://example.org", "Llm:Verifier:Endpoint")]
    public void A_wrong_setting_is_named(string model, string verifier, string provider, string endpoint, string named)
    {
        var options = new LlmOptions
        {
            Model = model,
            Verifier = new VerifierOptions { Model = verifier, Provider = provider, Endpoint = endpoint },
            Prompts = RepositoryFiles.At("prompts"),
        };
        var problem = Assert.Single(options.Validate(new ValidationContext(options)));
        Assert.StartsWith(named, problem.ErrorMessage, StringComparison.Ordinal);
    }

    private static (string Provider, string Endpoint, string Key, string Model) ServiceOf(VerifierOptions verifier)
    {
        var own = new LlmOptions { Model = "m", Provider = "Anthropic", Endpoint = "https://gateway.example/v1", ApiKey = "k", Verifier = verifier }.ForVerifier()!;
        return (own.Provider, own.Endpoint, own.ApiKey, own.Model);
    }
}
