namespace NewsBot.Core.Text;

/// <summary>What a number in a text measures.</summary>
public enum QuantityKind
{
    /// <summary>How many of something.</summary>
    Count,

    /// <summary>An amount of money; the unit is an ISO 4217 code where one is known.</summary>
    Money,

    /// <summary>A share in per cent: '18%', 'a third' (33.3), 'one in five' (20).</summary>
    Percent,

    /// <summary>A length, a height or a distance.</summary>
    Length,

    /// <summary>An area.</summary>
    Area,

    /// <summary>A mass or a weight.</summary>
    Mass,

    /// <summary>A stretch of time.</summary>
    Duration,

    /// <summary>A temperature.</summary>
    Temperature,

    /// <summary>A speed.</summary>
    Speed,

    /// <summary>A place in an order: 'third', '21st', 'No. 1'.</summary>
    Ordinal,

    /// <summary>The score of a game or a vote: '4-1'. The value is its first number.</summary>
    Score,

    /// <summary>A person's age in years.</summary>
    Age,

    /// <summary>An amount of energy or power.</summary>
    Energy,

    /// <summary>A number of another kind: a volume, a magnitude, the number in a name ('Title 42').</summary>
    Other,
}
