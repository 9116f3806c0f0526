using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Answers.Checking;

namespace NewsBot.Cli.Evaluation;

/// <summary>A sentence over passages of which a person said whether they state it.</summary>
/// <param name="Text">The sentence; a claim may have several.</param>
/// <param name="Passages">What it rests on; at least one.</param>
/// <param name="IsTrue">Whether the passages state it.</param>
/// <param name="Set">The group that it is counted in; empty when the file names none.</param>
/// <param name="Recorded">What a verifying model said of it before; null when the file does not tell.</param>
internal sealed record LabelledSentence(string Text, IReadOnlyList<GatePassage> Passages, bool IsTrue, string Set, bool? Recorded)
{
    private const string Joint = " || ";
    private const string Separator = " · ";

    /// <summary>
    /// Reads a file of a JSON object a line: sentence (or claim, summary), passage (or document, doc, evidence, references), true (or label, attribution_label), set (or
    /// src_dataset), blind_verdict.
    /// </summary>
    /// <returns>At least one.</returns>
    /// <exception cref="QuestionFileException">A line is none, or there is none at all; names the file and the line.</exception>
    public static async Task<IReadOnlyList<LabelledSentence>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new QuestionFileException($"{path}: there is no such file, or it may not be read.");
        var sentences = new List<LabelledSentence>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                sentences.Add(Parse(path, number, line));
        }

        return sentences.Count > 0 ? sentences : throw new QuestionFileException($"{path}: the file holds no sentence.");
    }

    private static LabelledSentence Parse(string path, int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var text = TextOf(root, "sentence", "claim", "summary");
            var passage = TextOf(root, "passage", "document", "doc", "evidence", "references");
            var isTrue = TruthOf(root, "true", "label", "attribution_label");
            if (text is null || passage is null || isTrue is null)
                throw new QuestionFileException($"{path}:{number}: a sentence has the fields 'sentence', 'passage' and 'true'.");
            return new LabelledSentence(text, [.. passage.Split(Joint).Select(Headed)], isTrue.Value, TextOf(root, "set", "src_dataset") ?? "", TruthOf(root, "blind_verdict"));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new QuestionFileException($"{path}:{number}: this is no JSON object of a sentence.", failure);
        }
    }

    /// <summary>A passage headed 'title · outlet · 2022-07-11: '; without that head it is text alone.</summary>
    private static GatePassage Headed(string passage)
    {
        for (var at = passage.IndexOf(Separator, StringComparison.Ordinal); at >= 0; at = passage.IndexOf(Separator, at + 1, StringComparison.Ordinal))
        {
            // The date stands behind the last separator of the head, and the text behind its colon.
            var colon = passage.IndexOf(": ", at, StringComparison.Ordinal);
            if (colon < 0)
                break;
            var date = passage.AsSpan(at + Separator.Length, colon - at - Separator.Length);
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                continue;
            var head = passage[..at];
            var outlet = head.LastIndexOf(Separator, StringComparison.Ordinal);
            return new GatePassage(passage[(colon + 2)..], outlet < 0 ? head : head[..outlet], outlet < 0 ? null : head[(outlet + Separator.Length)..], day);
        }

        return new GatePassage(passage);
    }

    /// <summary>A text, or several of a list as paragraphs.</summary>
    private static string? TextOf(JsonElement root, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!root.TryGetProperty(name, out var value))
                continue;
            if (value.ValueKind == JsonValueKind.String)
                return value.GetString();
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
                return string.Join("\n\n", value.EnumerateArray().Select(part => part.GetString()));
        }

        return null;
    }

    /// <summary>True and false as JSON has them, 1 and 0, or the words of the public sets.</summary>
    private static bool? TruthOf(JsonElement root, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!root.TryGetProperty(name, out var value))
                continue;
            return value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => value.GetDouble() > 0.5,
                JsonValueKind.String => value.GetString()!.ToLowerInvariant() switch
                {
                    "true" or "supported" or "attributable" or "yes" or "1" => true,
                    "false" or "not_supported" or "not supported" or "partially_supported" or "not attributable" or "no" or "0" => false,
                    _ => null,
                },
                _ => null,
            };
        }

        return null;
    }
}
