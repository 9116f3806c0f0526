using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Glosses;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Answering;

/// <summary>Puts a Ukrainian or Russian question into English without a language model: words by a table, names as the archive writes them.</summary>
internal sealed class QuestionGlosser(TermForms forms, ArchiveIndex index)
{
    /// <summary>The most words of one question that are looked for among the archive's names.</summary>
    private const int MaxNames = 6;

    /// <summary>A word in small letters is a name, or the archive's word, only when it sounds nearly the same and is as long as this.</summary>
    private const double NearestOfSmall = 0.25;
    private const int LeastOfSmall = 5;

    /// <summary>Glosses a question.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="until">Names of articles that were published later are not known; null for no bound.</param>
    /// <returns>Null when the question is not in Cyrillic letters, is all unknown, or becomes too long.</returns>
    public async Task<GlossedQuestion?> GlossAsync(string text, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (QuestionGloss.Of(text) is not { } gloss)
            return null;
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<WordCorrection> written = [];
        var isWhole = true;
        var isAnyFound = false;
        string? missing = null;
        foreach (var typed in gloss.Unknown)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = names.Count < MaxNames ? await FindAsync(index.Current, typed, until, cancellationToken) : null;
            isWhole &= found is not null;
            isAnyFound |= found is not null;
            missing ??= found is null && gloss.IsName(typed) ? typed : null;
            // Letters that stand for no sound, or that no table has, stay as they were typed.
            names[typed] = found ?? (QuestionGloss.Romanise(typed) is { Length: > 0 } latin ? latin : typed);
            written.Add(new WordCorrection(typed, names[typed]));
        }

        var english = gloss.Write(names);
        return !(gloss.HasSubject || isAnyFound) || english.Length is 0 or > QuestionAnalyzer.MaxLength ? null : new GlossedQuestion(english, written, isWhole, missing);
    }

    /// <summary>The archive's word that sounds nearest; names begin with a capital there.</summary>
    private async Task<string?> FindAsync(PassageIndex passages, string typed, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var sounds = NameSound.FormsOf(typed);
        var isName = char.IsUpper(typed[0]);
        (string Text, double Distance)? best = null;
        foreach (var term in NameTerms.Near(passages, typed))
        {
            foreach (var form in await forms.ReadAsync(passages, term, until, cancellationToken))
            {
                var distance = NameSound.Distance(sounds, form);
                if (distance < (best?.Distance ?? NameSound.Far) && (isName ? char.IsUpper(form[0]) : distance <= NearestOfSmall && typed.Length >= LeastOfSmall))
                    best = (form, distance);
            }
        }

        return best?.Text;
    }
}

/// <summary>A question in English.</summary>
/// <param name="Text">The question.</param>
/// <param name="Names">The words that no table has: as they were typed, and what stands in their place.</param>
/// <param name="IsWhole">Whether every word is known.</param>
/// <param name="Missing">A name, as it was typed, that no name of the archive sounds like; null when there is none.</param>
internal sealed record GlossedQuestion(string Text, IReadOnlyList<WordCorrection> Names, bool IsWhole, string? Missing);
