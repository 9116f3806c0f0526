using NewsBot.Core.Retrieval;

namespace NewsBot.Answering;

/// <summary>Puts a question that was corrected back into the words of the person who asked it.</summary>
internal static class OwnWords
{
    private const string Marks = ".,;:!?…\"'“”‘’«»()[]";

    /// <summary>The question as it was understood, with each corrected word as it was typed: it may be a name that the archive does not have yet.</summary>
    /// <param name="understood">In the light of the conversation, and corrected.</param>
    /// <param name="typed">As the person wrote it.</param>
    public static string Of(string understood, string typed)
    {
        string[] words = [.. understood.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        var known = words.Select(Bare).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] own = [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(word => word.Length > 0)];
        var changed = own.Where(word => !known.Contains(word)).ToList();
        for (var i = 0; i < words.Length && changed.Count > 0; i++)
        {
            var word = Bare(words[i]);
            if (word.Length > 0 && !own.Contains(word, StringComparer.OrdinalIgnoreCase) && changed.Find(other => IsNear(word, other)) is { } meant)
                words[i] = words[i].Replace(word, meant, StringComparison.Ordinal);
        }

        return string.Join(' ', words);
    }

    private static string Bare(string word) => word.Trim(Marks.ToCharArray());

    private static bool IsNear(string word, string typed) =>
        TermSpelling.MostEdits(typed) is var most && TermSpelling.Edits(word.ToLowerInvariant(), typed.ToLowerInvariant(), most) <= most;
}
