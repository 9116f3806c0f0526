using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace NewsBot.Hosting;

/// <summary>The numbers that a setting takes. Another one is refused with a sentence that names the key.</summary>
/// <remarks>It stands in the place of <see cref="RangeAttribute"/>, whose sentence names the property and not the key.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingRangeAttribute : ValidationAttribute
{
    /// <summary>Numbers from one to another, both included.</summary>
    public SettingRangeAttribute(double least, double most) => (Least, Most) = (least, most);

    /// <summary>Numbers from one on.</summary>
    public SettingRangeAttribute(double least)
        : this(least, double.PositiveInfinity)
    {
    }

    /// <summary>Whether <see cref="Least"/> itself is refused.</summary>
    public bool IsAbove { get; set; }

    /// <summary>The least number.</summary>
    public double Least { get; }

    /// <summary>The largest number; infinity for no limit.</summary>
    public double Most { get; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var number = Convert.ToDouble(value);
        if (number <= Most && (IsAbove ? number > Least : number >= Least))
            return ValidationResult.Success;
        var section = validationContext.ObjectType.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue();
        var range = $"{(IsAbove ? "above" : "from")} {Least}{(double.IsFinite(Most) ? $" to {Most}" : " on")}";
        return new ValidationResult($"{section}:{validationContext.MemberName} is {value}; it takes a number {range}.");
    }
}
