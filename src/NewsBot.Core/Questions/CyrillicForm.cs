using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Tells the Ukrainian and Russian questions that ask for a cause: 'чому', 'внаслідок чого', 'из-за чего'. The other question words narrow nothing here.</summary>
internal static partial class CyrillicForm
{
    // A conjunction may go before: 'А чому', 'І навіщо'.
    private const string Begin = @"^[^\p{L}]*(?:(?:а|і|й|та|але|и|но|же) )?";

    /// <summary>The type; null for every other question.</summary>
    /// <param name="clause">The sentence that asks.</param>
    public static QuestionType? Of(string clause)
    {
        if (!CharacterClasses.HasCyrillic(clause))
            return null;
        return Why().IsMatch(clause) ? new QuestionType(AnswerKind.Reason, null, GazetteerKind.None, null, null) : null;
    }

    [GeneratedRegex(
        Begin + @"(?:чому|навіщо|нащо|чого це|(?:через|від|з|із|внаслідок|унаслідок|в результаті|у результаті) чого|через (?:що|яку причину)|(?:з|із) якої причини"
        + @"|(?:що|хто|який|яка|яке) (?:саме )?(?:спричинил|викликал|призвел|призвів|спровокува|змусил|стал\w? причин|послужил\w? причин)\w*|(?:яка|які|якою) (?:\w+ )?(?:причин"
        + @"|мотив)\w*"
        + @"|(?:в|у) чому (?:\w+ )?причин\w+"
        + @"|почему|зачем|отчего|(?:из-за|от|с|вследствие|в результате) чего|по какой причине"
        + @"|(?:что|кто|какой|какая|какое) (?:именно )?(?:вызвал|привел|спровоцир|заставил|послужил\w* причин|стал\w* причин)\w*"
        + @"|(?:какова|каковы|какая|какие|какой) (?:\w+ )?(?:причин|мотив)\w*|в ч[её]м (?:\w+ )?причин\w+)(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Why();
}
