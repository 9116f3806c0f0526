namespace NewsBot.Core.Duplicates;

/// <summary>Finds, among the last texts, the text that a new one copies; for one thread at a time.</summary>
/// <remarks>
/// Locality-sensitive hashing: texts that agree in both minima of one of 64 bands are compared, which finds a resemblance of 0.2 in 93% and one of
/// 0.3 in 99.8% of the cases (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4). Each band chains the texts with one key,
/// newest first, through a ring, so that the oldest drop out by themselves. A link of a chain is the place in the ring, so that it takes two bytes: where the text that it meant
/// has dropped out, a newer one has its place, and the chain ends there.
/// </remarks>
public sealed class DuplicateIndex
{
    /// <summary>How many texts an index holds by default: two weeks of 4,600 a day, in some 45 MB.</summary>
    public const int DefaultCapacity = ushort.MaxValue;

    private const int Bands = TextSignature.Size / 2;
    private const int FirstCapacity = 16;

    // The bound on the work for one text: where thousands agree in a band, only the latest are compared.
    private const int MostSteps = 64;

    private readonly int capacity;
    private (ReportedText Text, long Group)[] held = [];
    private int[] compared = [];

    // A place and 1; 0 ends a chain.
    private ushort[] heads = [];
    private ushort[] before = [];
    private int count;
    private int question;

    /// <summary>Makes an empty index.</summary>
    /// <param name="capacity">The most texts held, above 0 and at most <see cref="DefaultCapacity"/>.</param>
    public DuplicateIndex(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, DefaultCapacity);
        this.capacity = capacity;
        Resize(Math.Min(FirstCapacity, capacity));
    }

    /// <summary>How many texts the index holds.</summary>
    public int Count => Math.Min(count, held.Length);

    /// <summary>The group of the most similar text among those that it copies or that copy it; null when there are none.</summary>
    public long? Find(ReportedText text)
    {
        question++;
        long? group = null;
        var most = 0.0;
        for (var band = 0; band < Bands; band++)
        {
            var key = Key(text.Signature, band);
            var link = heads[Head(band, key)];
            var newer = count + 1;
            for (var step = 0; step < MostSteps && link != 0; step++)
            {
                var place = link - 1;
                var number = NumberAt(place);
                if (number >= newer)
                    break;
                newer = number;
                if (compared[place] != question && Key(held[place].Text.Signature, band) == key)
                {
                    compared[place] = question;
                    if (text.CopyOf(held[place].Text) is { } similarity && similarity.Resemblance > most)
                        (group, most) = (held[place].Group, similarity.Resemblance);
                }

                link = before[At(band, place)];
            }
        }

        return group;
    }

    /// <summary>Adds a text; when the index is full, the oldest one drops out.</summary>
    public void Add(ReportedText text, long group)
    {
        // By half: to double would leave up to half of many megabytes empty.
        if (count == held.Length && count < capacity)
            Resize(Math.Min(capacity, count + (count + 1) / 2));
        var place = PlaceOf(++count);
        held[place] = (text, group);
        for (var band = 0; band < Bands; band++)
        {
            ref var head = ref heads[Head(band, Key(text.Signature, band))];
            before[At(band, place)] = head;
            head = (ushort)(place + 1);
        }
    }

    private void Resize(int size)
    {
        var all = Enumerable.Range(1, count).Select(number => held[PlaceOf(number)]).ToArray();
        (held, compared, heads, before) = (new (ReportedText, long)[size], new int[size], new ushort[size * Bands], new ushort[size * Bands]);
        (count, question) = (0, 0);
        foreach (var (text, group) in all)
            Add(text, group);
    }

    /// <summary>Texts are numbered from 1 as they come in.</summary>
    private int PlaceOf(int number) => number % held.Length;

    /// <summary>The number of the text that has a place now.</summary>
    private int NumberAt(int place)
    {
        var behind = PlaceOf(count) - place;
        return count - (behind < 0 ? behind + held.Length : behind);
    }

    private int Head(int band, uint key) => At(band, (int)(((ulong)(key * 0x9E3779B1) * (ulong)held.Length) >> 32));

    private int At(int band, int place) => (band * held.Length) + place;

    private static uint Key(TextSignature signature, int band) => ((uint)signature.Minima[2 * band] << 16) | signature.Minima[(2 * band) + 1];
}
