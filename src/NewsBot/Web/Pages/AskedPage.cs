using NewsBot.Answering;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>What the page to ask on shows.</summary>
internal sealed record AskedPage
{
    /// <summary>What stands in the field: the question that was asked, or one that waits to be asked.</summary>
    public string Question { get; init; } = "";

    /// <summary>The answer; null when nothing was asked.</summary>
    public Reply? Reply { get; init; }

    /// <summary>The id of the answer, from which the next question goes on.</summary>
    public string? Id { get; init; }

    /// <summary>What was asked before in the conversation, newest first.</summary>
    public IReadOnlyList<WebTurn> Before { get; init; } = [];

    /// <summary>Whether one of the latest stories is of the last day, so that the page of the day has something.</summary>
    public bool HasLastDay { get; init; }

    /// <summary>What has to be told beside it, such as that the conversation is not kept any more; null for nothing.</summary>
    public string? Notice { get; init; }
}
