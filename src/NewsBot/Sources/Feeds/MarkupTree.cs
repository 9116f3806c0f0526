namespace NewsBot.Sources.Feeds;

/// <summary>Builds elements out of a feed's text, item by item: an item is handed out when it ends, and not kept.</summary>
/// <remarks>
/// A tag that ends nothing is passed over; one that ends an outer element ends those within it; a second item within an
/// item ends the first. Elements deeper than <see cref="MaxDepth"/>, or more than <see cref="MaxNodes"/> at a time, lose
/// their tags and keep their text.
/// </remarks>
/// <param name="text">The feed's text.</param>
/// <param name="address">The base of its addresses; null when unknown.</param>
/// <param name="onItem">Takes an item, complete; false to stop.</param>
internal sealed class MarkupTree(string text, string? address, Func<MarkupNode, bool> onItem)
{
    private const int MaxDepth = 100;
    private const int MaxNodes = 200_000;
    private const int MaxScopes = 200;

    // Children of an item or a channel: where one of these begins, the title or text before it has ended.
    private static readonly HashSet<string> Structural = new(StringComparer.Ordinal)
    {
        "title", "link", "description", "pubdate", "guid", "author", "category", "comments", "summary", "content", "id", "updated", "published", "enclosure",
    };

    private readonly MarkupTokenizer tokens = new(text);
    private readonly MarkupEntities entities = new();
    private readonly List<MarkupNode> open = [];
    private readonly List<(string Prefix, FeedNamespace? Namespace, int Depth)> scopes = [];
    private FeedNamespace? rootNamespaceOfPrefix;
    private string rootPrefix = "";
    private int dropped;
    private int nodes;
    private bool stopped;

    /// <summary>The feed's outermost element; null when the text has none.</summary>
    public MarkupNode? Root { get; private set; }

    /// <summary>The first tag's name when the text has no feed; null when it has no tag.</summary>
    public string? FirstName { get; private set; }

    /// <summary>Whether the text is a web page.</summary>
    public bool IsPage { get; private set; }

    /// <summary>Whether tags did not fit together, or the text ended before its elements did.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether elements were left out because there were too many, or too many within one another.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the text to its end, or until the taker of items has enough.</summary>
    public void Read()
    {
        while (!stopped && tokens.Read())
        {
            switch (tokens.Kind)
            {
                case MarkupKind.Doctype:
                    entities.Declare(tokens.Content);
                    break;
                case MarkupKind.Text or MarkupKind.Literal when open.Count > 0 && tokens.Content.Length > 0:
                    AddText();
                    break;
                case MarkupKind.StartTag:
                    Begin();
                    break;
                case MarkupKind.EndTag:
                    End();
                    break;
            }
        }

        IsBroken |= tokens.IsCutOff || (!stopped && open.Count > 0);
        while (!stopped && open.Count > 0)
            Close(isForced: open.Count > 1);
    }

    private static bool IsItem(MarkupNode node) => node.IsOwn && node.Name is "item" or "entry";

    private static bool IsRoot(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant() is "rss" or "rdf" or "feed" or "channel";

    private void AddText()
    {
        // Line breaks between items.
        if (open.Count <= 2 && tokens.Content.IsWhiteSpace())
            return;
        if (nodes >= MaxNodes)
            return;
        nodes++;
        open[^1].Children.Add(tokens.Kind == MarkupKind.Literal
            ? new MarkupNode { Text = tokens.Content.ToString(), IsLiteral = true }
            : new MarkupNode { Text = entities.Resolve(tokens.Content) });
    }

    private void Begin()
    {
        // Before and after a feed lie warnings of the program that made it.
        if (open.Count == 0 && (Root is not null || !IsRoot(tokens.Name)))
        {
            IsPage |= Root is null && (tokens.Name.Equals("html", StringComparison.OrdinalIgnoreCase)
                || (FirstName is null && tokens.Name.ToLowerInvariant() is "head" or "body"));
            FirstName ??= tokens.Name;
            stopped = IsPage;
            return;
        }

        if ((open.Count >= MaxDepth || nodes >= MaxNodes) && !EndOverfullItem())
        {
            IsCut = true;
            if (!tokens.IsEmptyElement)
                dropped++;
            return;
        }

        if (stopped)
            return;
        nodes++;
        var parent = open.Count > 0 ? open[^1] : null;
        Declare();
        var node = Create(parent);
        if (IsItem(node) && open.FindLastIndex(IsItem) is var outer and >= 0 && !open.Exists(static item => item.Name is "source"))
        {
            IsBroken = true;
            while (open.Count > outer)
                Close(isForced: open.Count > outer + 1);
            if (stopped)
                return;
            parent = open.Count > 0 ? open[^1] : null;
            node = Create(parent);
        }

        Root ??= node;
        parent?.Children.Add(node);
        open.Add(node);
        if (tokens.IsEmptyElement)
            Close(isForced: false);
    }

    /// <summary>Ends an item that is too deep or too long where the next one begins, and forgets what was left out of it.</summary>
    /// <returns>False when no item begins, or when there is still no room.</returns>
    private bool EndOverfullItem()
    {
        var outer = open.FindLastIndex(IsItem);
        if (outer < 0 || !open[outer].RawName.Equals(tokens.Name, StringComparison.OrdinalIgnoreCase) || open.Exists(static node => node.Name is "source"))
            return false;
        IsBroken = IsCut = true;
        dropped = 0;
        while (!stopped && open.Count > outer)
            Close(isForced: open.Count > outer + 1);
        return open.Count < MaxDepth && nodes < MaxNodes;
    }

    private MarkupNode Create(MarkupNode? parent)
    {
        var name = tokens.Name;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : name[..colon];
        var attributes = new List<RawAttribute>(tokens.Attributes.Count);
        var @base = parent is null ? address : parent.Base;
        var language = parent?.Language;
        foreach (var raw in tokens.Attributes)
        {
            var attribute = raw with { Value = entities.Resolve(raw.Value) };
            attributes.Add(attribute);
            if (attribute.Name.Equals("xml:base", StringComparison.OrdinalIgnoreCase) || (attribute.Name.Equals("base", StringComparison.OrdinalIgnoreCase) && open.Count < 2))
                @base = FeedUri.Rebase(@base, attribute.Value);
            else if (attribute.Name.Equals("xml:lang", StringComparison.OrdinalIgnoreCase))
                language = attribute.Value.Trim();
        }

        return new MarkupNode
        {
            Name = name[(colon + 1)..].ToLowerInvariant(),
            RawName = name,
            Namespace = NamespaceOf(prefix, name),
            Attributes = attributes,
            Base = @base,
            Language = language,
            Parent = parent,
        };
    }

    private void Declare()
    {
        foreach (var attribute in tokens.Attributes)
        {
            if (!attribute.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || scopes.Count >= MaxScopes)
                continue;
            if (attribute.Name.Length == 5)
                scopes.Add(("", FeedNamespaces.Of(attribute.Value), open.Count));
            else if (attribute.Name[5] == ':')
                scopes.Add((attribute.Name[6..], FeedNamespaces.Of(attribute.Value), open.Count));
        }
    }

    private FeedNamespace NamespaceOf(string prefix, string name)
    {
        var index = scopes.FindLastIndex(scope => scope.Prefix == prefix);
        var declared = index < 0 ? null : scopes[index].Namespace;
        if (Root is null)
        {
            rootPrefix = prefix;
            // A feed in a vocabulary of its own is read as the format that its outermost element names.
            rootNamespaceOfPrefix = declared is null or FeedNamespace.Core
                ? name.EndsWith("feed", StringComparison.OrdinalIgnoreCase) ? FeedNamespace.Atom : FeedNamespace.Core
                : declared;
        }

        if (declared is { } known && !(prefix == rootPrefix && known == FeedNamespace.Core))
            return known;
        if (prefix == rootPrefix || prefix.Length == 0)
            return rootNamespaceOfPrefix is FeedNamespace.Rdf && prefix.Length == 0 ? FeedNamespace.Core : rootNamespaceOfPrefix!.Value;
        return FeedNamespaces.OfPrefix(prefix);
    }

    private void End()
    {
        var name = tokens.Name;
        if (dropped > 0)
        {
            dropped--;
            return;
        }

        var at = open.FindLastIndex(node => node.RawName.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            IsBroken = true;
            return;
        }

        IsBroken |= at < open.Count - 1;
        while (!stopped && open.Count > at)
            Close(isForced: open.Count > at + 1);
    }

    private void Close(bool isForced)
    {
        var node = open[^1];
        open.RemoveAt(open.Count - 1);
        while (scopes.Count > 0 && scopes[^1].Depth >= open.Count)
            scopes.RemoveAt(scopes.Count - 1);
        if (isForced)
            GiveBack(node);
        if (!IsItem(node) || node.Parent is null || open.Exists(IsItem))
            return;
        node.Parent.Children.RemoveAt(node.Parent.Children.LastIndexOf(node));
        nodes = Math.Max(0, nodes - Size(node));
        stopped = !onItem(node);
    }

    /// <summary>Gives back to the parent those of its children that an element without an end tag swallowed.</summary>
    private static void GiveBack(MarkupNode node)
    {
        if (node.Parent is not { } parent || !node.IsOwn || !Structural.Contains(node.Name) || node.Name is "author" or "content")
            return;
        var first = node.Children.FindIndex(child => child.IsElement && child.Namespace == node.Namespace && Structural.Contains(child.Name));
        if (first < 0)
            return;
        parent.Children.AddRange(node.Children.Skip(first));
        node.Children.RemoveRange(first, node.Children.Count - first);
    }

    private static int Size(MarkupNode node)
    {
        var size = 0;
        var waiting = new Stack<MarkupNode>([node]);
        while (waiting.TryPop(out var next))
        {
            size++;
            next.Children.ForEach(waiting.Push);
        }

        return size;
    }
}
