using System.Numerics;

namespace NewsBot.Core.Duplicates;

/// <summary>Finds among the last texts those that a new one is a copy of; one thread at a time.</summary>
/// <remarks>
/// Locality-sensitive hashing: texts that agree in both minima of one of 64 bands are compared, which finds a resemblance of 0.2 in 93% and one of
/// 0.3 in 99.8% of the cases (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4). Each band chains the texts with one key,
/// newest first, through a ring, so that the oldest drop out by themselves.
/// </remarks>
public sealed class DuplicateIndex
{
    /// <summary>How many texts are held unless told otherwise: two weeks of 4,500 a day, in some 60 MB.</summary>
    public const int DefaultCapacity = 1 << 16;

    private const int Bands = TextSignature.Size / 2;
    private const int FirstCapacity = 16;

    // The bound on the work for one text: where thousands agree in a band, the latest speak for all.
    private const int MostSteps = 64;

    private readonly int capacity;
    private (ReportedText Text, long Group)[] held = [];
    private int[] compared = [];
    private int[] heads = [];
    private int[] before = [];
    private int count;
    private int question;

    /// <summary>Makes an empty index.</summary>
    /// <param name="capacity">The most texts held, above 0; rounded up to a power of two, 2 at least.</param>
    public DuplicateIndex(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        this.capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 2));
        Resize(Math.Min(FirstCapacity, this.capacity));
    }

    /// <summary>How many texts are held.</summary>
    public int Count => Math.Min(count, held.Length);

    /// <summary>The group of the text that this one resembles most, of those that it is a copy of or that are copies of it; null when there are none.</summary>
    public long? Find(ReportedText text)
    {
        question++;
        long? group = null;
        var most = 0.0;
        var oldest = Math.Max(0, count - held.Length);
        for (var band = 0; band < Bands; band++)
        {
            var key = Key(text.Signature, band);
            var number = heads[Head(band, key)];
            for (var step = 0; step < MostSteps && number > oldest; step++)
            {
                var place = number & (held.Length - 1);
                if (compared[place] != question && Key(held[place].Text.Signature, band) == key)
                {
                    compared[place] = question;
                    if (text.CopyOf(held[place].Text) is { } likeness && likeness.Resemblance > most)
                        (group, most) = (held[place].Group, likeness.Resemblance);
                }

                number = before[Before(band, number)];
            }
        }

        return group;
    }

    /// <summary>Takes a text in; where there is no room, the one that came first drops out.</summary>
    public void Add(ReportedText text, long group)
    {
        if (count == held.Length && count < capacity)
            Resize(count * 2);
        // Numbers start at 1: 0 ends a chain.
        var number = ++count;
        held[number & (held.Length - 1)] = (text, group);
        for (var band = 0; band < Bands; band++)
        {
            ref var head = ref heads[Head(band, Key(text.Signature, band))];
            before[Before(band, number)] = head;
            head = number;
        }
    }

    private void Resize(int size)
    {
        var all = Enumerable.Range(1, count).Select(number => held[number & (held.Length - 1)]).ToArray();
        (held, compared, heads, before) = (new (ReportedText, long)[size], new int[size], new int[size * Bands], new int[size * Bands]);
        (count, question) = (0, 0);
        foreach (var (text, group) in all)
            Add(text, group);
    }

    private int Head(int band, uint key) => (band * held.Length) + (int)((key * 0x9E3779B1) >> (32 - BitOperations.Log2((uint)held.Length)));

    private int Before(int band, int number) => (band * held.Length) + (number & (held.Length - 1));

    private static uint Key(TextSignature signature, int band) => ((uint)signature.Minima[2 * band] << 16) | signature.Minima[(2 * band) + 1];
}
