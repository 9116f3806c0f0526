namespace NewsBot.Sources.Feeds;

/// <summary>What markup of a feed may hold: nothing that runs, loads a page or covers the reader's own.</summary>
internal static class HtmlAllowed
{
    /// <summary>Elements that stay; of the others the tags go and the text stays. None is here within which a browser reads tags as text.</summary>
    public static readonly HashSet<string> Elements = Set(
        """
        a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code col
        colgroup command data datagrid datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer
        form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd keygen label legend li m main map mark menu meter multicol nav
        nextid nobr ol optgroup option output p picture pre progress q rb rp rt rtc ruby s samp section select small
        sound source spacer span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var
        video wbr
        svg g path rect circle ellipse line polyline polygon text tspan defs desc marker lineargradient radialgradient stop
        math maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt
        mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
        """);

    /// <summary>Elements of which the text goes too: it is no text for a reader.</summary>
    public static readonly HashSet<string> Silent = Set("script style applet template head");

    /// <summary>Elements that hold nothing.</summary>
    public static readonly HashSet<string> Void = Set("area base br col command embed frame hr img input keygen link meta param source spacer track wbr");

    /// <summary>Attributes that are addresses.</summary>
    public static readonly HashSet<string> Addresses = Set("action background cite classid codebase data dynsrc formaction href longdesc lowsrc poster profile src usemap");

    /// <summary>Attributes that stay; beside them 'data-' and 'aria-', which mean nothing by themselves.</summary>
    public static readonly HashSet<string> Attributes = Set(
        """
        abbr accept accept-charset accesskey action align allowfullscreen alt autocomplete autofocus autoplay axis background balance
        bgcolor bgproperties border bordercolor bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch challenge
        char charoff charset checked choff cite class clear color cols colspan compact contenteditable controls coords crossorigin
        data datetime decoding default delay dir dirname disabled download draggable dynsrc enctype end face fetchpriority for form
        frame galleryimg gutter headers height hidden hidefocus high href hreflang hspace icon id imagesizes inputmode intrinsicsize
        ismap itemid itemprop itemref itemscope itemtype keytype kind label lang leftspacing list loading longdesc loop loopcount
        loopend loopstart low lowsrc max maxlength media method min multiple muted name nohref noshade nowrap open optimum pattern
        placeholder playcount playsinline point-size poster pqg preload prompt property radiogroup readonly referrerpolicy rel repeat-max
        repeat-min replace required resource rev reversed rightspacing role rows rowspan rules scope selected shape size sizes slot span spellcheck src
        srclang srcset start step style summary suppress tabindex target template title toppadding translate trbidi type typeof unselectable urn
        usemap valign value variable vocab volume vrml vspace width wrap xml:lang
        xmlns viewbox version d x y x1 x2 y1 y2 cx cy r rx ry dx dy points fill fill-opacity fill-rule stroke stroke-dasharray
        stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width transform offset stop-color stop-opacity
        opacity preserveaspectratio text-anchor font-family font-size font-style font-weight gradientunits
        actiontype columnalign columnlines columnspacing columnspan depth display displaystyle equalcolumns equalrows fence
        fontstyle fontweight frame linethickness lspace mathbackground mathcolor mathvariant maxsize minsize rowalign rowlines
        rowspacing rspace scriptlevel selection separator separators stretchy
        """);

    /// <summary>Properties of styles that stay; beside them those that begin with <see cref="PropertyFamilies"/>.</summary>
    public static readonly HashSet<string> Properties = Set(
        """
        azimuth border-collapse box-sizing clear color column-count column-gap cursor direction display elevation float font height
        letter-spacing line-height list-style list-style-type max-height max-width min-height min-width mso-bidi-font-size opacity orphans
        page-break-after page-break-before page-break-inside pause pause-after pause-before pitch pitch-range richness
        speak speak-header speak-numeral speak-punctuation speech-rate stress table-layout text-align text-decoration text-indent
        text-transform text-shadow unicode-bidi vertical-align voice-family volume white-space widows width word-break word-spacing word-wrap
        overflow-wrap hyphens tab-size caption-side empty-cells object-fit quotes
        fill fill-opacity fill-rule stroke stroke-linecap stroke-linejoin stroke-opacity stroke-width
        """);

    /// <summary>Beginnings of properties that only paint.</summary>
    public static readonly string[] PropertyFamilies = ["background", "border", "margin", "padding", "font-", "text-", "outline", "overflow", "flex", "justify-", "align-"];

    private static HashSet<string> Set(string words) =>
        new(words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
}
