using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Sending;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram.Sending;

public sealed class MessageDeliveryTests
{
    private const long Ann = 11;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(400, "Bad Request: message text is empty")]
    public async Task The_store_is_told_to_work_again_once_it_took_that_a_message_was_given_up(int code, string refusal)
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var health = bot.Services.GetRequiredService<ServiceHealth>();
        bot.Services.GetRequiredService<StorePipeline>().Fail(new StoreException("The archive cannot grow: the disk is full.", isTransient: true));
        Assert.True(await IsFullAsync(health));

        bot.Telegram.FailNext("sendMessage", FakeBotApiFault.Refusal(code, refusal));
        var message = new NewOutboxMessage(Ann, new BotRequest("sendMessage", """{"chat_id":11,"text":"Hello."}"""), MessagePurpose.Answer);
        bot.Services.GetRequiredService<OutboxSender>().Enqueue(await bot.Services.GetRequiredService<IOutbox>().AddAsync([message], Stop));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await IsFullAsync(health))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<bool> IsFullAsync(ServiceHealth health) =>
        (await health.CheckHealthAsync(new HealthCheckContext(), Stop)).Description?.Contains("the disk is full", StringComparison.Ordinal) == true;
}
