using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>Units of measure by the words that name them.</summary>
internal static class MeasureUnits
{
    private static readonly FrozenDictionary<string, (QuantityKind Kind, string Unit, double Factor)>.AlternateLookup<ReadOnlySpan<char>> Units =
        Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind, singular unit and factor of a unit's name or symbol.</summary>
    public static bool TryFind(ReadOnlySpan<char> word, out (QuantityKind Kind, string Unit, double Factor) unit) => Units.TryGetValue(word, out unit);

    /// <summary>The ISO 4217 code of a currency sign; null when it is none.</summary>
    public static string? OfSign(char sign) => sign switch
    {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        '₽' => "RUB",
        '₴' => "UAH",
        '₩' => "KRW",
        '₪' => "ILS",
        '₺' => "TRY",
        '₦' => "NGN",
        '₱' => "PHP",
        '₫' => "VND",
        _ => null,
    };

    /// <summary>The ISO 4217 code of a word before or behind an amount; null when it is none.</summary>
    public static string? OfCode(ReadOnlySpan<char> word) => word switch
    {
        "US" or "USD" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "A" or "AU" or "AUD" => "AUD",
        "C" or "CA" or "CAD" => "CAD",
        "NZ" or "NZD" => "NZD",
        "HK" or "HKD" => "HKD",
        "S" or "SGD" => "SGD",
        "CHF" => "CHF",
        "JPY" => "JPY",
        "CNY" or "RMB" => "CNY",
        "R" or "BRL" => "BRL",
        "Rs" or "INR" => "INR",
        "SEK" => "SEK",
        "NOK" => "NOK",
        _ => null,
    };

    private static Dictionary<string, (QuantityKind Kind, string Unit, double Factor)> Build()
    {
        var units = new Dictionary<string, (QuantityKind, string, double)>(StringComparer.OrdinalIgnoreCase);
        void Add(QuantityKind kind, string list)
        {
            foreach (var group in list.Split(' '))
            {
                var names = group.Split('|');
                foreach (var name in names)
                    units[name] = (kind, names[0], 1);
            }
        }

        Add(QuantityKind.Length,
            "mile|miles|mi km|kilometer|kilometers|kilometre|kilometres|kms foot|feet|ft inch|inches m|meter|meters|metre|metres "
            + "cm|centimeter|centimeters|centimetre|centimetres mm|millimeter|millimeters|millimetre|millimetres yard|yards|yd|yds "
            + "lightyear|lightyears");
        Add(QuantityKind.Area, "acre|acres hectare|hectares|ha sqft");
        Add(QuantityKind.Mass,
            "pound|pounds|lb|lbs kg|kilogram|kilograms|kilo|kilos g|gram|grams mg|milligram|milligrams ton|tons tonne|tonnes "
            + "ounce|ounces|oz stone carat|carats mcg|microgram|micrograms");
        Add(QuantityKind.Speed, "mph km/h|kph|kmh knot|knots mach");
        Add(QuantityKind.Energy,
            "MW|megawatt|megawatts GW|gigawatt|gigawatts kW|kilowatt|kilowatts kWh MWh GWh TWh watt|watts joule|joules megajoules "
            + "calorie|calories kcal horsepower|hp volt|volts kiloton|kilotons megaton|megatons");
        Add(QuantityKind.Other,
            "barrel|barrels|bpd gallon|gallons liter|liters|litre|litres ml|milliliter|milliliters|millilitres GB|gigabyte|gigabytes|gigs "
            + "TB|terabyte|terabytes MB|megabyte|megabytes hertz|Hz GHz MHz pint|pints cup|cups teaspoon|teaspoons tablespoon|tablespoons "
            + "decibel|decibels bushel|bushels megapixel|megapixels");
        Add(QuantityKind.Duration,
            "second|seconds|sec|secs millisecond|milliseconds minute|minutes|min|mins hour|hours|hr|hrs day|days week|weeks "
            + "fortnight|fortnights weekend|weekends month|months year|years|yr|yrs decade|decades century|centuries millennium|millennia "
            + "night|nights semester|semesters");
        Add(QuantityKind.Money,
            "USD|dollar|dollars|bucks EUR|euro|euros JPY|yen CNY|yuan|renminbi INR|rupee|rupees RUB|ruble|rubles|rouble|roubles "
            + "MXN|peso|pesos CHF|franc|francs BRL|reais GBP|quid UAH|hryvnia|hryvnias ILS|shekel|shekels TRY|lira SAR|riyal|riyals "
            + "AED|dirham|dirhams KES|shillings SEK|krona|kronor NOK|krone|kroner NGN|naira ZAR|rand BTC|bitcoin|bitcoins");
        Add(QuantityKind.Percent, "percent|pct|percentage");
        Add(QuantityKind.Temperature, "degree|degrees kelvin fahrenheit celsius");
        units["cents"] = (QuantityKind.Money, "USD", 0.01);
        units["cent"] = (QuantityKind.Money, "USD", 0.01);
        units["pence"] = (QuantityKind.Money, "GBP", 0.01);
        return units;
    }
}
