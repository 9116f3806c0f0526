namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>How a call goes wrong.</summary>
internal sealed record FakeBotApiFault
{
    /// <summary>Whether the call takes effect all the same.</summary>
    public bool Acts { get; private init; }

    /// <summary>Whether the connection is cut in place of a reply.</summary>
    public bool Cuts { get; private init; }

    /// <summary>The reply's HTTP status.</summary>
    public int Status { get; private init; }

    /// <summary>The reply's body; null to reply as ever.</summary>
    public string? Body { get; private init; }

    /// <summary>The reply's Retry-After header, in seconds.</summary>
    public int? RetryAfterHeader { get; init; }

    /// <summary>What the call waits for before anything else.</summary>
    public Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>The connection breaks before the call takes effect.</summary>
    public static FakeBotApiFault CutBefore { get; } = new() { Cuts = true };

    /// <summary>The call takes effect, and the connection breaks before the reply.</summary>
    public static FakeBotApiFault CutAfter { get; } = new() { Cuts = true, Acts = true };

    /// <summary>A proxy's error page.</summary>
    public static FakeBotApiFault BadGateway { get; } = Reply(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");

    /// <summary>429 with the wait that the Bot API tells.</summary>
    public static FakeBotApiFault TooManyRequests(int seconds) => Refusal(429, $"Too Many Requests: retry after {seconds}", $$"""{"retry_after":{{seconds}}}""");

    /// <summary>An error in the Bot API's form.</summary>
    public static FakeBotApiFault Refusal(int code, string description, string? parameters = null, int? status = null) => Reply(
        status ?? code,
        $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"{{(parameters is null ? "" : ",\"parameters\":" + parameters)}}}""");

    /// <summary>Any reply.</summary>
    public static FakeBotApiFault Reply(int status, string body) => new() { Status = status, Body = body };

    /// <summary>The call waits, then goes on as ever.</summary>
    public static FakeBotApiFault Slow(Task until) => new() { Until = until, Acts = true };
}
