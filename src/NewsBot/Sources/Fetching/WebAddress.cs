using System.Collections.Frozen;

namespace NewsBot.Sources.Fetching;

/// <summary>Decides which addresses may be asked for at all, before their names are looked up.</summary>
internal static class WebAddress
{
    /// <summary>Longest address taken, in UTF-16 units.</summary>
    public const int MaxChars = 8_000;

    // WHATWG Fetch, 'bad port': ports of other protocols, whose servers must not be made to read a request as commands.
    private static readonly FrozenSet<int> BadPorts = FrozenSet.ToFrozenSet(
    [
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117,
        119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636,
        989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    ]);

    /// <summary>The address as it is asked for: without the name and password that it may carry, and without its fragment.</summary>
    /// <param name="given">Any address.</param>
    /// <param name="address">The same, cleaned; meaningless when it is refused.</param>
    /// <returns>Null, or why it is refused.</returns>
    public static WebResult.Failed? Check(Uri given, out Uri address)
    {
        address = given;
        if (!given.IsAbsoluteUri || (given.Scheme != Uri.UriSchemeHttp && given.Scheme != Uri.UriSchemeHttps))
            return new WebResult.Failed(WebFailure.NotHttp, "Only http and https addresses are fetched.");
        if (given.OriginalString.Length > MaxChars)
            return new WebResult.Failed(WebFailure.RefusedAddress, $"The address is longer than {MaxChars:N0} characters.");
        if (BadPorts.Contains(given.Port))
            return new WebResult.Failed(WebFailure.RefusedAddress, $"The port {given.Port} belongs to another protocol and is not asked.");
        try
        {
            if (given.IdnHost.Length == 0)
                return new WebResult.Failed(WebFailure.RefusedAddress, "The address names no host.");
            if (given.UserInfo.Length > 0 || given.Fragment.Length > 0)
                address = new UriBuilder(given) { UserName = "", Password = "", Fragment = "" }.Uri;
            return null;
        }
        catch (UriFormatException)
        {
            return new WebResult.Failed(WebFailure.RefusedAddress, "The host's name has a form that no name has.");
        }
    }
}
