namespace NewsBot.Models;

/// <summary>Why a language model gave no reply, or only a part of one.</summary>
internal enum ModelFailure
{
    /// <summary>The key is missing, wrong or may not use the model (401, 403).</summary>
    WrongKey,

    /// <summary>The service does not know the model (404).</summary>
    WrongModel,

    /// <summary>Nothing answers at the address, or something else than a language model does.</summary>
    WrongAddress,

    /// <summary>The request itself was refused (400, 413, 422).</summary>
    Rejected,

    /// <summary>Too many requests for the account (429).</summary>
    TooManyRequests,

    /// <summary>The service failed or broke off (5xx, a reset, an end in mid-stream).</summary>
    Unavailable,

    /// <summary>It called functions to the last round that it is given, and wrote no end.</summary>
    CallsWithoutEnd,

    /// <summary>It thought to the limit of tokens, and wrote nothing.</summary>
    OnlyThought,

    /// <summary>As many requests as one question may have are made.</summary>
    RequestsSpent,

    /// <summary>The reply took longer than allowed.</summary>
    TimedOut,

    /// <summary>The person's or the bot's tokens of the day are spent.</summary>
    BudgetSpent,

    /// <summary>Too many replies are being written at once, or the model failed too often just now and is left alone for a while.</summary>
    Paused,

    /// <summary>The prompt's file is missing or cannot be read.</summary>
    BadPrompt,
}
