using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Storage.Postgres;
using NewsBot.Telegram.Sending;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Hosting;

public sealed class LoopTests : IDisposable
{
    private readonly TempFolder folder = new();

    // Giving memory back asks nothing that could fail, and neither does an index without articles that is to be written.
    private static readonly Type[] AsksNothing = [typeof(ManagedHeap), typeof(NativeHeap), typeof(MappedPages), typeof(IndexMerger)];

    public static TheoryData<string> Works => [.. WorkTypes.Where(type => !AsksNothing.Contains(type)).Select(type => type.Name)];

    // The bell rings where processes share a database only.
    private static IEnumerable<Type> WorkTypes => typeof(IPeriodicWork).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IPeriodicWork)) && type != typeof(PostgresArticleBell) && type != typeof(ArticleBellFollower));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Works))]
    public async Task A_bug_in_periodic_work_is_logged_and_the_work_goes_on(string work)
    {
        var clock = new SteppedClock();
        var log = new LogLines();
        var bugs = Channel.CreateUnbounded<InvalidOperationException>();
        Dictionary<string, string?> settings = new()
        {
            ["Archive:KeepDays"] = "1",
            ["Embeddings:Model"] = "model",
            ["Telegram:Token"] = "123456:ABC-DEF",
            ["Telegram:Administrators:0"] = "1",
        };
        var app = new NewsBotApp(settings, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.Replace(ServiceDescriptor.Singleton<ILoggerProvider>(log));
            foreach (var port in Ports(services))
                services.Replace(ServiceDescriptor.Singleton(port, Bugs.Of(port, bugs)));
        });
        await using var host = app.BuildService(folder.Path, TextWriter.Null);
        await host.Services.GetRequiredService<OutboxSender>().TakeAsync(SlotSet.All, Stop);
        Assert.Equal(WorkTypes.Count(), host.Services.GetServices<IHostedService>().OfType<Periodic>().Count());
        var broken = (IPeriodicWork)host.Services.GetRequiredService(WorkTypes.Single(type => type.Name == work));
        using var service = new Periodic(
            broken,
            host.Services.GetRequiredService<ServiceHealth>(),
            host.Services.GetRequiredService<Leases>(),
            clock,
            host.Services.GetRequiredService<ILogger<Periodic>>());
        await service.StartAsync(Stop);
        for (var round = 0; round < 2; round++)
        {
            var bug = bugs.Reader.ReadAsync(Stop).AsTask();
            if (round > 0 || !broken.BeginsAtOnce)
                await clock.AdvanceToNextAsync();
            await Task.WhenAny(bug, service.ExecuteTask!);
            Assert.False(service.ExecuteTask!.IsCompleted, work);

            // The step is over when the clock of its patience is; the loop's own timer goes on.
            await clock.SettleAsync(running: 1);
        }

        await service.StopAsync(Stop);
        Assert.True(service.ExecuteTask!.IsCompletedSuccessfully);
        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line => Assert.True(line is { Level: LogLevel.Error, Failure: InvalidOperationException }, line.Text));
    }

    /// <summary>The interfaces of the host; the outbox stays, since the sender reads it before any work begins.</summary>
    private static List<Type> Ports(IServiceCollection services) =>
    [..
        from service in services
        let type = service.ServiceType
        where type is { IsInterface: true, Namespace: not null } && type.Namespace.StartsWith("NewsBot", StringComparison.Ordinal) && type != typeof(IOutbox)
        select type];
}
