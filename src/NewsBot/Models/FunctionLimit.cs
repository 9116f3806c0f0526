using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>Ends a reply that goes on calling functions: one prompt gets three rounds of calls, so four requests at most.</summary>
internal sealed class FunctionLimit : IAutoFunctionInvocationFilter
{
    /// <summary>How many times a model may call functions and go on writing.</summary>
    public const int MaxRounds = 3;

    /// <summary>How many functions it may call in one round.</summary>
    public const int MaxCallsInRound = 4;

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        if (context.RequestSequenceIndex >= MaxRounds)
            context.Terminate = true;
        else if (context.FunctionSequenceIndex >= MaxCallsInRound)
            context.Result = new FunctionResult(context.Function, $"Only {MaxCallsInRound} calls are made at once.");
        else
            await next(context);
    }
}
