namespace NewsBot.Sources.Feeds;

/// <summary>An element of a feed with what it holds, or a stretch of text.</summary>
internal sealed class MarkupNode
{
    /// <summary>Lower case, without prefix; empty for text.</summary>
    public string Name { get; init; } = "";

    /// <summary>As written, with prefix; empty for text.</summary>
    public string RawName { get; init; } = "";

    /// <summary>The vocabulary of its name.</summary>
    public FeedNamespace Namespace { get; init; }

    /// <summary>As written, references resolved in the values.</summary>
    public IReadOnlyList<RawAttribute> Attributes { get; init; } = [];

    /// <summary>The base of addresses in it; null when unknown.</summary>
    public string? Base { get; init; }

    /// <summary>The language of its text; null when the feed does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The element around it; null for the outermost.</summary>
    public MarkupNode? Parent { get; init; }

    /// <summary>A text's characters, references resolved; empty for an element.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether a text stood as CDATA, so that a tag in it is markup for the reader.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>In the order of the text.</summary>
    public List<MarkupNode> Children { get; } = [];

    public bool IsElement => Name.Length > 0;

    /// <summary>Whether an element lies in it.</summary>
    public bool HasElements => Children.Exists(static child => child.IsElement);

    public IEnumerable<MarkupNode> Elements => Children.Where(static child => child.IsElement);

    /// <summary>Its own text and that of what lies in it, not trimmed.</summary>
    public string AllText
    {
        get
        {
            if (Children.Count == 0)
                return Text;
            if (Children.Count == 1)
                return Children[0].AllText;
            return string.Concat(Children.Select(static child => child.AllText));
        }
    }

    /// <summary>The value of an attribute, by its name without prefix in any case, trimmed; null when it is missing or blank.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            var local = attribute.Name.AsSpan(attribute.Name.IndexOf(':', StringComparison.Ordinal) + 1);
            if (local.Equals(name, StringComparison.OrdinalIgnoreCase) && attribute.Value.Trim() is { Length: > 0 } value)
                return value;
        }

        return null;
    }

    /// <summary>The first element of this name in it; null when there is none.</summary>
    public MarkupNode? Child(string name) => Children.Find(child => child.Name == name);

    /// <summary>Whether it is an element of the feed's own vocabulary or of Atom's.</summary>
    public bool IsOwn => Namespace is FeedNamespace.Core or FeedNamespace.Atom;
}

/// <summary>An attribute as written.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Value">Without quotation marks, references not yet resolved; empty when there is none.</param>
internal readonly record struct RawAttribute(string Name, string Value);

/// <summary>The kinds of pieces of XML and HTML.</summary>
internal enum MarkupKind
{
    /// <summary>Characters, references not yet resolved.</summary>
    Text,

    /// <summary>Characters to take as they stand: a CDATA section's inside.</summary>
    Literal,

    /// <summary>A start tag, or an empty element's only tag.</summary>
    StartTag,

    EndTag,

    /// <summary>A document type declaration, with its internal subset.</summary>
    Doctype,

    /// <summary>A comment or a processing instruction.</summary>
    Aside,
}
