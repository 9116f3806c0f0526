using System.Buffers.Text;
using System.Security.Cryptography;
using NewsBot.Answering;
using NewsBot.Core.Questions;

namespace NewsBot.Web.Access;

/// <summary>A question that somebody asked on a page or through the API, and its answer.</summary>
/// <param name="Question">As it was typed.</param>
/// <param name="Turn">What the next question can go on from.</param>
/// <param name="After">The id of the question that it went on from; null when it stood alone.</param>
internal sealed record WebTurn(string Question, Turn Turn, string? After);

/// <summary>The last questions of the pages and of the API, so that another one can go on from them; kept in memory, for a while.</summary>
/// <remarks>A turn never changes: to ask from an earlier one again begins a branch, and a page that is loaded again gives the same answer. Safe for concurrent use.</remarks>
internal sealed class WebConversations(TimeProvider time)
{
    /// <summary>The most earlier questions that a question may go on from.</summary>
    public const int Length = 5;

    private const int IdBytes = 12;
    private const int Most = 2_000;

    private static readonly TimeSpan Age = TimeSpan.FromHours(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, WebTurn> turns = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> order = new();

    /// <summary>Keeps a question and its answer.</summary>
    /// <returns>The id under which another question can go on from it; nobody can guess it.</returns>
    public string Keep(string question, Reply reply, string? after)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        var now = time.GetUtcNow();
        lock (gate)
        {
            while (order.TryPeek(out var oldest) && (order.Count >= Most || now - oldest.At > Age))
                turns.Remove(order.Dequeue().Id);
            turns[id] = new WebTurn(question, reply.ToTurn(), after);
            order.Enqueue((id, now));
        }

        return id;
    }

    /// <summary>The question with this id and those before it, newest first; empty when it is not kept any more.</summary>
    public IReadOnlyList<WebTurn> Before(string? id)
    {
        var found = new List<WebTurn>();
        lock (gate)
        {
            while (id is not null && found.Count < Length && turns.TryGetValue(id, out var turn))
            {
                found.Add(turn);
                id = turn.After;
            }
        }

        return found;
    }
}
