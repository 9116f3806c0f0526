namespace NewsBot.Sources.Fetching;

/// <summary>Why nothing was fetched.</summary>
internal enum WebFailure
{
    /// <summary>The address is not an http or https address.</summary>
    NotHttp,

    /// <summary>The address, or one that it leads to, is private or reserved, or its port is not one of the web.</summary>
    RefusedAddress,

    /// <summary>The site's robots.txt does not want the page fetched by a machine, or cannot be asked.</summary>
    RobotsDisallowed,

    /// <summary>The host's name is not known.</summary>
    NameNotFound,

    /// <summary>No connection came about, or it broke.</summary>
    ConnectionFailed,

    /// <summary>The server could not prove who it is, or no encryption was agreed on.</summary>
    TlsFailed,

    /// <summary>The reply was not complete in time.</summary>
    Timeout,

    /// <summary>404, and any other status that means that there is nothing to be had this way.</summary>
    NotFound,

    /// <summary>410: it is gone for good.</summary>
    Gone,

    /// <summary>401, 402, 403, 407 or 451: not for everybody.</summary>
    Forbidden,

    /// <summary>429: asked too often.</summary>
    TooManyRequests,

    /// <summary>A status of 500 and above.</summary>
    ServerError,

    /// <summary>More redirects than are followed.</summary>
    TooManyRedirects,

    /// <summary>A redirect that leads nowhere, or in a circle.</summary>
    BadRedirect,

    /// <summary>The body is larger than is taken.</summary>
    TooLarge,

    /// <summary>The body is packed in a way that is not known, or is damaged.</summary>
    BadEncoding,

    /// <summary>The reply is not HTTP, or makes no sense.</summary>
    Malformed,
}
