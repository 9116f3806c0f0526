using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Counts;
using NewsBot.Models;
using NewsBot.Tests.Host.Counts;

namespace NewsBot.Tests.Host.Models;

public sealed class GuardedModelTests
{
    private static readonly PromptCall Call = new("answer", new Dictionary<string, string>(), PersonId: 7);

    private readonly UsageInMemory usage = new();
    private readonly DailyCounts counts = new(new CountsInMemory(), TimeProvider.System, NullLogger<DailyCounts>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_reply_took_is_counted_for_the_person_and_for_all()
    {
        using var model = Guard((_, _) => Pieces(new ModelPiece("Talks."), new ModelPiece("", new ModelUsage(100, 20))));
        await ReadAsync(model);
        Assert.Equal((new ModelUsage(100, 20), new ModelUsage(100, 20)), await usage.ReadAsync(usage.Day, 7, Stop));
        Assert.Equal(new ModelUsage(100, 20), (await model.ReadAsync(Stop)).Usage);
        var counted = await counts.ReadAsync(1, Stop);
        Assert.Equal((100, 20), (counted.Of(CountName.InputTokens), counted.Of(CountName.OutputTokens)));
    }

    [Fact]
    public async Task Spent_tokens_stop_the_person_and_then_everybody()
    {
        using var model = Guard((_, _) => Pieces(new ModelPiece("Talks.", new ModelUsage(60, 0))), options => (options.TokensPerPerson, options.TokensPerDay) = (100, 150));
        await ReadAsync(model);
        await ReadAsync(model);
        Assert.Equal(ModelFailure.BudgetSpent, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model))).Failure);
        await ReadAsync(model, Call with { PersonId = 8 });
        Assert.Equal(ModelFailure.BudgetSpent, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model, Call with { PersonId = 9 }))).Failure);
    }

    [Theory]
    [InlineData(nameof(ModelFailure.Unavailable), 2)]
    [InlineData(nameof(ModelFailure.TooManyRequests), 2)]
    [InlineData(nameof(ModelFailure.WrongKey), 1)]
    [InlineData(nameof(ModelFailure.Rejected), 1)]
    public async Task Only_what_passes_by_itself_is_tried_again(string failure, int times)
    {
        var calls = 0;
        using var model = Guard((_, _) => ++calls == 0 ? Pieces() : Fail(Enum.Parse<ModelFailure>(failure), TimeSpan.Zero));
        await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model));
        Assert.Equal(times, calls);
    }

    [Fact]
    public async Task A_long_wait_that_the_service_asks_for_is_not_waited_for()
    {
        var calls = 0;
        using var model = Guard((_, _) => ++calls == 0 ? Pieces() : Fail(ModelFailure.TooManyRequests, TimeSpan.FromMinutes(1)));
        await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task What_broke_off_after_its_first_piece_is_not_made_again()
    {
        var calls = 0;
        using var model = Guard((_, _) => ++calls == 0 ? Pieces() : Fail(ModelFailure.Unavailable, null, "Talks"));
        await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone_for_a_while()
    {
        var calls = 0;
        using var model = Guard((_, _) => ++calls == 0 ? Pieces() : Fail(ModelFailure.WrongKey, null));
        for (var i = 0; i < 20; i++)
            await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model));
        Assert.InRange(calls, 5, 10);
        Assert.Equal(ModelFailure.Paused, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model))).Failure);
    }

    [Fact]
    public async Task Replies_that_break_off_count_against_the_model()
    {
        var calls = 0;
        using var model = Guard((_, _) => ++calls == 0 ? Pieces() : Fail(ModelFailure.Unavailable, null, "Talks"));
        for (var i = 0; i < 20; i++)
            await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model));
        Assert.InRange(calls, 3, 10);
    }

    [Fact]
    public async Task Pieces_without_text_are_no_reply()
    {
        using var model = Guard((_, _) => Pieces(new ModelPiece(""), new ModelPiece("", new ModelUsage(10, 0))));
        Assert.Equal(ModelFailure.Unavailable, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model))).Failure);
    }

    [Fact]
    public async Task A_try_that_only_thought_is_counted_too()
    {
        var calls = 0;
        using var model = Guard((_, _) => ++calls == 1
            ? Pieces(new ModelPiece("", new ModelUsage(100, 50)))
            : Pieces(new ModelPiece("Talks."), new ModelPiece("", new ModelUsage(100, 20))));
        await ReadAsync(model);
        Assert.Equal(new ModelUsage(200, 70), (await model.ReadAsync(Stop)).Usage);
    }

    [Fact]
    public async Task Where_the_service_does_not_count_thoughts_cost_what_they_are_long()
    {
        using var model = Guard((_, _) => Pieces(new ModelPiece("", ThoughtLength: 400), new ModelPiece("Talks…..")));
        await ReadAsync(model);
        Assert.Equal(new ModelUsage(0, 102), (await model.ReadAsync(Stop)).Usage);
    }

    [Fact]
    public async Task More_replies_at_once_than_allowed_are_not_begun()
    {
        var release = new TaskCompletionSource();
        using var model = Guard((_, token) => Wait(release.Task, token), options => options.Concurrency = 1);
#pragma warning disable CA2025 // Awaited below, before the model is let go of.
        var first = ReadAsync(model);
#pragma warning restore CA2025
        Assert.Equal(ModelFailure.Paused, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(model))).Failure);
        release.SetResult();
        await first;
        await ReadAsync(model);
    }

    private GuardedModel Guard(Func<PromptCall, CancellationToken, IAsyncEnumerable<ModelPiece>> script, Action<LlmOptions>? change = null)
    {
        var options = new LlmOptions { Model = "m" };
        change?.Invoke(options);
        return new GuardedModel(new ScriptedModel(script), usage, counts, Options.Create(options), TimeProvider.System, NullLogger<GuardedModel>.Instance);
    }

    private static async Task ReadAsync(GuardedModel model, PromptCall? call = null)
    {
        await foreach (var _ in model.StreamAsync(call ?? Call, Stop))
        {
        }
    }

    private static async IAsyncEnumerable<ModelPiece> Pieces(params ModelPiece[] pieces)
    {
        await Task.Yield();
        foreach (var piece in pieces)
            yield return piece;
    }

    private static async IAsyncEnumerable<ModelPiece> Fail(ModelFailure failure, TimeSpan? retryAfter, string? first = null)
    {
        await Task.Yield();
        if (first is not null)
            yield return new ModelPiece(first);
        throw new ModelException(failure, "It fails.", retryAfter);
    }

    private static async IAsyncEnumerable<ModelPiece> Wait(Task until, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await until.WaitAsync(cancellationToken);
        yield return new ModelPiece("Talks.");
    }

    private sealed class UsageInMemory : IModelUsageStore
    {
        private readonly Dictionary<(DateOnly, long), ModelUsage> rows = [];

        public DateOnly Day { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        public Task AddAsync(DateOnly day, long? personId, ModelUsage usage, CancellationToken cancellationToken)
        {
            rows[(day, 0)] = rows.GetValueOrDefault((day, 0)) + usage;
            rows[(day, personId ?? -1)] = rows.GetValueOrDefault((day, personId ?? -1)) + usage;
            return Task.CompletedTask;
        }

        public Task<(ModelUsage Person, ModelUsage All)> ReadAsync(DateOnly day, long? personId, CancellationToken cancellationToken) =>
            Task.FromResult((rows.GetValueOrDefault((day, personId ?? -1)), rows.GetValueOrDefault((day, 0))));

        public Task PruneAsync(DateOnly before, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
