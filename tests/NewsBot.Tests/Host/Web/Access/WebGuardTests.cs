using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Hosting;
using NewsBot.Web.Access;

namespace NewsBot.Tests.Host.Web.Access;

/// <summary>What a person reads when a page fails.</summary>
public sealed class WebGuardTests
{
    [Fact]
    public async Task Whatever_fails_is_told_in_a_sentence_without_its_inside()
    {
        var (status, text) = await FailAsync(new InvalidOperationException("secret inside"));

        Assert.Equal(StatusCodes.Status500InternalServerError, status);
        Assert.StartsWith("This page failed.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_cannot_be_read_asks_for_another_try() =>
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, (await FailAsync(new StoreException("The archive is busy.", isTransient: true))).Status);

    [Fact]
    public async Task A_request_that_the_server_refuses_keeps_its_own_status() =>
        await Assert.ThrowsAsync<BadHttpRequestException>(() => FailAsync(new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge)));

    private static async Task<(int Status, string Text)> FailAsync(Exception failure)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        await WebGuard.GuardAsync(context, _ => throw failure);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
