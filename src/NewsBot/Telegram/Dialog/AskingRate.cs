using Microsoft.Extensions.Options;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Dialog;

/// <summary>How fast people ask and send commands: a window over the last minute for each.</summary>
/// <remarks>Safe for concurrent use. Kept in memory; a restart forgives. An update that is handled again, or looked at in two places, counts once.</remarks>
internal sealed class AskingRate(IOptions<TelegramOptions> options)
{
    private const int ManyPeople = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly int limit = options.Value.Limits.QuestionsPerMinute;
    private readonly Lock gate = new();
    private readonly Dictionary<(long Id, bool IsInline), Person> people = [];

    /// <summary>Notes that a person asks; what is typed in inline mode, where every pause asks, counts apart.</summary>
    public Permission Ask(long personId, long updateId, DateTimeOffset at, bool isInline = false)
    {
        if (limit == 0)
            return Permission.Granted;
        lock (gate)
        {
            if (!people.TryGetValue((personId, isInline), out var person))
            {
                if (people.Count >= ManyPeople)
                    Forget(at);
                people.Add((personId, isInline), person = new Person());
            }

            if (person.LastUpdate == updateId)
                return person.LastPermission;
            while (person.Asked.TryPeek(out var first) && at - first >= Window)
                person.Asked.Dequeue();
            var isGranted = person.Asked.Count < limit;
            if (isGranted)
                person.Asked.Enqueue(at);
            person.LastUpdate = updateId;
            person.LastPermission = isGranted ? Permission.Granted : person.WasTold ? Permission.Refused : Permission.RefusedFirst;
            person.WasTold = !isGranted;
            return person.LastPermission;
        }
    }

    private void Forget(DateTimeOffset at)
    {
        foreach (var (id, _) in people.Where(person => person.Value.Asked.All(asked => at - asked >= Window)).ToList())
            people.Remove(id);
    }

    private sealed class Person
    {
        public Queue<DateTimeOffset> Asked { get; } = [];

        public bool WasTold { get; set; }

        public long? LastUpdate { get; set; }

        public Permission LastPermission { get; set; }
    }
}

/// <summary>Whether a person may ask now.</summary>
internal enum Permission
{
    /// <summary>The question is answered.</summary>
    Granted,

    /// <summary>Too fast; the person is told.</summary>
    RefusedFirst,

    /// <summary>Too fast still; the person was told.</summary>
    Refused,
}
