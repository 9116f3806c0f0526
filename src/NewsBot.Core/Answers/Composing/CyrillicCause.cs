using System.Numerics;
using System.Text.RegularExpressions;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Finds what a Ukrainian or Russian sentence gives as the cause of something.</summary>
internal static partial class CyrillicCause
{
    /// <summary>The clauses that follow a word for a cause, and what stands on either side of a verb of causing: the order of words does not tell which is the cause.</summary>
    public static IEnumerable<TextSpan> Find(SentenceReading sentence) => !CharacterClasses.HasCyrillic(sentence.Text) ? [] :
        new[] { Because(), CauseIs(), Caused() }.SelectMany(pattern => pattern.Matches(sentence.Text))
            .SelectMany(match => match.Groups["cause"].Captures)
            .Select(capture => SpanOf(sentence, capture));

    /// <summary>The cause that a sentence gives of what is asked about; null when it gives none, or its passage holds less than half of the question's words.</summary>
    public static TextSpan? Answering(Question question, SentenceCandidate candidate)
    {
        var reading = candidate.Reading;
        if (Unknown().IsMatch(reading.Text) || candidate.Matched == 0 || BitOperations.PopCount(candidate.MatchedNearby) * 2 < question.Terms.Count)
            return null;
        foreach (var capture in new[] { Because(), CauseIs() }.SelectMany(pattern => pattern.Matches(reading.Text)).SelectMany(match => match.Groups["cause"].Captures))
        {
            // 'Унаслідок вибуху на заводі загинули двоє' gives what is asked about as the cause of something else.
            if (HoldsEvent(question, reading, SpanOf(reading, capture)) || BeginsWithEvent(question, reading, SpanOf(reading, capture)))
                continue;

            // 'Вогонь не поширився, бо …' is no cause of the fire.
            if (!Negation().IsMatch(reading.Text[..capture.Index]) || Negation().IsMatch(question.Text))
                return SpanOf(reading, capture);
        }

        if (Caused().Match(reading.Text) is not { Success: true } caused)
            return null;
        var sides = caused.Groups["cause"].Captures.Select(capture => SpanOf(reading, capture)).ToList();
        var asked = sides.ConvertAll(side => HasAsked(question, reading, side));
        return asked[0] == asked[1] ? null : sides[asked[0] ? 1 : 0];
    }

    /// <summary>Whether a sentence says that a cause is not known.</summary>
    public static bool SaysUnknown(string sentence) => Unknown().IsMatch(sentence);

    private static TextSpan SpanOf(SentenceReading reading, Capture capture) =>
        reading.InBody(new TextSpan(capture.Index, capture.Index + capture.Length));

    private static bool HoldsEvent(Question question, SentenceReading reading, TextSpan side)
    {
        var held = reading.Terms.Where(word => side.Contains(new TextSpan(word.Start, word.End))).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return question.Terms.Count(term => held.Contains(term.Text)) * 2 > question.Terms.Count;
    }

    /// <summary>'Унаслідок пожежі загинули троє' tells no cause of the fire.</summary>
    private static bool BeginsWithEvent(Question question, SentenceReading reading, TextSpan cause) =>
        reading.Terms.Find(word => word.Start >= cause.Start) is { } first && first.Start == cause.Start && question.Terms.Any(term => !term.IsName && term.Text == first.Text);

    private static bool HasAsked(Question question, SentenceReading reading, TextSpan side) =>
        reading.Terms.Exists(word => side.Contains(new TextSpan(word.Start, word.End)) && question.Terms.Any(term => term.Text == word.Text));

    // 'Через годину' and 'через Дніпро' give no cause.
    [GeneratedRegex(
        @"(?<!\w)(?:через те,? що|через(?! (?:\d|годин|день|дні|тижд|місяц|рік|роки|пів|кілька|декілька|дві|два|три|хвилин|час\b|неділ|недел|минут|нескольк|год\b|сутк|доб|міст"
        + @"|мост"
        + @"|кордон|границ)|(?-i: \p{Lu}))|внаслідок|унаслідок|[ув] результаті|завдяки|з огляду на|у зв['’ʼ]язку з|тому,? що|оскільки|бо|щоб"
        + @"|из-за|вследствие|в результате|благодаря|по причине|в связи с|потому,? что|так как|поскольку|чтобы"
        + @"|(?:(?:спалахну|зайня|загор|вибухну|згор|обвали|впа|помер|загину|постражда|захвор|вспыхну|взорва|сгор|рухну|упа|умер|погиб|пострада|заболе)\w{0,6} (?:від|от))"
        + @"|(?:спричинен|викликан|зумовлен|спровокован|вызван|обусловлен|спровоцирован)\w{0,4})\s+(?<cause>[^;.]{3,160})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Because();

    [GeneratedRegex(
        @"(?<!\w)(?:причин|мотив)\w{0,4}(?: [^,.;—–]{2,80}?)? (?:стал[аио]?|став|є|був|була|було|назвал\w+|називають|называют|был[аио]?|—|–|-) (?<cause>[^;.]{3,160})"
        + @"|^(?<cause>[^,;.]{3,100}?) (?:стал[аио]?|став) причин\w+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CauseIs();

    [GeneratedRegex(
        @"^(?<cause>[^,;.]{3,100}?) (?:спричинил|спричинив|викликал|викликав|призвел|призвів|спровокува|вызвал|привел|привёл|спровоцировал)\w{0,2} (?:до "
        + @"|к )?(?<cause>[^;.]{3,100})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Caused();

    [GeneratedRegex(@"(?<!\w)(?:не|ні|ни|нічого|ничего)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Negation();

    [GeneratedRegex(
        @"(?<!\w)(?:причин\w* (?:\w+ ){0,4}?(?:невідом|не (?:відом|встановл|з['’ʼ]ясова|назива|назвал|известн|установл)|неизвестн|з['’ʼ]ясову|встановлю|выясня|устанавлива)"
        + @"|не через|не из-за)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unknown();
}
