using System.Text.Json;

namespace NewsBot.Core.Answers.Composing;

/// <summary>The trained weights of the extractive composer: linear, one number a feature, readable in the file.</summary>
/// <remarks><c>newsbot train</c> makes it; the shipped weights were trained on news-quiz questions of 2022 to 2024.</remarks>
public sealed record AnswerModel
{
    private const string FirstSentenceKey = "firstSentence";

    private static readonly Lazy<AnswerModel> Shipped = new(() => ReadShipped("weights.json"));
    private static readonly Lazy<AnswerModel> ShippedWithReader = new(() => ReadShipped("reader-weights.json"));

    /// <summary>The weights that come with the assembly, for words alone.</summary>
    public static AnswerModel Default => Shipped.Value;

    /// <summary>The weights that come with the assembly, for a composer with a reader.</summary>
    public static AnswerModel WithReader => ShippedWithReader.Value;

    /// <summary>By <see cref="SentenceFeature"/>: log-odds that a sentence holds the answer, against the other candidates.</summary>
    public required IReadOnlyList<double> Sentence { get; init; }

    /// <summary>By <see cref="SupportFeature"/>: log-odds that the reply is right.</summary>
    public required IReadOnlyList<double> Support { get; init; }

    /// <summary>By <see cref="SentenceFeature"/>: what the features of the reply's first sentence add to these log-odds; zeros where nothing does.</summary>
    public required IReadOnlyList<double> FirstSentence { get; init; }

    /// <summary>By <see cref="ShortFeature"/>: log-odds of a short answer against the other candidates.</summary>
    public required IReadOnlyList<double> Short { get; init; }

    /// <summary>The probability of being right from which a reply is given, 0 to 1.</summary>
    public required double SupportThreshold { get; init; }

    /// <summary>From which probability on a reply is quoted as 'not sure', 0 to 1; at most <see cref="SupportThreshold"/>.</summary>
    public required double UnsureThreshold { get; init; }

    /// <summary>
    /// The same within a few articles that the question is about, 0 to 1. Everything there is on the subject and shares its words, so it takes more.
    /// </summary>
    public required double ScopedSupportThreshold { get; init; }

    /// <summary>The share of the candidates' probability from which a short answer is shown, 0 to 1.</summary>
    public required double ShortThreshold { get; init; }

    /// <summary>Whether the weights were fitted with a reader, and mean nothing without one.</summary>
    public bool IsForReader => Sentence.Skip((int)SentenceFeature.Relevance).Concat(FirstSentence).Any(weight => weight != 0);

    /// <summary>Reads weights from JSON: per model an object of feature names to numbers, and the three thresholds.</summary>
    /// <exception cref="FormatException">Not such JSON; says what is missing.</exception>
    public static AnswerModel Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new AnswerModel
            {
                Sentence = Read<SentenceFeature>(root, "sentence", (int)SentenceFeature.Count),
                Support = Read<SupportFeature>(root, "support", (int)SupportFeature.Count),
                FirstSentence = root.TryGetProperty(FirstSentenceKey, out _)
                    ? Read<SentenceFeature>(root, FirstSentenceKey, (int)SentenceFeature.Count)
                    : new double[(int)SentenceFeature.Count],
                Short = Read<ShortFeature>(root, "short", (int)ShortFeature.Count),
                SupportThreshold = root.GetProperty("supportThreshold").GetDouble(),
                UnsureThreshold = root.GetProperty("unsureThreshold").GetDouble(),
                ScopedSupportThreshold = root.GetProperty("scopedSupportThreshold").GetDouble(),
                ShortThreshold = root.GetProperty("shortThreshold").GetDouble(),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"These are no weights of the composer: {exception.Message}", exception);
        }
    }

    /// <summary>The JSON that <see cref="Parse"/> reads.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            Write<SentenceFeature>(writer, "sentence", Sentence);
            Write<SupportFeature>(writer, "support", Support);
            Write<SentenceFeature>(writer, FirstSentenceKey, FirstSentence);
            Write<ShortFeature>(writer, "short", Short);
            writer.WriteNumber("supportThreshold", Math.Round(SupportThreshold, 4));
            writer.WriteNumber("unsureThreshold", Math.Round(UnsureThreshold, 4));
            writer.WriteNumber("scopedSupportThreshold", Math.Round(ScopedSupportThreshold, 4));
            writer.WriteNumber("shortThreshold", Math.Round(ShortThreshold, 4));
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The probability that a reply is right, 0 to 1.</summary>
    /// <param name="support">By <see cref="SupportFeature"/>.</param>
    /// <param name="first">By <see cref="SentenceFeature"/>: the features of its first sentence.</param>
    internal double Probability(double[] support, double[] first) => 1 / (1 + Math.Exp(-Dot(Support, support) - Dot(FirstSentence, first)));

    internal static double Dot(IReadOnlyList<double> weights, double[] features)
    {
        double sum = 0;
        for (var i = 0; i < features.Length; i++)
            sum += weights[i] * features[i];
        return sum;
    }

    private static AnswerModel ReadShipped(string file)
    {
        using var stream = typeof(AnswerModel).Assembly.GetManifestResourceStream($"NewsBot.Core.Answers.{file}")
            ?? throw new InvalidOperationException("The assembly lacks its weights.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private static double[] Read<TFeature>(JsonElement root, string name, int count)
        where TFeature : struct, Enum
    {
        var weights = new double[count];
        foreach (var property in root.GetProperty(name).EnumerateObject())
        {
            if (!Enum.TryParse<TFeature>(property.Name, out var feature) || Convert.ToInt32(feature) >= count)
                throw new FormatException($"'{name}' has no feature '{property.Name}'.");
            weights[Convert.ToInt32(feature)] = property.Value.GetDouble();
        }

        return weights;
    }

    private static void Write<TFeature>(Utf8JsonWriter writer, string name, IReadOnlyList<double> weights)
        where TFeature : struct, Enum
    {
        writer.WriteStartObject(name);
        for (var i = 0; i < weights.Count; i++)
            writer.WriteNumber(Enum.GetName(typeof(TFeature), i)!, Math.Round(weights[i], 4));
        writer.WriteEndObject();
    }
}
