namespace NewsBot.Telegram.Sending;

/// <summary>Whether messages reach the service: a few failures in a row say nothing, failures of some time do.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed partial class SendingHealth(TimeProvider time, ILogger<SendingHealth> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private long? failingSince;
    private string problem = "";
    private bool wasTold;

    /// <summary>Why nothing can be sent for some time; null while messages are sent.</summary>
    public string? Problem
    {
        get
        {
            lock (gate)
                return IsFailing ? problem : null;
        }
    }

    private bool IsFailing => failingSince is { } since && time.GetElapsedTime(since) >= Patience;

    /// <summary>Notes that a message did not reach the service, or that nobody knows whether it did.</summary>
    /// <param name="why">One sentence.</param>
    public void Fail(string why)
    {
        lock (gate)
        {
            failingSince ??= time.GetTimestamp();
            problem = why;
            if (!IsFailing || wasTold)
                return;
            wasTold = true;
        }

        NotSent(logger, why);
    }

    /// <summary>Notes that the service took or refused a message.</summary>
    public void Succeed()
    {
        lock (gate)
        {
            failingSince = null;
            if (!wasTold)
                return;
            wasTold = false;
        }

        Again(logger);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No messages can be sent for now, trying again: {Problem}")]
    private static partial void NotSent(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Messages are sent again.")]
    private static partial void Again(ILogger logger);
}
