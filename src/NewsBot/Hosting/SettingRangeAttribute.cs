using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace NewsBot.Hosting;

/// <summary>The numbers that a setting takes. Another one is refused with a sentence that names the key.</summary>
/// <remarks>It stands in the place of <see cref="RangeAttribute"/>, whose sentence names the property and not the key.</remarks>
/// <param name="least">The least number.</param>
/// <param name="most">The largest number; infinity for no limit.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingRangeAttribute(double least, double most = double.PositiveInfinity) : ValidationAttribute
{
    /// <summary>Whether <see cref="Least"/> itself is refused.</summary>
    public bool IsAbove { get; set; }

    /// <summary>The least number.</summary>
    public double Least => least;

    /// <summary>The largest number; infinity for no limit.</summary>
    public double Most => most;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var number = Convert.ToDouble(value);
        if (number <= most && (IsAbove ? number > least : number >= least))
            return ValidationResult.Success;
        var section = validationContext.ObjectType.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue();
        var range = $"{(IsAbove ? "above" : "from")} {least}{(double.IsFinite(most) ? $" to {most}" : " on")}";
        return new ValidationResult($"{section}:{validationContext.MemberName} is {value}; it takes a number {range}.");
    }
}
