using System.Net.Sockets;
using System.Security.Authentication;

namespace NewsBot.Sources.Fetching;

/// <summary>Turns what went wrong into one sentence.</summary>
internal static class WebFaults
{
    /// <summary>The reply took too long.</summary>
    public static WebResult.Failed TimedOut { get; } = new(WebFailure.Timeout, "The server did not answer in time.");

    /// <summary>The body passes the bound.</summary>
    public static WebResult.Failed TooLarge(int maxBytes) =>
        new(WebFailure.TooLarge, maxBytes < 1_000_000 ? $"It is larger than {maxBytes:N0} bytes." : $"It is larger than {maxBytes / 1e6:0.#} MB.");

    /// <summary>The failure that an exception of the client means.</summary>
    public static WebResult.Failed Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException:
                    return new WebResult.Failed(WebFailure.RefusedAddress, "The host has a private or reserved address, which is not asked.");
                case InvalidDataException:
                    return new WebResult.Failed(WebFailure.BadEncoding, "The body is packed in a way that is not known, or is damaged.");
                case AuthenticationException:
                    return new WebResult.Failed(WebFailure.TlsFailed, "The server could not prove by its certificate that it is the host.");
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery }:
                    return new WebResult.Failed(WebFailure.NameNotFound, "The host's name is not known.");
                case SocketException { SocketErrorCode: SocketError.TimedOut }:
                    return TimedOut;
            }
        }

        if (failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
            return new WebResult.Failed(WebFailure.TlsFailed, "No encryption was agreed on with the server.");
        return failure is HttpRequestException
        {
            HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.HttpProtocolError,
        }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
            ? new WebResult.Failed(WebFailure.Malformed, "The server's reply is no HTTP that can be read.")
            : new WebResult.Failed(WebFailure.ConnectionFailed, "There was no connection to the server, or it broke.");
    }

    /// <summary>The failure that a status without a body means.</summary>
    public static WebResult.Failed Of(int status)
    {
        var (failure, sentence) = status switch
        {
            304 => (WebFailure.Malformed, "The server says that nothing has changed, though nothing is known of it yet (304)."),
            401 or 402 or 403 or 407 or 451 => (WebFailure.Forbidden, $"The server does not give it to everybody ({status})."),
            408 or 421 or 425 => (WebFailure.ServerError, $"The server has a problem ({status})."),
            410 => (WebFailure.Gone, "The server says that it is gone for good (410)."),
            429 => (WebFailure.TooManyRequests, "The server says that it is asked too often (429)."),
            >= 400 and < 500 => (WebFailure.NotFound, $"The server says that there is nothing ({status})."),
            >= 500 => (WebFailure.ServerError, $"The server has a problem ({status})."),
            _ => (WebFailure.Malformed, $"The server's reply makes no sense ({status})."),
        };
        return new WebResult.Failed(failure, sentence) { StatusCode = status };
    }
}
