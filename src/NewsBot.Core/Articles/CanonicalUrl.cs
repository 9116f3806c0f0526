using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>The one spelling of an address under which an article is known.</summary>
/// <remarks>
/// For comparing only: a reader opens the address as it came in. An archive keeps the spelling of the version that stored an article;
/// if a later version spells it in another way, the article is still recognised by its id and its text.
/// </remarks>
public static class CanonicalUrl
{
    /// <summary>Longest address taken, in UTF-16 units, before and after it is canonicalised.</summary>
    public const int MaxChars = 2048;

    // Each pass shortens the address or leaves it alone; real addresses settle in two.
    private const int MaxPasses = 32;

    private const string Junk = "!,;:'\"<>.\\|*`“”‘’…";

    private static readonly string[] TrackingPrefixes =
    [
        "utm_", "mc_", "pk_", "at_", "guce_", "_hs", "amp_", "ns_", "fb_", "gaa_", "hsa_", "itm_", "mtm_", "matomo_", "oly_", "piwik_", "wt_", "_x_tr_",
        "utm-", "wt.", "ga_", "hmb_", "cm_mmc", "cm_ven", "cm_cat", "cm_pla", "cm_ite", "cm_me", "cm_cr", "asc_", "adjust_", "bsft_", "campaign_", "cx_", "dpg_",
        "__cf_chl_", "__hs", "__io_", "_io_", "__readwise", "_sgm_", "vero_", "xpromo_",
        "elqtrack", "pd_rd_", "pf_rd_", "int_campaign", "int_medium", "int_source", "__cft__", "_branch_",
    ];

    private static readonly FrozenSet<string> Tracking = FrozenSet.ToFrozenSet(
        [
            "__source", "__twitter_impression", "_ga", "_openstat", "esid", "oborigurl", "recirc", "referringsource", "sc_src", "sfnsn", "sharetoken", "sref", "tpcc",
            "unlocked_article_code", "_gl", "amp", "bxid", "campaign_id", "ck_subscriber_id", "cmp", "cmpid", "cndid", "dclid",
            "dicbo", "emc", "epik", "esrc", "fbclid", "feedname", "feedtype", "fsrc", "ftag", "gad_campaignid", "gad_source", "gbraid", "gclid",
            "gclsrc", "guccounter", "hasha", "hashb", "hashc", "hss_channel", "icid", "igsh", "igshid", "iid", "intcid", "intcmp", "irclickid", "ito",
            "leadsource", "li_fat_id", "linkid", "maca", "mbid", "mibextid", "mkt_tok", "ml_subscriber", "msclkid", "ncid", "ocid", "partner",
            "rdt_cid", "ref_src", "ref_url", "referrer", "rnd", "rss", "rss_id", "s_cid", "s_kwcid", "sfmc_id", "share", "smid", "smtyp", "soc_src",
            "soc_trk", "spm", "sr_share", "srnd", "srsltid", "taid", "tblci", "traffic_source", "trk", "ttclid", "twclid", "usqp", "vero_id",
            "vgo_ee", "wbraid", "wpisrc", "xing_share", "xtor", "yclid",
            "__s", "__tn__", "_ke", "_kx", "awc", "cjdata", "cjevent", "clickid", "cmpgn", "cvid", "dm_i", "ef_id", "extid", "fromrss", "ga_source", "hc_location", "hc_ref",
            "hsctatracking", "instance_id", "mindbox-click-id", "mkwid", "omnisendcontactid", "paipv", "pcrid", "r_source", "rb_clickid", "regi_id", "sc_campaign", "sc_channel",
            "segment_id", "sharedfrom", "sms_ss", "spjobid", "spmailingid", "spreportid", "spuserid", "sscid", "taboola_campaign", "tracking_id", "tracking_source",
            "trackingid", "utm", "vmcid", "wickedid", "wprov", "xtref", "yadclid", "ymclid", "ysclid",
            "action_object_map", "action_ref_map", "action_type_map", "echobox", "email_hash", "m_i", "nr_email_referer", "os_ehash", "sc_cid", "share_source", "sharetype",
            "syclid", "taboola", "triedredirect", "zanpid",
            "_bhlid", "_clde", "_cldee", "_ptid", "adfrom", "admitad_uid", "aiad_clid", "asgtbndr", "ceid", "ebisadid", "emci", "emdi", "erid", "et_cid", "et_rid",
            "external_click_id", "famad_xuid", "gps_adid", "ir_adid", "ir_campaignid", "ir_partnerid", "irgwc", "itid", "mindbox-message-key", "mkcid", "mkevt", "mkrid",
            "nlid", "noamp", "nx_source", "ocampaign", "oprtrack", "pnespid", "rtkcid", "s_campaign", "tduid", "trkcampaign", "trkemail", "trkid", "trkinfo", "uclick",
            "uclickhash", "ueid",
            "vc_lpp", "wpsrc", "xnpe_cmpid", "ymid", "ftcamp", "wtmc", "wtrid", "wtzmc", "xtatc", "xtcr",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Names that track by a word ('pier-opens?ref=newsletter'). By a number they name the document ('story?ref=20413'), and where the path names none ('story?ref=north-pier').
    /// </summary>
    private static readonly FrozenSet<string> TrackingByWord = FrozenSet.ToFrozenSet(
        ["campaign", "chan", "cid", "feature", "fr", "mod", "ref", "rel", "sh", "si", "via"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Parameters that track, or ask for another edition of the document, by name and value together.</summary>
    private static readonly FrozenSet<string> TrackingPairs = FrozenSet.ToFrozenSet(
        [
            "output=amp", "outputtype=amp", "stream=top",
            .. from name in (string[])["from", "ref", "source", "src", "s"]
               from way in (string[])["app", "email", "facebook", "fb", "feed", "feedburner", "flipboard", "googlenews", "home", "homepage", "instagram", "linkedin", "newsletter",
                   "push", "reddit", "rss", "share", "social", "telegram", "tg", "tw", "twitter", "viber", "vk", "whatsapp"]
               select $"{name}={way}",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Parameters that say how an address was shared on hosts where no document is named so; elsewhere '?s=' is a search and '?t=' a topic.</summary>
    private static readonly Dictionary<string, string[]> TrackingByHost = new(StringComparer.Ordinal)
    {
        ["x.com"] = ["s", "t"],
        ["twitter.com"] = ["s", "t"],
        ["youtube.com"] = ["si", "feature", "pp", "ab_channel"],
        ["youtu.be"] = ["si", "feature"],
        ["linkedin.com"] = ["rcm", "source"],
        ["reddit.com"] = ["share_id", "rdt"],
        ["tiktok.com"] = ["_r", "_t", "is_from_webapp", "sender_device"],
        ["t.me"] = ["single"],
        ["substack.com"] = ["r"],
        ["medium.com"] = ["source", "sk", "gi"],
        ["instagram.com"] = ["img_index", "hl"],
        ["facebook.com"] = ["rdid", "share_url"],
        ["ft.com"] = ["desktop", "segmentid"],
    };

    private static readonly string[] IndexPages = ["/index.html", "/index.htm", "/index.php"];

    /// <summary>The canonical spelling: https, host without 'www.', no fragment, no tracking parameters, sorted query, no AMP or mobile edition.</summary>
    /// <returns>An ASCII string that is its own canonical spelling; null when this is no http(s) address or is too long.</returns>
    public static string? From(string url)
    {
        if (url.Length > MaxChars)
            return null;
        var current = url;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var next = OnePass(current);
            if (next is null || next.Length > MaxChars)
                return null;
            if (next == current)
                return next;
            current = next;
        }

        return current;
    }

    /// <summary>The address without the name and the password that may stand before its host; otherwise as it came in.</summary>
    public static string WithoutUser(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return url;
        var start = scheme + "://".Length;
        var length = url.AsSpan(start).IndexOfAny("/\\?#");
        var user = url.AsSpan(start, length < 0 ? url.Length - start : length).LastIndexOf('@');
        return user < 0 ? url : url.Remove(start, user + 1);
    }

    private static string? OnePass(string url)
    {
        var trimmed = TrimJunk(url.AsSpan().Trim().TrimStart("<(\"'“‘")).ToString();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return null;

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0)
            host = host[4..];
        if (host.Length == 0)
            return null;
        if (AmpAddress.FromCache(host, uri.AbsolutePath) is { } cached)
            return $"https://{cached}{uri.Query}";
        host = AmpAddress.Host(host);
        if (uri.HostNameType == UriHostNameType.IPv6)
            host = $"[{host.Trim('[', ']')}]";

        var address = new StringBuilder("https://").Append(host);
        if (uri.Port is not (80 or 443))
            address.Append(':').Append(uri.Port.ToString(CultureInfo.InvariantCulture));
        var path = AmpAddress.Path(Path(uri));
        address.Append(path);
        var query = Query(uri, NamesDocument(path), TrackingOf(host));
        if (query.Length > 0)
            address.Append('?').Append(query);
        return address.ToString();
    }

    private static ReadOnlySpan<char> TrimJunk(ReadOnlySpan<char> url)
    {
        while (url.Length > 0)
        {
            var last = url[^1];
            // A closing bracket belongs to the address when it closes one inside it ('/Foo_(bar)').
            var unopened = last == ')' ? !url.Contains('(') : last == ']' && !url.Contains('[');
            if (!unopened && !Junk.Contains(last, StringComparison.Ordinal) && !char.IsWhiteSpace(last))
                break;
            url = url[..^1];
        }

        return url;
    }

    private static string Path(Uri uri)
    {
        var path = PercentEncode(uri.AbsolutePath);
        while (true)
        {
            var index = Array.Find(IndexPages, page => path.EndsWith(page, StringComparison.OrdinalIgnoreCase));
            if (index is not null)
                path = path[..^index.Length];
            else if (path.EndsWith('/'))
                path = path[..^1];
            else
                return path;
        }
    }

    private static string Query(Uri uri, bool pathNamesDocument, string[] ofHost)
    {
        if (uri.Query.Length < 2)
            return "";
        var kept = new List<string>();
        foreach (var part in uri.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            // Addresses copied out of HTML carry '&amp;'.
            var parameter = part.StartsWith("amp;", StringComparison.Ordinal) ? part[4..] : part;
            var name = parameter.Split('=', 2)[0];
            if (name.Length > 0 && !IsTracking(parameter, name, pathNamesDocument) && !ofHost.Contains(name, StringComparer.OrdinalIgnoreCase))
                kept.Add(PercentEncode(parameter));
        }

        kept.Sort(StringComparer.Ordinal);
        return string.Join('&', kept);
    }

    /// <summary>The names that track on a host or the site above it: 'author.substack.com'.</summary>
    private static string[] TrackingOf(string host)
    {
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is var dot and >= 0 ? dot + 1 : -1)
        {
            if (TrackingByHost.TryGetValue(host[at..], out var names))
                return names;
        }

        return [];
    }

    private static bool IsTracking(string parameter, string name, bool pathNamesDocument) => Tracking.Contains(name) || TrackingPairs.Contains(parameter)
        || Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || (pathNamesDocument && TrackingByWord.Contains(name) && !IsNumber(parameter.AsSpan(Math.Min(parameter.Length, name.Length + 1))));

    /// <summary>Whether the last part of a path looks like one document's: 'pier-opens', '20413', 'pool.html'; not 'story' or 'read.php'.</summary>
    private static bool NamesDocument(string path)
    {
        var last = path.AsSpan(path.LastIndexOf('/') + 1);
        return last.ContainsAny('-', '_') || last.ContainsAnyInRange('0', '9') || last.EndsWith(".html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNumber(ReadOnlySpan<char> value) => value.Length > 0 && !value.ContainsAnyExceptInRange('0', '9');

    /// <summary>Upper-case escapes, unreserved characters bare, everything outside ASCII escaped (RFC 3986, section 6.2.2).</summary>
    public static string PercentEncode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var encoded = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var escaped = value == '%' && i + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (escaped)
            {
                value = (byte)((FromHex(bytes[i + 1]) << 4) | FromHex(bytes[i + 2]));
                i += 2;
            }

            var bare = escaped ? IsUnreserved(value) : value is > 0x20 and < 0x7F && value != '%';
            if (bare)
                encoded.Append((char)value);
            else
                encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    private static int FromHex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static bool IsUnreserved(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
