using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Digests;
using NewsBot.Core.Questions;
using NewsBot.Json;
using NewsBot.Summaries;
using NewsBot.Web.Access;

namespace NewsBot.Web.Api;

/// <summary>What programs and agents ask of the archive: the same four things by HTTP and by MCP.</summary>
/// <remarks>What they send is bounded here; <see cref="QueryException"/> says in a sentence what is wrong.</remarks>
internal sealed class ArchiveQueries(
    IQuestionAnswerer answerer, ArchiveSearcher searcher, IDigestMaker digests, IArticleStore store, WebConversations conversations, ReaderLinks links,
    TimeProvider time)
{
    private const int MostHits = 100;
    private const int MostHours = 24 * 31;
    private const int MostStories = 20;
    private const int MostWords = 20;

    /// <summary>Answers a question.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="asOf">What 'now' is; null or empty for now.</param>
    /// <param name="after">The id of the answer that it goes on from; null or empty for a question that stands alone.</param>
    public async Task<AnswerJson> AskAsync(string? question, string? asOf, string? after, CancellationToken cancellationToken)
    {
        var text = TextOf(question, "question");
        var before = conversations.Before(after);
        if (!string.IsNullOrEmpty(after) && before.Count == 0)
            throw new QueryException("There is no answer with this id any more. Ask without 'after'.");
        var reply = await answerer.AnswerAsync(AskedQuestion.On(text, InstantOf(asOf)) with { Before = [.. before.Select(turn => turn.Turn)] }, cancellationToken);
        var answer = AnswerJson.From(text, reply);
        return answer with { Citations = Link(answer.Citations, reply.Answer.Citations), Id = conversations.Keep(text, reply, before.Count > 0 ? after : null) };
    }

    /// <summary>The articles nearest to a query, each with its best passage.</summary>
    public async Task<IReadOnlyList<HitJson>> SearchAsync(string? query, int? count, string? asOf, CancellationToken cancellationToken)
    {
        var text = TextOf(query, "query");
        var most = NumberOf(count, 10, MostHits, "number of articles");
        var then = InstantOf(asOf);
        var (_, hits) = await searcher.SearchAsync(text, then, then is { } day ? Question.EndOfDay(day) : null, most, cancellationToken);
        return [.. hits.Select(hit => HitJson.From(hit) with { Link = links.Open(new Citation(1, hit.Revision, hit.Passage)) })];
    }

    /// <summary>The digest of the hours before an instant.</summary>
    public async Task<DigestJson> DigestAsync(
        int? hours, string? asOf, IReadOnlyList<string>? topics, IReadOnlyList<string>? mutes, int? stories, CancellationToken cancellationToken)
    {
        var to = InstantOf(asOf) ?? time.GetUtcNow();
        var request = new DigestRequest(to.AddHours(-NumberOf(hours, 24, MostHours, "number of hours")), to)
        {
            Topics = WordsOf(topics),
            Mutes = WordsOf(mutes),
            MaxStories = NumberOf(stories, 5, MostStories, "number of stories"),
        };
        var digest = await digests.MakeAsync(request, cancellationToken);
        var told = DigestJson.Of(digest);
        return told with { Citations = Link(told.Citations, digest.Citations) };
    }

    /// <summary>An article as it is now; null when there is none with this id.</summary>
    public async Task<ArchivedArticleJson?> ReadAsync(string articleId, CancellationToken cancellationToken) =>
        await store.FindAsync(articleId, cancellationToken) is { } revision ? ArchivedArticleJson.From(revision) : null;

    /// <summary>Each source with the address that opens its passage: in the reader, where its article has none.</summary>
    private IReadOnlyList<AnswerJson.Source> Link(IReadOnlyList<AnswerJson.Source> sources, IReadOnlyList<Citation> citations) =>
        [.. sources.Select(source => source with { Link = links.Open(citations.First(citation => citation.Number == source.Number)) })];

    private static string TextOf(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new QueryException($"The {name} is empty.");
        return text.Length <= QuestionAnalyzer.MaxLength
            ? text.Trim()
            : throw new QueryException($"The {name} has {text.Length:N0} characters; at most {QuestionAnalyzer.MaxLength:N0} are read.");
    }

    private static DateTimeOffset? InstantOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return AsOfText.TryRead(text, out var asOf) ? asOf : throw new QueryException($"'asOf' is no date; write it like {AsOfText.Example}.");
    }

    private static int NumberOf(int? number, int standard, int most, string name) =>
        number is null ? standard : number >= 1 && number <= most ? number.Value : throw new QueryException($"The {name} is from 1 to {most}.");

    private static List<string> WordsOf(IReadOnlyList<string>? words)
    {
        List<string> given = [.. (words ?? []).Where(word => !string.IsNullOrWhiteSpace(word))];
        return given.Count <= MostWords && given.TrueForAll(word => word.Length <= QuestionAnalyzer.MaxLength)
            ? given
            : throw new QueryException($"There may be {MostWords} topics and {MostWords} mutes, each of {QuestionAnalyzer.MaxLength} characters.");
    }
}

/// <summary>What was asked of the archive cannot be read; the message is a sentence for whoever asked.</summary>
internal sealed class QueryException(string message) : Exception(message);
