namespace NewsBot.Core.Text;

/// <summary>The verbs that say a number was another one before: 'rose from 12 to 15', 'was lowered from 19 to 6'.</summary>
internal static class ChangeVerbs
{
    /// <summary>Their stems, for a pattern that takes any ending behind them.</summary>
    public const string Stems = "lower|cut|reduc|revis|rais|increas|chang|correct|ris|rose|climb|fell|fall|dropp|jump|grew|grow|declin|went|gone|updat";
}
