using NewsBot.Chats;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of tokens does; one thin class per provider.</summary>
public abstract class ModelUsageStoreContract
{
    private const long Anna = 101;
    private const long Bohdan = 102;

    private static readonly DateOnly Day = new(2026, 3, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens the test's own store, and the chats of the same archive. Each call opens them again.</summary>
    private protected abstract (IModelUsageStore Usage, IChatStore Chats) Open();

    [Fact]
    public async Task What_is_taken_adds_up_for_the_person_and_for_all()
    {
        var usage = Open().Usage;
        await usage.AddAsync(Day, Anna, new ModelUsage(100, 20), Stop);
        await usage.AddAsync(Day, Anna, new ModelUsage(1, 2), Stop);
        await usage.AddAsync(Day, Bohdan, new ModelUsage(10, 0), Stop);
        await usage.AddAsync(Day, personId: null, new ModelUsage(0, 5), Stop);
        Assert.Equal((new ModelUsage(101, 22), new ModelUsage(111, 27)), await Open().Usage.ReadAsync(Day, Anna, Stop));
        Assert.Equal((default, new ModelUsage(111, 27)), await usage.ReadAsync(Day, personId: null, Stop));
        Assert.Equal((default(ModelUsage), default(ModelUsage)), await usage.ReadAsync(Day.AddDays(1), Anna, Stop));
    }

    [Fact]
    public async Task Old_days_are_deleted_and_who_forgets_keeps_the_last_day_only()
    {
        var (usage, chats) = Open();
        for (var day = 0; day < 3; day++)
            await usage.AddAsync(Day.AddDays(day), Anna, new ModelUsage(1, 1), Stop);
        await usage.PruneAsync(Day.AddDays(1), Stop);
        Assert.Equal(0, (await usage.ReadAsync(Day, Anna, Stop)).All.Tokens);

        await chats.ForgetAsync(Anna, Stop);
        Assert.Equal((0, 2), ((await usage.ReadAsync(Day.AddDays(1), Anna, Stop)).Person.Tokens, (await usage.ReadAsync(Day.AddDays(1), Anna, Stop)).All.Tokens));
        Assert.Equal(2, (await usage.ReadAsync(Day.AddDays(2), Anna, Stop)).Person.Tokens);
    }
}
